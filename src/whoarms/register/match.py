"""Which claims are about one deal: a simple grouping, made of values alone.

Two claims go together if they are of one kind, if their parties, items and times do not contradict each
other, and if they share at least one party. Different known quantities do not part them: they are what the
deal's reports disagree about. Claims that say most are placed first, so that vague ones ("weapons", no
recipient named) join the deal that fits best and hold nothing together by themselves.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from whoarms.model import ROLES, Kind
from whoarms.register.dates import days_apart
from whoarms.register.order import Key, age
from whoarms.register.traits import Traits, merged, traits_of
from whoarms.register.values import Report

_NEAR_DAYS = 548
"""Eighteen months: reports further apart than this are of different deals."""


class Fit(NamedTuple):
    """How well a claim fits a deal; the greater the better, its fields in order of weight."""

    items: int
    parties: int
    nearness: int


def group(reports: Iterable[Report]) -> list[tuple[Report, ...]]:
    """Put reports together that are about one deal, each group with its oldest first.

    The result does not depend on the order of the input.
    """
    deals: list[tuple[Traits, list[Report]]] = []
    places: dict[_Place, set[int]] = {}
    for report in sorted(reports, key=_saying_most):
        traits = traits_of(report)
        number = _best(traits, {near: deals[near][0] for near in _near(traits, places)})
        if number is None:
            number = len(deals)
            deals.append((traits, [report]))
        else:
            held, members = deals[number]
            deals[number] = (merged(held, traits), [*members, report])
        for place in _places(traits):
            places.setdefault(place, set()).add(number)
    return [tuple(sorted(members, key=age)) for _, members in deals]


def fit(claim: Traits, deal: Traits) -> Fit | None:
    """Say how well a claim fits a deal; None if it cannot be part of it."""
    parties, items = _fit_parties(claim.roles, deal.roles), _fit_items(claim.systems, deal.systems)
    apart = days_apart(claim.span, deal.span) if claim.span and deal.span else 0
    if claim.kind != deal.kind or not parties or items is None or apart > _NEAR_DAYS:
        return None
    return Fit(items=items, parties=parties, nearness=-apart)


_Place = tuple[Kind, str, str | None]
"""An actor in a role of a kind; None for a role that nobody fills."""


def _places(traits: Traits) -> Iterator[_Place]:
    for role in ROLES[traits.kind]:
        for actor in traits.roles.get(role) or [None]:
            yield traits.kind, role, actor


def _near(claim: Traits, places: Mapping[_Place, set[int]]) -> set[int]:
    """Find the deals that can fit: in each role that the claim fills they share an actor, or name nobody."""
    filled = [
        set().union(*(places.get((claim.kind, role, actor), ()) for actor in (*actors, None)))
        for role, actors in claim.roles.items()
        if actors
    ]
    return set.intersection(*filled) if filled else set()


def _best(claim: Traits, deals: Mapping[int, Traits]) -> int | None:
    fits = [(found, -number) for number, deal in deals.items() if (found := fit(claim, deal))]
    return -max(fits)[1] if fits else None


def _fit_parties(a: Mapping[str, frozenset[str]], b: Mapping[str, frozenset[str]]) -> int:
    """Count the roles where the smaller set of actors is part of the other; 0 for any contradiction."""
    alike = 0
    for role in a.keys() & b.keys():
        smaller, larger = sorted((a[role], b[role]), key=len)
        if not smaller <= larger:
            return 0
        alike += bool(smaller)
    return alike


def _fit_items(a: Mapping[str, frozenset[str]], b: Mapping[str, frozenset[str]]) -> int | None:
    """Give 2 for a shared system, 1 for a category, 0 if one names nothing, None if they contradict."""
    if not a or not b:
        return 0
    shared = a.keys() & b.keys()
    if any(a[category] & b[category] for category in shared):
        return 2
    return 1 if any(not (a[category] and b[category]) for category in shared) else None


def _saying_most(report: Report) -> tuple[int, bool, Key]:
    """Sort by the roles left empty, then by whether an item is named, then by age."""
    claim = report.claim
    named = any(item.category != "unspecified" for item in claim.items)
    return sum(not actors for actors in claim.roles.values()), not named, age(report)
