"""Deals, made of the claims about them."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from whoarms.model import ROLES, Actor, Category, Quantity, content_id
from whoarms.register.match import group
from whoarms.register.order import age
from whoarms.register.origins import origins
from whoarms.register.standing import asserts, deniers, latest, status
from whoarms.register.values import Deal, DealItem, Report, ReportedQuantity


def deals_of(reports: Iterable[Report]) -> list[Deal]:
    """Make deals of claims, the first reported first; the order of the claims does not matter."""
    groups = sorted(group(reports), key=lambda members: age(members[0]))
    return [build(members) for members in groups]


def build(members: Sequence[Report]) -> Deal:
    """Make one deal of the claims about it, given with the oldest first.

    Its id follows from the oldest claim, so it stays as newer reports come in.
    """
    sources = origins(members)
    asserting = tuple(dict.fromkeys(sources[r.claim.id] for r in members if asserts(r.claim)))
    stage, certainty = latest(members)
    return Deal(
        id=content_id("deal", members[0].claim.id),
        kind=members[0].claim.kind,
        roles=_roles(members),
        items=_items(members),
        stage=stage,
        certainty=certainty,
        status=status(members, len(asserting)),
        quantities=tuple(_quantities(members, sources)),
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


def _items(members: Sequence[Report]) -> tuple[DealItem, ...]:
    """Name each known system once, and each category of which no system is known, in the oldest words."""
    items = [item for report in members for item in report.claim.items]
    with_system = {item.category for item in items if item.system}
    specified = any(item.category != "unspecified" for item in items)
    found: dict[tuple[str, str | None], DealItem] = {}
    for item in items:
        vague = not item.system and item.category in with_system
        if not vague and (item.category != "unspecified" or not specified):
            key = (item.category, item.system)
            found.setdefault(key, DealItem(item.text, item.system, item.category))
    return tuple(found.values())


def _quantities(members: Sequence[Report], sources: dict[str, str]) -> Iterator[ReportedQuantity]:
    """Give each number that is asserted, once a category, with all who give it."""
    given: dict[tuple[Category, Quantity], list[Report]] = {}
    for report in members:
        for item in report.claim.items if asserts(report.claim) else ():
            if item.quantity is not None:
                exact = msgspec.structs.replace(item.quantity, approx=False)
                given.setdefault((item.category, exact), []).append(report)
    for (category, quantity), reports in given.items():
        yield ReportedQuantity(
            min=quantity.min,
            max=quantity.max,
            unit=quantity.unit,
            category=category,
            origins=tuple(dict.fromkeys(sources[report.claim.id] for report in reports)),
            documents=_documents(reports),
        )


def _documents(reports: Iterable[Report]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(report.document.id for report in reports))
