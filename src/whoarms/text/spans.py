"""Places of words in a text."""

from bisect import bisect_right
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Span(NamedTuple):
    """A half-open stretch of a text, in characters."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Found(NamedTuple, Generic[T]):
    """A value and the words that say it: `text[start:end]`, in characters."""

    start: int
    end: int
    value: T

    @property
    def span(self) -> Span:
        """The place of the words."""
        return Span(self.start, self.end)


def without_overlaps(found: list[Found[T]]) -> list[Found[T]]:
    """Keep, of findings that overlap, the one that starts first, and of those the longest; in order of the text."""
    kept: list[Found[T]] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def clear_of(found: list[Found[T]], taken: list[Found[T]]) -> list[Found[T]]:
    """Keep what overlaps nothing in `taken`, which is in order and without overlaps itself."""
    ends = [one.end for one in taken]
    after = [(one, bisect_right(ends, one.start)) for one in found]
    return [one for one, number in after if number == len(taken) or taken[number].start >= one.end]
