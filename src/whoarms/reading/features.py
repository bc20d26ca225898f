"""Features of a pair of an anchor and a mention, beside what the encoder sees."""

import re

import numpy as np
from numpy.typing import NDArray

from whoarms.model import CATEGORIES
from whoarms.reading.candidates import MentionType
from whoarms.reading.passage import Passage
from whoarms.reading.windows import Window
from whoarms.text.spans import Span

_DISTANCES = np.array([-64, -32, -16, -8, -4, -2, -1, 0, 1, 2, 3, 5, 9, 17, 33, 65])
_BEFORE = ("to", "from", "by", "with", "of", "in", "for", "against", "and", "between", "on")
_AFTER = ("'s", "and", "to", "with", "from", "in", "has", "of")
_FORMS = ("name", "demonym", "capital", "organ", "person", "company", "place", "group")
_LEVEL = {
    "at": "in",
    "inside": "in",
    "near": "in",
    ",": "and",
    "&": "and",
    "have": "has",
    "had": "has",
    "will": "has",
    "is": "has",
    "was": "has",
    "against": "against",
    "upon": "on",
    "into": "to",
}
_WORD_BEFORE = re.compile(r"([\w’'-]+|,)\s*(?:the\s+|an?\s+|its\s+)?$", re.IGNORECASE)
_WORD_AFTER = re.compile(r"\s*([’']s?\b|[\w-]+|,)", re.IGNORECASE)

MENTION_FEATURES = (len(_BEFORE) + 2) + (len(_AFTER) + 2) + len(_FORMS) + 2
"""How many noughts and ones describe a mention."""
PAIR_FEATURES = (len(_DISTANCES) + 1) + 6 + 4
"""How many features a pair of an anchor and a mention may have; three of them hold."""


def pair_features(
    passage: Passage, window: Window, type_: MentionType, anchors: NDArray[np.int64]
) -> NDArray[np.int64]:
    """For each of `anchors` (places in the window) and each mention of a type, the three features that hold.

    Distance in tokens, difference in sentences, mentions between: (anchors, mentions, 3), below `PAIR_FEATURES`.
    """
    mentions = window.mentions[type_]
    distance = _distance(anchors, mentions)
    sentence = _sentence_difference(passage, window, anchors, mentions) + len(_DISTANCES) + 1
    rank = _rank(anchors, mentions) + len(_DISTANCES) + 1 + 6
    return np.stack([distance, sentence, rank], axis=-1)


def mention_features(passage: Passage, window: Window, type_: MentionType) -> NDArray[np.float32]:
    """Describe each mention of a type in a window: the words beside it, how it names: (mentions, MENTION_FEATURES)."""
    result = np.zeros((len(window.mentions[type_]), MENTION_FEATURES), dtype=np.float32)
    found = getattr(passage.candidates, type_)
    for row, number in enumerate(window.mentions[type_][:, 0]):
        one = found[number]
        at = 0
        for value, size in (
            (_before(passage.whole, one.span), len(_BEFORE) + 2),
            (_after(passage.whole, one.span), len(_AFTER) + 2),
        ):
            result[row, at + value] = 1
            at += size
        if type_ == "actor":
            result[row, at + _FORMS.index(one.value.form)] = 1
        elif type_ == "item":
            result[row, at + len(_FORMS)] = one.value.system is not None
            result[row, at + len(_FORMS) + 1] = one.value.category == "unspecified"
    return result


def category_prior(passage: Passage, window: Window) -> NDArray[np.float32]:
    """For each item mention in a window a one at the category that its words say: (mentions, categories)."""
    rows = window.mentions["item"]
    prior = np.zeros((len(rows), len(CATEGORIES)), dtype=np.float32)
    for row, number in enumerate(rows[:, 0]):
        category = passage.candidates.item[number].value.category
        if category:
            prior[row, CATEGORIES.index(category)] = 1
    return prior


def _distance(places: NDArray[np.int64], mentions: NDArray[np.int64]) -> NDArray[np.int64]:
    anchors = places[:, None]
    first, last = mentions[None, :, 1], mentions[None, :, 2]
    distance = np.where(anchors < first, first - anchors, np.where(anchors > last, last - anchors, 0))
    return np.searchsorted(_DISTANCES, distance, side="right")


def _sentence_difference(
    passage: Passage, window: Window, anchors: NDArray[np.int64], mentions: NDArray[np.int64]
) -> NDArray[np.int64]:
    sentence = passage.sentence_of_token[window.tokens]
    there = sentence[mentions[:, 1]][None, :]
    difference = there - sentence[anchors][:, None]
    return np.where(there < 0, 5, np.clip(difference, -2, 2) + 2)


def _rank(anchors: NDArray[np.int64], mentions: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many mentions of the type stand between the anchor and the mention (3 for three and more)."""
    starts = mentions[:, 1]
    position = np.searchsorted(starts, anchors)[:, None]
    number = np.arange(len(mentions))[None, :]
    return np.clip(np.where(number >= position, number - position, position - 1 - number), 0, 3)


def _before(text: str, span: Span) -> int:
    match = _WORD_BEFORE.search(text, max(0, span.start - 24), span.start)
    if not match:
        return len(_BEFORE) + 1
    word = match.group(1).lower()
    word = _LEVEL.get(word, word)
    return _BEFORE.index(word) if word in _BEFORE else len(_BEFORE)


def _after(text: str, span: Span) -> int:
    match = _WORD_AFTER.match(text, span.end)
    if not match:
        return len(_AFTER) + 1
    word = match.group(1).lower().replace("’", "'")
    word = "'s" if word.startswith("'") else _LEVEL.get(word, word)
    return _AFTER.index(word) if word in _AFTER else len(_AFTER)
