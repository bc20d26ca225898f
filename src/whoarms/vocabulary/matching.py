"""Many terms at once in a text."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from whoarms.text.spans import Found, without_overlaps

T = TypeVar("T")

_SAME_LENGTH = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\n": " ", "\t": " ", "‐": "-", "‑": "-", "–": "-"}
)


def levelled(text: str) -> str:
    """Level apostrophes, hyphens and spaces; every character keeps its place."""
    return text.translate(_SAME_LENGTH)


def joined_by_space(text: str) -> str:
    """Level a text and write its hyphens as spaces: `F-16` and `F 16` become the same."""
    return levelled(text).replace("-", " ")


def uncased(text: str) -> str:
    """Write in small letters what keeps its length so; every character keeps its place."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in joined_by_space(text))


class Terms(Generic[T]):
    """Finds terms as whole words, the longest first; a plural or possessive ending may follow a term.

    `level` is applied to the terms and to each text; it must keep every character's place. `tail` may take further
    characters after a term into the match (a variant letter of a designation): it is given the text and the end.
    """

    def __init__(
        self,
        terms: Iterable[tuple[str, T]],
        level: Callable[[str], str] = levelled,
        tail: Callable[[str, int], int] | None = None,
    ) -> None:
        held: dict[str, T] = {}
        for term, value in terms:
            held.setdefault(level(term), value)
        self._values = list(held.values())
        self._level = level
        self._tail = tail
        self._automaton = AhoCorasick(
            list(held), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def find(self, text: str) -> list[Found[T]]:
        """Find the terms in a text, in order, none overlapping another; of equals an exact one goes before a plural."""
        level = self._level(text)
        exact: list[Found[T]] = []
        plural: list[Found[T]] = []
        for index, start, end in self._automaton.find_matches_as_indexes(level, overlapping=True):
            if start and level[start - 1].isalnum():
                continue
            stop = self._tail(text, end) if self._tail else end
            if stop < len(level) and level[stop].isalnum():
                if level[stop] != "s" or (stop + 1 < len(level) and level[stop + 1].isalnum()):
                    continue
                stop += 1
                plural.append(Found(start, stop, self._values[index]))
            else:
                exact.append(Found(start, stop, self._values[index]))
        return without_overlaps(exact + plural)
