"""Which claims are about one deal.

Claims are taken in one order whatever the order of their documents: those that say most first, so that they
make the deals, and vague ones ("weapons", no recipient named) join the deal that fits best and hold nothing
together by themselves. A claim joins the deal with the highest score (see `scores`), if that is clear; where it is
doubtful, it makes a deal of its own, and the two are kept for review. A person's judgements go before all scores.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from whoarms.register.blocks import Blocks
from whoarms.register.judgements import Judgement
from whoarms.register.links import Links
from whoarms.register.order import Key, age
from whoarms.register.profile import Profile
from whoarms.register.purposes import is_deal
from whoarms.register.scores import DIFFERENT, SAME, Match, as_match, weigh
from whoarms.register.times import days_off
from whoarms.register.traits import Traits, traits_of
from whoarms.register.values import Report

_EQUAL = 0.04
"""Scores this near to each other do not tell two deals apart."""


class Doubt(NamedTuple):
    """Two groups, by their places in the list, that may be one."""

    left: int
    right: int
    match: Match


class _Compared(NamedTuple):
    report: Report
    traits: Traits


class Grouping(NamedTuple):
    """Claims by deal, each deal with its oldest first, and the pairs of deals that are doubtful."""

    deals: list[tuple[Report, ...]]
    doubts: list[Doubt]


def group(reports: Iterable[Report], judgements: Iterable[Judgement] = ()) -> Grouping:
    """Put reports together that are about one deal.

    What is about no deal (a figure of a weapon, its use, a total of many deals) is left out. The result does
    not depend on the order of the input.
    """
    links = Links(judgements)
    grouping = _Groups(links)
    for team in _teams(reports, links):
        grouping.place(team)
    return grouping.result()


class _Groups:
    """Deals as they come to be."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._blocks = Blocks()
        self._profiles: list[Profile] = []
        self._members: list[list[Report]] = []
        self._teams: list[set[str]] = []
        self._doubts: list[Doubt] = []

    def place(self, team: Sequence[_Compared]) -> None:
        """Put claims that belong together into the deal that fits the first of them, or into a new one."""
        name = self._links.team(team[0].report.claim.id)
        first = team[0].traits
        rivals = sorted(self._rivals(first, name), key=lambda rival: rival.rank, reverse=True)
        if rivals and rivals[0].match.score >= SAME and self._is_clear(rivals):
            number = rivals[0].number
        else:
            number = self._new(first)
            self._doubts += [Doubt(rival.number, number, rival.match) for rival in rivals]
        self._teams[number].add(name)
        for report, traits in team:
            self._members[number].append(report)
            self._profiles[number].add(traits)
            self._blocks.add(traits, number)

    def result(self) -> Grouping:
        """Give the deals, and the doubts that no judgement settles."""
        deals = [tuple(sorted(members, key=age)) for members in self._members]
        doubts = [doubt for doubt in self._doubts if not self._judged(doubt)]
        return Grouping(deals, doubts)

    def _new(self, first: Traits) -> int:
        self._profiles.append(Profile(first.kind))
        self._members.append([])
        self._teams.append(set())
        return len(self._profiles) - 1

    def _rivals(self, claim: Traits, team: str) -> Iterator["_Rival"]:
        """Give the deals that a claim can be of, with how well it fits."""
        apart = self._links.apart(team)
        for number in self._blocks.near(claim):
            if apart.isdisjoint(self._teams[number]):
                points = weigh(claim, self._profiles[number])
                total = round(sum(point.weight for point in points or ()), 2)
                if points is not None and total >= DIFFERENT:
                    rank = (total, -days_off(claim, self._profiles[number]), -number)
                    yield _Rival(rank, number, as_match(points))

    def _is_clear(self, rivals: Sequence["_Rival"]) -> bool:
        """Say whether no deal of other parties fits as well as the best: whoever names no recipient may mean either."""
        best = self._profiles[rivals[0].number]
        equals = (rival for rival in rivals[1:] if rivals[0].rank[0] - rival.rank[0] < _EQUAL)
        return not any(best.has_other_parties(self._profiles[rival.number]) for rival in equals)

    def _judged(self, doubt: Doubt) -> bool:
        left, right = self._teams[doubt.left], self._teams[doubt.right]
        return any(not self._links.apart(team).isdisjoint(right) for team in left)


class _Rival(NamedTuple):
    """A deal that a claim may be of: better ones rank higher, of equal ones the nearer, then the older."""

    rank: tuple[float, int, int]
    number: int
    match: Match


def _teams(reports: Iterable[Report], links: Links) -> list[list[_Compared]]:
    """Put claims together that are judged to be, the one that says most first, in that order too."""
    teams: dict[str, list[_Compared]] = defaultdict(list)
    for one in sorted((_Compared(report, traits_of(report)) for report in reports), key=_saying_most):
        teams[links.team(one.report.claim.id)].append(one)
    return [team for team in teams.values() if any(is_deal(one.report.claim) for one in team)]


def _saying_most(one: _Compared) -> tuple[int, bool, bool, Key]:
    """Sort by the roles left empty, then by whether an item and a system is named, then by age."""
    empty = sum(not actors for actors in one.traits.roles.values())
    return empty, not one.traits.systems, not any(one.traits.systems.values()), age(one.report)
