"""What gives an uncredited rewrite away: a quote, a run of words or an odd figure that an earlier text had."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from whoarms.model import Claim
from whoarms.vocabulary.speakers import speaker_words

_WORD = re.compile(r"\d+|[^\W\d_]+")
_QUOTED = ((5, 3), (7, 2))
"""How many words of a quote must be shared, and how many of these must be of four letters and more."""
_RUN = 8
"""How many words must be shared that stand in no quotation marks."""
_LOWER = 6
"""How many words of a run must be written small: names and titles are shared by all."""
_LONG = 4
_QUOTE = re.compile(r"[“„\"«][^“”„\"«»]{15,800}[”“\"»]")
_FACTORS = np.array([pow(0x9E3779B97F4A7C15, n, 1 << 64) for n in range(1, _RUN + 1)], dtype=np.uint64)
_VERB = speaker_words("verb")
_NAMED_AFTER = re.compile(
    rf"[”“\"»,.]*\s*(?:(?:he|she)\s+(?:{_VERB})\b|(?:{_VERB})\s+[A-Z]|(?:[A-Z][\w’'-]+\s+){{1,4}}(?:{_VERB})\b)"
)
_NAMED_BEFORE = re.compile(rf"(?:[A-Z][\w’'-]+|\bhe|\bshe)\s+(?:{_VERB})[^.!?”“\"]{{0,60}}$")


class Word(NamedTuple):
    """A word of a text, written small, and where it stands."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Cut a text into its words."""
    return [Word(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(text)]


class Quoted(NamedTuple):
    """Words of a quote that can be told again, and whether the text names who says them."""

    words: tuple[str, ...]
    named: bool


def quotes(text: str) -> Iterator[Quoted]:
    """Give the runs of words inside quotation marks that are long enough to be nobody else's."""
    for quote in _QUOTE.finditer(text):
        words = [word.text for word in words_of(quote.group())]
        named = _is_named(text, quote.start(), quote.end() - 1)
        for length, long in _QUOTED:
            for at in range(len(words) - length + 1):
                run = tuple(words[at : at + length])
                if sum(len(word) >= _LONG for word in run) >= long:
                    yield Quoted(run, named)


def _is_named(text: str, start: int, end: int) -> bool:
    return bool(_NAMED_AFTER.match(text, end) or _NAMED_BEFORE.search(text, max(0, start - 120), start))


def runs(text: str) -> NDArray[np.uint64]:
    """Number each run of eight words outside quotation marks of which most are written small.

    The same run has the same number anywhere.
    """
    return np.unique(np.concatenate([_runs(part) for part in _QUOTE.split(text)]))


def _runs(text: str) -> NDArray[np.uint64]:
    words = _WORD.findall(text)
    if len(words) < _RUN:
        return np.zeros(0, dtype=np.uint64)
    codes = np.array([_code(word) for word in words], dtype=np.uint64)
    small = np.array([not word[0].isupper() for word in words])
    windows = np.lib.stride_tricks.sliding_window_view(codes, _RUN)
    enough = np.lib.stride_tricks.sliding_window_view(small, _RUN).sum(axis=1) >= _LOWER
    numbers: NDArray[np.uint64] = (windows[enough] * _FACTORS).sum(axis=1, dtype=np.uint64)
    return numbers


@lru_cache(maxsize=1 << 18)
def _code(word: str) -> int:
    return crc32(word.casefold().encode())


def figures(claim: Claim) -> Iterator[tuple[str, float]]:
    """Give the odd figures of a claim, each with what it counts: a category, or a currency for money."""
    for item in claim.items:
        if item.quantity is not None:
            bounds = {item.quantity.min, item.quantity.max} - {None}
            yield from ((item.category, float(bound)) for bound in bounds if bound is not None and is_odd(bound))
    if claim.value is not None and is_odd(claim.value.amount):
        yield claim.value.currency, claim.value.amount


def is_odd(number: float) -> bool:
    """Say whether two texts would hardly come to one figure by chance: 740 and 91.4 million, not 24 or 250."""
    digits = int(f"{number:.6g}".replace(".", "").partition("e")[0].strip("0") or 0)
    if number >= 100:
        return digits > 12 and digits % 25 != 0 and digits != 15
    return digits > 12 and bool(digits % 2 and digits % 3 and digits % 5)


def shared_words(one: str, other: str) -> str:
    """Give the longest run of words outside quotation marks that two texts share, as the second writes it."""
    other = _QUOTE.sub(" unquoted there ", other)
    a, b = words_of(_QUOTE.sub(" unquoted here ", one)), words_of(other)
    match = SequenceMatcher(None, [w.text for w in a], [w.text for w in b], autojunk=False).find_longest_match()
    return " ".join(other[b[match.b].start : b[match.b + match.size - 1].end].split()) if match.size else ""
