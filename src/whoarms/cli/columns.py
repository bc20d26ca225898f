"""The columns of CSV, one row a claim, a deal or a document."""

from collections.abc import Callable

from whoarms.cli import words
from whoarms.model import ROLES, Money, When
from whoarms.register import Deal, HeldDocument, Report

_ALL_ROLES = tuple(dict.fromkeys(role for roles in ROLES.values() for role in roles))


def _claim_role(role: str) -> Callable[[Report], object]:
    return lambda report: [actor.id for actor in report.claim.roles.get(role, ())]


def _deal_role(role: str) -> Callable[[Deal], object]:
    return lambda deal: [actor.id for actor in deal.roles.get(role, ())]


CLAIMS: dict[str, Callable[[Report], object]] = {
    "id": lambda report: report.claim.id,
    "kind": lambda report: report.claim.kind,
    "stage": lambda report: report.claim.stage,
    "certainty": lambda report: report.claim.certainty,
    **{role: _claim_role(role) for role in _ALL_ROLES},
    "items": lambda report: [item.text for item in report.claim.items],
    "categories": lambda report: [item.category for item in report.claim.items],
    "systems": lambda report: [item.system or "" for item in report.claim.items],
    "quantities": lambda report: [words.number(item.quantity) for item in report.claim.items],
    "amount": lambda report: report.claim.value and report.claim.value.amount,
    "currency": lambda report: report.claim.value and report.claim.value.currency,
    "when_start": lambda report: report.claim.when and report.claim.when.start,
    "when_end": lambda report: report.claim.when and report.claim.when.end,
    "place": lambda report: report.claim.place,
    "measure": lambda report: report.claim.measure and words.measured(report.claim.measure),
    "sources": lambda report: [source.text for source in report.claim.sources],
    "reliability": lambda report: report.reliability,
    "score": lambda report: report.claim.score,
    "document": lambda report: report.document.id,
    "document_type": lambda report: report.document.type,
    "published": lambda report: report.document.published,
    "outlet": lambda report: report.document.outlet,
    "title": lambda report: report.document.title,
    "url": lambda report: report.document.url,
    "quotes": lambda report: [evidence.quote for evidence in report.claim.evidence],
}

DEALS: dict[str, Callable[[Deal], object]] = {
    "id": lambda deal: deal.id,
    "kind": lambda deal: deal.kind,
    **{role: _deal_role(role) for role in _ALL_ROLES},
    "items": lambda deal: [item.text for item in deal.items],
    "categories": lambda deal: [item.category for item in deal.items],
    "systems": lambda deal: [item.system or "" for item in deal.items],
    "stage": lambda deal: deal.stage,
    "certainty": lambda deal: deal.certainty,
    "status": lambda deal: deal.status,
    "credibility": lambda deal: deal.credibility,
    "credibility_rule": lambda deal: deal.credibility_rule,
    "quantities": lambda deal: [f"{words.reported(each)} {each.category}" for each in deal.quantities],
    "values": lambda deal: [words.money(Money(each.amount, each.currency)) for each in deal.values],
    "dates": lambda deal: [f"{words.time(When(each.start, each.end, ''))} {each.stage or ''}" for each in deal.dates],
    "conflicts": lambda deal: [
        f"{each.field}: {' / '.join(side.value for side in each.sides)}" for each in deal.conflicts
    ],
    "first_reported": lambda deal: deal.first_reported,
    "independent_origins": lambda deal: deal.independent_origins,
    "origins": lambda deal: deal.origins,
    "reliability": lambda deal: deal.reliability,
    "denied_by": lambda deal: [actor.id for actor in deal.denied_by],
    "precedents": lambda deal: deal.precedents,
    "claims": lambda deal: deal.claims,
    "documents": lambda deal: deal.documents,
}

DOCUMENTS: dict[str, Callable[[HeldDocument], object]] = {
    "id": lambda held: held.document.id,
    "published": lambda held: held.document.published,
    "outlet": lambda held: held.document.outlet,
    "author": lambda held: held.document.author,
    "title": lambda held: held.document.title,
    "url": lambda held: held.document.url,
    "name": lambda held: held.document.name,
    "language": lambda held: held.document.language,
    "truncated": lambda held: held.document.truncated,
    "credits": lambda held: held.document.credits,
    "type": lambda held: held.document.type,
    "claims": lambda held: held.claims,
    "arrived": lambda held: held.arrived.isoformat(),
}
