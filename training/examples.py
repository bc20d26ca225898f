"""Gold records as windows of tensors."""

from typing import NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.corpus import Record
from training.labels import Label, entities, labels
from whoarms.model import Document
from whoarms.reading.candidates import MENTION_TYPES
from whoarms.reading.features import category_prior, mention_features
from whoarms.reading.passage import Passage
from whoarms.reading.windows import Specials, Window, sequence, windows
from whoarms.vocabulary.kinds import kinds_of_word


class Example(NamedTuple):
    """A window with the gold claims that it is to yield; `eligible` lists for each the places that may anchor it."""

    passage: Passage
    window: Window
    ids: Tensor
    marks: Tensor
    places: Tensor
    claims: list[Label]
    eligible: list[np.ndarray]
    cues: dict[int, set[str]]
    entities: list[str]
    forms: dict[str, Tensor]
    prior: Tensor


def specials_of(tokenizer: Tokenizer) -> Specials:
    """The special tokens of a BERT or an MPNet tokenizer."""
    names = ("<s>", "</s>", "<pad>") if tokenizer.token_to_id("<s>") is not None else ("[CLS]", "[SEP]", "[PAD]")
    return Specials(*(tokenizer.token_to_id(name) for name in names))


def document_of(record: Record) -> Document:
    """A gold record without its claims."""
    return Document(**{field: record[field] for field in ("id", "title", "outlet", "published", "text")})


def examples(record: Record, tokenizer: Tokenizer) -> list[Example]:
    """Cut a gold record into windows; each claim goes to the window that holds most of its evidence."""
    passage = Passage(document_of(record), tokenizer)
    cut = windows(passage, [True] * len(passage.sentences))
    found = labels(record, passage)
    eligible = [[_eligible(passage, window, label) for window in cut] for label in found]
    home = [int(np.argmax([len(places) for places in row])) if row else 0 for row in eligible]
    specials = specials_of(tokenizer)
    made = []
    for number, window in enumerate(cut):
        mine = [n for n, h in enumerate(home) if h == number and len(eligible[n][number])]
        ids, marks, places = sequence(passage, window, specials)
        made.append(
            Example(
                passage, window, torch.tensor(ids), torch.tensor(marks), torch.tensor(places),
                [found[n] for n in mine], [eligible[n][number] for n in mine], _cues(passage, window),
                entities(passage), _forms(passage, window), torch.from_numpy(category_prior(passage, window)),
            )
        )  # fmt: skip
    return made


def _eligible(passage: Passage, window: Window, label: Label) -> np.ndarray:
    """Places in the window that may anchor a claim: words of its evidence; a capability's figure."""
    offsets = passage.offsets[window.tokens[window.anchors]]
    spans = [label.evidence]
    if label.kind == "capability" and label.measure:
        spans = [passage.candidates.measure[number].span for number in label.measure]
    inside = np.zeros(len(window.anchors), dtype=bool)
    for span in spans:
        inside |= (offsets[:, 0] >= span.start) & (offsets[:, 0] < span.end)
    return window.anchors[inside]


def _cues(passage: Passage, window: Window) -> dict[int, set[str]]:
    """For each place that may anchor a claim the kinds that its word goes with."""
    starts = passage.offsets[window.tokens[window.anchors], 0]
    return {
        int(place): set(kinds_of_word(passage.whole[start : start + 20]))
        for place, start in zip(window.anchors, starts, strict=True)
    }


def _forms(passage: Passage, window: Window) -> dict[str, Tensor]:
    return {type_: torch.from_numpy(mention_features(passage, window, type_)) for type_ in MENTION_TYPES}
