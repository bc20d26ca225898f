"""Deals, made of the claims about them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

import msgspec

from whoarms.model import ROLES, Actor, Category, Item, Quantity, content_id
from whoarms.register.match import group
from whoarms.register.order import age
from whoarms.register.origins import origins
from whoarms.register.precedents import with_precedents
from whoarms.register.standing import asserts, deniers, latest, status
from whoarms.register.values import Deal, DealItem, Report, ReportedQuantity

Systems = Mapping[Category, Set[str]]
Thing = tuple[Category, str | None]
"""A category and a system, which is None where no one system is known."""


def deals_of(reports: Iterable[Report]) -> list[Deal]:
    """Make deals of claims, the first reported first; the order of the claims does not matter."""
    groups = sorted(group(reports), key=lambda members: age(members[0]))
    return with_precedents([(build(members), members) for members in groups])


def build(members: Sequence[Report]) -> Deal:
    """Make one deal of the claims about it, given with the oldest first.

    Its id follows from the oldest claim, so it stays as newer reports come in.
    """
    sources, systems = origins(members), _systems(members)
    asserting = tuple(dict.fromkeys(sources[r.claim.id] for r in members if asserts(r.claim)))
    stage, certainty = latest(members)
    return Deal(
        id=content_id("deal", members[0].claim.id),
        kind=members[0].claim.kind,
        roles=_roles(members),
        items=_items(members, systems),
        stage=stage,
        certainty=certainty,
        status=status(members, len(asserting)),
        quantities=tuple(_quantities(members, systems, sources)),
        first_reported=members[0].document.published,
        independent_origins=len(asserting),
        origins=asserting,
        denied_by=deniers(members),
        precedents=(),
        claims=tuple(report.claim.id for report in members),
        documents=_documents(members),
    )


def flat(deal: Deal) -> dict[str, object]:
    """Give a deal in the form of the contract: each role is a field of its own."""
    fields = msgspec.structs.asdict(deal)
    roles = fields.pop("roles")
    return {"id": fields.pop("id"), "kind": fields.pop("kind"), **roles, **fields}


def _roles(members: Sequence[Report]) -> dict[str, tuple[Actor, ...]]:
    found: dict[str, dict[str, Actor]] = {role: {} for role in ROLES[members[0].claim.kind]}
    for report in members:
        for role, actors in report.claim.roles.items():
            for actor in actors:
                found.setdefault(role, {}).setdefault(actor.id, actor)
    return {role: tuple(actors.values()) for role, actors in found.items()}


def _items(members: Sequence[Report], systems: Systems) -> tuple[DealItem, ...]:
    """Name each item once, in its oldest words; what is unspecified only where nothing else is known."""
    found: dict[Thing, DealItem] = {}
    for item in (item for report in members for item in report.claim.items):
        category, system = thing = _thing(item, systems)
        found.setdefault(thing, DealItem(item.text, system, category))
    specified = {thing: item for thing, item in found.items() if item.category != "unspecified"}
    return tuple((specified or found).values())


def _quantities(members: Sequence[Report], systems: Systems, sources: dict[str, str]) -> Iterator[ReportedQuantity]:
    """Give each number that is asserted of an item once, with all who give it."""
    given: dict[tuple[Thing, Quantity], list[Report]] = {}
    for report in members:
        for item in report.claim.items if asserts(report.claim) else ():
            if item.quantity is not None:
                exact = msgspec.structs.replace(item.quantity, approx=False)
                given.setdefault((_thing(item, systems), exact), []).append(report)
    for ((category, system), quantity), reports in given.items():
        yield ReportedQuantity(
            min=quantity.min,
            max=quantity.max,
            unit=quantity.unit,
            category=category,
            system=system,
            origins=tuple(dict.fromkeys(sources[report.claim.id] for report in reports)),
            documents=_documents(reports),
        )


def _systems(members: Sequence[Report]) -> Systems:
    """Collect the known systems of each category."""
    found: dict[Category, set[str]] = {}
    for report in members:
        for item in report.claim.items:
            if item.system:
                found.setdefault(item.category, set()).add(item.system)
    return found


def _thing(item: Item, systems: Systems) -> Thing:
    """Say what an item is: one without a system is the one known system of its category."""
    known = systems.get(item.category, set())
    return item.category, item.system or (next(iter(known)) if len(known) == 1 else None)


def _documents(reports: Iterable[Report]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(report.document.id for report in reports))
