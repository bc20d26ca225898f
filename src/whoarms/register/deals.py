"""Deals, made of the claims about them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from whoarms.model import ROLES, Actor, content_id
from whoarms.register.conflicts import conflicts
from whoarms.register.credibility import credibility
from whoarms.register.judgements import Judgement
from whoarms.register.lineage import Lineage
from whoarms.register.match import group
from whoarms.register.order import Key, age
from whoarms.register.origins import asserting, origins
from whoarms.register.precedents import with_precedents
from whoarms.register.reported import (
    Systems,
    Thing,
    dates,
    documents_of,
    quantities,
    stages,
    systems_by_category,
    thing,
    values,
)
from whoarms.register.standing import confirmed_by_party, deniers, latest, status
from whoarms.register.values import Deal, DealItem, Report, Suggestion

_UNKNOWN = Lineage()


class Assembled(NamedTuple):
    """Deals, the first reported first, and the pairs of them that may be one, the likeliest first."""

    deals: list[Deal]
    suggestions: list[Suggestion]


def assemble(reports: Iterable[Report], judgements: Iterable[Judgement] = (), lineage: Lineage = _UNKNOWN) -> Assembled:
    """Make deals of claims, and suggest which may be one; the order of claims and judgements does not matter."""
    grouping = group(reports, judgements)
    made = with_precedents([(build(members, lineage), members) for members in sorted(grouping.deals, key=_first)])
    ids = [deal_id(members) for members in grouping.deals]
    suggested = [
        Suggestion(ids[doubt.left], ids[doubt.right], doubt.match.score, doubt.match.reasons)
        for doubt in grouping.doubts
    ]
    return Assembled(made, sorted(suggested, key=lambda each: (-each.score, each.left, each.right)))


def deals_of(
    reports: Iterable[Report], judgements: Iterable[Judgement] = (), lineage: Lineage = _UNKNOWN
) -> list[Deal]:
    """Make deals of claims, the first reported first; the order of the claims does not matter."""
    return assemble(reports, judgements, lineage).deals


def deal_id(members: Sequence[Report]) -> str:
    """Name a deal by its oldest claim, which is given first: the name stays as newer reports come in."""
    return content_id("deal", members[0].claim.id)


def build(members: Sequence[Report], lineage: Lineage = _UNKNOWN) -> Deal:
    """Make one deal of the claims about it, given with the oldest first."""
    carriers, systems = documents_of(members), systems_by_category(members)
    sources = origins(members, lineage.among(set(carriers)), lineage.texts(carriers))
    asserted_by = asserting(members, sources)
    stage, certainty = latest(members)
    disputed = tuple(conflicts(members, systems, sources))
    confirmed = confirmed_by_party(members)
    grade, rule = credibility([r.claim for r in members], len(asserted_by), confirmed, disputed)
    return Deal(
        id=deal_id(members),
        kind=members[0].claim.kind,
        roles=_roles(members),
        items=_items(members, systems),
        stage=stage,
        certainty=certainty,
        status=status(members, len(asserted_by)),
        credibility=grade,
        credibility_rule=rule,
        quantities=tuple(quantities(members, systems, sources)),
        values=tuple(values(members, sources)),
        dates=tuple(dates(members, sources)),
        stages=tuple(stages(members, sources)),
        conflicts=disputed,
        first_reported=members[0].document.published,
        independent_origins=len(asserted_by),
        origins=asserted_by,
        denied_by=deniers(members),
        precedents=(),
        claims=tuple(report.claim.id for report in members),
        documents=carriers,
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
        category, system = key = thing(item, systems)
        found.setdefault(key, DealItem(item.text, system, category))
    specified = {key: item for key, item in found.items() if item.category != "unspecified"}
    return tuple((specified or found).values())


def _first(members: Sequence[Report]) -> Key:
    return age(members[0])
