"""Windows of tokens for the network: sentences to be read, with the title and the neighbours as context."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from whoarms.reading.candidates import MENTION_TYPES, MentionType
from whoarms.reading.passage import Passage

CORE_TOKENS = 220
WINDOW_TOKENS = 384
TITLE_TOKENS = 32
_SPECIAL_TOKENS = 3

_NO_ANCHOR = frozenset(
    (
        "a an the this that these those its his her their our my your it he she they we i you them him us who whom "
        "which what of in on at to from by with for as into over under than then and or but nor if when while because "
        "since until after before is are was were be been being am has have had having do does did will would could "
        "can may might should shall must not no so such there here also very more most some any each both other own "
        "same too just only even still yet"
    ).split()
)


class Window(NamedTuple):
    """Token numbers of a passage, in the order in which the network sees them.

    `tokens` (n) are numbers of tokens in the passage, the title's first; `anchors` the places in `tokens` of words that
    may anchor a claim; `mentions` for each type (m, 3): the candidate's number, the places of its first and last token.
    """

    tokens: NDArray[np.int64]
    title: int
    anchors: NDArray[np.int64]
    mentions: dict[MentionType, NDArray[np.int64]]


def windows(passage: Passage, chosen: list[bool]) -> list[Window]:
    """Pack the chosen sentences of a passage (one flag a sentence) into windows."""
    bounds = [passage.tokens(sentence) for sentence in passage.sentences]
    groups: list[list[int]] = []
    for number, wanted in enumerate(chosen):
        if not wanted:
            continue
        if groups and bounds[number][1] - bounds[groups[-1][0]][0] < CORE_TOKENS:
            groups[-1].append(number)
        else:
            groups.append([number])
    return [_window(passage, [bounds[number] for number in group]) for group in groups]


def _window(passage: Passage, cores: list[tuple[int, int]]) -> Window:
    first, last = cores[0][0], cores[-1][1]
    text_start = int(np.searchsorted(passage.offsets[:, 0], passage.shift))
    title = min(text_start, TITLE_TOKENS)
    room = WINDOW_TOKENS - _SPECIAL_TOKENS - title - min(last + 1 - first, WINDOW_TOKENS - _SPECIAL_TOKENS - title)
    before = min(first - text_start, max(room * 2 // 3, room - (len(passage.ids) - 1 - last)))
    start = first - before
    end = min(len(passage.ids), start + WINDOW_TOKENS - _SPECIAL_TOKENS - title)
    tokens = np.concatenate([np.arange(title), np.arange(start, end)])
    place = {int(token): position for position, token in enumerate(tokens)}
    return Window(tokens, title, _anchors(passage, cores, place), _mentions(passage, place))


def _anchors(passage: Passage, cores: list[tuple[int, int]], place: dict[int, int]) -> NDArray[np.int64]:
    found = []
    for first, last in cores:
        for token in range(first, last + 1):
            start, end = passage.offsets[token]
            if token not in place or (
                token and passage.offsets[token - 1][1] == start and passage.whole[start - 1].isalnum()
            ):
                continue
            piece = passage.whole[start:end]
            if piece[:1].isalnum() and not (piece.lower() in _NO_ANCHOR and _word_ends(passage, token)):
                found.append(place[token])
    return np.array(found, dtype=np.int64)


def _word_ends(passage: Passage, token: int) -> bool:
    end = passage.offsets[token][1]
    return end >= len(passage.whole) or not passage.whole[end].isalnum()


def _mentions(passage: Passage, place: dict[int, int]) -> dict[MentionType, NDArray[np.int64]]:
    found: dict[MentionType, NDArray[np.int64]] = {}
    for type_ in MENTION_TYPES:
        kept = [
            (number, place[first], place[last])
            for number, (first, last) in enumerate(map(passage.tokens, passage.candidates.spans(type_)))
            if first in place and last in place
        ]
        found[type_] = np.array(kept, dtype=np.int64).reshape(-1, 3)
    return found


class Specials(NamedTuple):
    """The numbers of the tokens that begin a sequence, end a part of it, and fill it up."""

    begin: int
    end: int
    fill: int


def sequence(passage: Passage, window: Window, specials: Specials) -> tuple[list[int], list[int], list[int]]:
    """A window as the encoder takes it: token ids, their marks, and where the window's own tokens stand in it."""
    ids, marks = passage.ids[window.tokens].tolist(), passage.marks[window.tokens].tolist()
    cut = window.title
    head_ids, head_marks = (ids[:cut] + [specials.end], marks[:cut] + [0]) if cut else ([], [])
    places = [*range(1, cut + 1), *range(1 + len(head_ids), 1 + len(head_ids) + len(ids) - cut)]
    return [specials.begin, *head_ids, *ids[cut:], specials.end], [0, *head_marks, *marks[cut:], 0], places
