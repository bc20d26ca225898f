"""A document prepared for the network: title and text as one string, cut into tokens, with candidates marked."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from whoarms.model import Document
from whoarms.reading.candidates import MENTION_TYPES, Candidates, MentionType, find_candidates
from whoarms.text.sentences import sentences
from whoarms.text.spans import Span

_ACTOR_MARKS = {"name": 1, "demonym": 1, "group": 3}
_OTHER_MARKS: dict[MentionType, int] = {
    "item": 4,
    "number": 5,
    "date": 6,
    "money": 7,
    "measure": 8,
    "speaker": 9,
}
MARKS = 1 + max(_OTHER_MARKS.values())
"""How many marks a token may carry: none, actor by name, by other words, by a group's name, item, number …"""


class Passage:
    """A document as one string, `whole`: its outlet and title, then the text, which starts at `shift`."""

    def __init__(self, document: Document, tokenizer: Tokenizer) -> None:
        head = ". ".join(part for part in (document.outlet, document.title) if part)
        self.shift = len(head) + 2 if head else 0
        self.whole = f"{head}\n\n{document.text}" if head else document.text or ""
        self.published = document.published
        encoded = tokenizer.encode(self.whole, add_special_tokens=False)
        self.ids: NDArray[np.int64] = np.array(encoded.ids, dtype=np.int64)
        self.offsets: NDArray[np.int64] = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2)

    @cached_property
    def candidates(self) -> Candidates:
        """What the title and the text name."""
        return find_candidates(self.whole, self.published)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the text, without the title."""
        return [Span(s.start + self.shift, s.end + self.shift) for s in sentences(self.whole[self.shift :])]

    @cached_property
    def sentence_of_token(self) -> NDArray[np.int64]:
        """For each token the number of its sentence; -1 in the title."""
        starts = np.array([s.start for s in self.sentences], dtype=np.int64)
        return np.searchsorted(starts, self.offsets[:, 0], side="right") - 1

    @cached_property
    def marks(self) -> NDArray[np.int64]:
        """For each token what candidate it belongs to, below `MARKS`."""
        marks = np.zeros(len(self.ids), dtype=np.int64)
        for type_ in reversed(MENTION_TYPES):
            for found in getattr(self.candidates, type_):
                first, last = self.tokens(found.span)
                mark = _ACTOR_MARKS.get(found.value.form, 2) if type_ == "actor" else _OTHER_MARKS[type_]
                marks[first : last + 1] = mark
        return marks

    def tokens(self, span: Span) -> tuple[int, int]:
        """The first and the last token of a span."""
        first = int(np.searchsorted(self.offsets[:, 1], span.start, side="right"))
        last = int(np.searchsorted(self.offsets[:, 0], span.end, side="left")) - 1
        first = min(first, len(self.ids) - 1)
        return first, max(first, last)
