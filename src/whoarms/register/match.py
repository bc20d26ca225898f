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
from whoarms.register.unite import united
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
    groups = _Groups(links)
    for one in _about_deals([_Compared(report, traits_of(report)) for report in reports], links):
        groups.place(one)
    return groups.result()


class _Groups:
    """Deals as they come to be."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._blocks = Blocks()
        self._profiles: list[Profile] = []
        self._members: list[list[Report]] = []
        self._teams: list[set[str]] = []
        self._doubts: list[Doubt] = []

    def place(self, one: _Compared) -> None:
        """Put a claim into the deal that fits it best, or into a new one."""
        team = self._links.team(one.report.claim.id)
        rivals = sorted(self._rivals(one.traits, team), key=lambda rival: rival.rank, reverse=True)
        if rivals and rivals[0].match.score >= SAME and self._is_clear(rivals):
            number = rivals[0].number
        else:
            number = self._new(one.traits)
            self._doubts += [Doubt(rival.number, number, rival.match) for rival in rivals]
        self._teams[number].add(team)
        self._members[number].append(one.report)
        self._profiles[number].add(one.traits)
        self._blocks.add(one.traits, number)

    def result(self) -> Grouping:
        """Give the deals, joined as a person judged, and the doubts that are left."""
        homes = united([[report.claim.id for report in members] for members in self._members], self._links)
        deals: dict[int, list[Report]] = defaultdict(list)
        for report in sorted((report for members in self._members for report in members), key=age):
            deals[homes[report.claim.id]].append(report)
        places = {home: place for place, home in enumerate(deals)}
        founded = [places[homes[members[0].claim.id]] for members in self._members]
        return Grouping([tuple(members) for members in deals.values()], list(self._left(founded)))

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

    def _left(self, places: Sequence[int]) -> Iterator[Doubt]:
        """Give each pair of deals that is still doubtful once, by their places, with the best reasons."""
        best: dict[tuple[int, int], Match] = {}
        for doubt in sorted(self._doubts, key=lambda doubt: doubt.match.score, reverse=True):
            left, right = sorted((places[doubt.left], places[doubt.right]))
            if left != right and not self._judged(doubt):
                best.setdefault((left, right), doubt.match)
        return (Doubt(*pair, match) for pair, match in best.items())

    def _judged(self, doubt: Doubt) -> bool:
        left, right = self._teams[doubt.left], self._teams[doubt.right]
        return any(not self._links.apart(team).isdisjoint(right) for team in left)


class _Rival(NamedTuple):
    """A deal that a claim may be of: better ones rank higher, of equal ones the nearer, then the older."""

    rank: tuple[float, int, int]
    number: int
    match: Match


def _about_deals(claims: Sequence[_Compared], links: Links) -> list[_Compared]:
    """Keep what is about deals, or judged to be of one with what is, and put those that say most first."""
    about = {links.team(one.report.claim.id) for one in claims if is_deal(one.report.claim)}
    return sorted((one for one in claims if links.team(one.report.claim.id) in about), key=_saying_most)


def _saying_most(one: _Compared) -> tuple[int, bool, bool, Key]:
    """Sort by the roles left empty, then by whether an item and a system is named, then by age."""
    empty = sum(not actors for actors in one.traits.roles.values())
    return empty, not one.traits.systems, not any(one.traits.systems.values()), age(one.report)
