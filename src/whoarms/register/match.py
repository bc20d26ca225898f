"""Which claims are about one deal: a simple grouping, made of values alone.

Two claims go together if they are of one kind, if their parties, items and times do not contradict each
other, and if they share at least one party. Different known quantities do not part them: they are what the
deal's reports disagree about. Claims that say most are placed first, so that vague ones ("weapons", no
recipient named) join the deal that fits best and hold nothing together by themselves.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from whoarms.model import Claim, Kind
from whoarms.register.dates import Span, between, day_span, days_apart
from whoarms.register.fold import fold
from whoarms.register.order import Key, age
from whoarms.register.values import Report

_NEAR_DAYS = 548
"""Eighteen months: reports further apart than this are of different deals."""


class Traits(msgspec.Struct, frozen=True):
    """What claims are compared by; `systems` are the known ones of each category that is named."""

    kind: Kind
    roles: Mapping[str, frozenset[str]]
    systems: Mapping[str, frozenset[str]]
    span: Span | None


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
    with_actor: dict[tuple[Kind, str], set[int]] = {}
    for report in sorted(reports, key=_saying_most):
        traits = traits_of(report)
        actors = [(traits.kind, actor) for names in traits.roles.values() for actor in names]
        near = sorted(set().union(*(with_actor.get(actor, ()) for actor in actors)))
        number = _best(traits, {n: deals[n][0] for n in near})
        if number is None:
            number = len(deals)
            deals.append((traits, [report]))
        else:
            held, members = deals[number]
            deals[number] = (_merged(held, traits), [*members, report])
        for actor in actors:
            with_actor.setdefault(actor, set()).add(number)
    return [tuple(sorted(members, key=age)) for _, members in deals]


def traits_of(report: Report) -> Traits:
    """Take from a report what it is compared by."""
    claim = report.claim
    systems: dict[str, set[str]] = {}
    for item in claim.items:
        if item.category != "unspecified":
            systems.setdefault(item.category, set()).update([fold(item.system)] if item.system else [])
    return Traits(
        kind=claim.kind,
        roles={role: frozenset(actor.id for actor in actors) for role, actors in claim.roles.items()},
        systems={category: frozenset(names) for category, names in systems.items()},
        span=_span(claim, day_span(report.document.published)),
    )


def fit(claim: Traits, deal: Traits) -> Fit | None:
    """Say how well a claim fits a deal; None if it cannot be part of it."""
    parties, items = _fit_parties(claim.roles, deal.roles), _fit_items(claim.systems, deal.systems)
    apart = days_apart(claim.span, deal.span) if claim.span and deal.span else 0
    if claim.kind != deal.kind or not parties or items is None or apart > _NEAR_DAYS:
        return None
    return Fit(items=items, parties=parties, nearness=-apart)


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


def _span(claim: Claim, published: Span | None) -> Span | None:
    """Give the days that a claim speaks of: its own time, else the publication; for plans, both."""
    said = claim.when and between(claim.when.start, claim.when.end)
    if said and published and claim.certainty == "planned":
        return min(said[0], published[0]), max(said[1], published[1])
    return said or published


def _merged(a: Traits, b: Traits) -> Traits:
    spans = [span for span in (a.span, b.span) if span]
    return Traits(
        kind=a.kind,
        roles=_union(a.roles, b.roles),
        systems=_union(a.systems, b.systems),
        span=(min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None,
    )


def _union(a: Mapping[str, frozenset[str]], b: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    return {name: a.get(name, frozenset()) | b.get(name, frozenset()) for name in a.keys() | b.keys()}


def _saying_most(report: Report) -> tuple[int, bool, Key]:
    """Sort by the roles left empty, then by whether an item is named, then by age."""
    claim = report.claim
    named = any(item.category != "unspecified" for item in claim.items)
    return sum(not actors for actors in claim.roles.values()), not named, age(report)
