"""Deals in the order of time, found by who gives what to whom."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice, takewhile

from whoarms.model import Category, Kind
from whoarms.register.dated import Count, Dated, count
from whoarms.register.ways import Way, ways

NAMED = 3
"""So many deals are named at most where more would say the same."""


class Timeline:
    """The deals on one way, in order."""

    def __init__(self, members: Sequence[Dated], category: Category | None) -> None:
        self.members = members
        self._category = category

    def before(self, one: Dated) -> list[Dated]:
        """Give the firm deals that came surely before a deal, the oldest first, so many as are named."""
        return list(islice(takewhile(lambda other: other.last < one.first, self._by_end), NAMED))

    def perhaps_before(self, one: Dated) -> list[Dated]:
        """Give deals that may have come before a deal: at an unclear time, or not for sure; so many as are named."""
        near = takewhile(lambda other: other.first <= one.last, self._by_start)
        return list(islice((other for other in near if other.deal.id != one.deal.id), NAMED))

    def numbers_until(self, one: Dated) -> bool:
        """Say whether there is a number to compare that of a deal with."""
        return any(_is_until(other, one) for other in self._by_low)

    def larger(self, mine: Count) -> list[Dated]:
        """Give deals until then that were surely as large, the largest first, so many as are named."""
        found = takewhile(lambda other: other.low >= mine.high, self._by_low)
        return [other.of for other in islice((each for each in found if _is_until(each, mine.of)), NAMED)]

    def perhaps_larger(self, mine: Count) -> list[Dated]:
        """Give deals until then that may have been as large, so many as are named."""
        found = takewhile(lambda other: other.high >= mine.low, self._by_high)
        return [other.of for other in islice((each for each in found if _is_until(each, mine.of)), NAMED)]

    @cached_property
    def _by_end(self) -> list[Dated]:
        firm = (one for one in self.members if one.standing == "firm")
        return sorted(firm, key=lambda one: (one.last, one.deal.id))

    @cached_property
    def _by_start(self) -> list[Dated]:
        counting = (one for one in self.members if one.standing != "none")
        return sorted(counting, key=lambda one: (one.first, one.deal.id))

    @cached_property
    def _counts(self) -> list[Count]:
        firm = (one for one in self.members if one.standing == "firm")
        return [found for one in firm if self._category and (found := count(one, self._category))]

    @cached_property
    def _by_low(self) -> list[Count]:
        return sorted(self._counts, key=lambda each: (-each.low, each.of.first, each.of.deal.id))

    @cached_property
    def _by_high(self) -> list[Count]:
        return sorted(self._counts, key=lambda each: (-each.high, each.of.first, each.of.deal.id))


def _is_until(other: Count, one: Dated) -> bool:
    return other.of.deal.id != one.deal.id and other.of.first <= one.last


class History:
    """All deals by their ways; each way is put in order when it is first asked for."""

    def __init__(self, deals: Iterable[Dated]) -> None:
        self.deals: Mapping[str, Dated] = {one.deal.id: one for one in deals}
        self._members: dict[Way, list[Dated]] = {}
        self._timelines: dict[Way, Timeline] = {}
        for one in self.deals.values():
            for way in ways(one.deal):
                self._members.setdefault(way, []).append(one)

    def along(self, way: Way) -> Timeline:
        """Give the deals on a way in order."""
        if way not in self._timelines:
            self._timelines[way] = Timeline(self._members.get(way, []), way.category)
        return self._timelines[way]

    @cached_property
    def of_kind(self) -> Mapping[Kind, list[Dated]]:
        """Give all deals by their kind."""
        found: dict[Kind, list[Dated]] = {}
        for one in self.deals.values():
            found.setdefault(one.deal.kind, []).append(one)
        return found
