"""Deals, their parties and their evidence as entities of FollowTheMoney 4, one JSON object a line.

A state is a PublicBody, another actor an Organization; a transfer or a production is a Contract with a
ContractAward for each supplier, any other act an Event; a document is an Article, and a claim the Documentation
that links the two. See <https://followthemoney.tech/>; the schemata are those of version 4.11.
"""

import re
from collections.abc import Iterator

import msgspec
from babel.core import get_global

from whoarms.export import figures
from whoarms.export.names import group, headline, is_state, name, on_side
from whoarms.export.selection import Exported, Selection
from whoarms.model import Actor, Document, content_id
from whoarms.register import Deal, Report

_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")
_LANGUAGES = {"en": "eng"}
_CONTRACTS = ("transfer", "production")


class _Entity(msgspec.Struct, frozen=True):
    id: str
    schema: str
    properties: dict[str, list[str]]


def ftm(selection: Selection) -> Exported:
    """Write all entities, those that others refer to first."""
    entities = {entity.id: entity for entity in _entities(selection)}
    return Exported(b"".join(msgspec.json.encode(entity) + b"\n" for entity in entities.values()).decode())


def entity_id(what: str, id_: str) -> str:
    """Name an entity by what it is (`actor`, `deal`, `document`, `claim`) and its id in the register."""
    return f"{what}-{id_ if _ID.fullmatch(id_) else content_id(what, id_)}"


def _entities(selection: Selection) -> Iterator[_Entity]:
    yield from (_actor(actor) for deal in selection.deals for actors in deal.roles.values() for actor in actors)
    yield from map(_article, selection.documents)
    for deal in selection.deals:
        yield _contract(selection, deal) if deal.kind in _CONTRACTS else _event(selection, deal)
        if deal.kind in _CONTRACTS:
            yield from (_award(deal, supplier) for supplier in on_side(deal, "supplier"))
        yield from (_documentation(deal, report) for report in selection.reports_of(deal))


def _entity(id_: str, schema: str, **properties: object) -> _Entity:
    """Make an entity; a property may be given as one value or several, and is left out where there is none."""
    listed = {key: list(given) if isinstance(given, (list, tuple)) else [given] for key, given in properties.items()}
    texts = {key: list(dict.fromkeys(str(one) for one in given if one)) for key, given in listed.items()}
    return _Entity(id_, schema, {key: given for key, given in texts.items() if given})


def _actor(actor: Actor) -> _Entity:
    known, id_ = group(actor.id), entity_id("actor", actor.id)
    if known is None and is_state(actor.id):
        return _entity(id_, "PublicBody", name=name(actor), country=_country(actor.id))
    home, wikidata = (known.state, known.wikidata) if known else ("", "")
    return _entity(id_, "Organization", name=name(actor), country=_country(home), wikidataId=wikidata)


def _country(state: str) -> str | None:
    """Give the two letters of a state; None for a dissolved one, which has several successors or another code."""
    codes = get_global("territory_aliases").get(state, ())
    return str(codes[0]).lower() if len(codes) == 1 else None


def _article(document: Document) -> _Entity:
    return _entity(
        entity_id("document", document.id),
        "Article",
        fileName=document.name or document.id,
        title=document.title,
        author=document.author,
        publishedAt=document.published,
        language=_LANGUAGES.get(document.language or ""),
        sourceUrl=document.url,
        publisher=document.outlet,
    )


def _contract(selection: Selection, deal: Deal) -> _Entity:
    worth = figures.worth(deal).money
    orders = [one.start for one in deal.dates if one.stage == "order" and not one.planned]
    return _entity(
        entity_id("deal", deal.id),
        "Contract",
        title=headline(deal),
        name=headline(deal),
        authority=[entity_id("actor", actor.id) for actor in on_side(deal, "recipient")],
        type="U" if deal.kind == "transfer" else None,
        classification=deal.kind,
        contractDate=orders,
        status=deal.status,
        cancelled="true" if deal.stage == "cancelled" else None,
        amount=f"{worth.amount:.12g}" if worth else None,
        currency=worth.currency if worth else None,
        keywords=[item.category for item in deal.items],
        summary=_goods(deal),
        proof=[entity_id("document", id_) for id_ in deal.documents],
    )


def _award(deal: Deal, supplier: Actor) -> _Entity:
    delivered = [one for one in deal.dates if one.stage == "delivery" and not one.planned]
    return _entity(
        f"{entity_id('deal', deal.id)}-{entity_id('supplier', supplier.id)}",
        "ContractAward",
        contract=entity_id("deal", deal.id),
        supplier=entity_id("actor", supplier.id),
        role="supplier",
        status=deal.stage,
        startDate=[one.start for one in delivered],
        endDate=[one.end for one in delivered],
    )


def _event(selection: Selection, deal: Deal) -> _Entity:
    actors = [actor for role in deal.roles.values() for actor in role]
    return _entity(
        entity_id("deal", deal.id),
        "Event",
        name=headline(deal),
        involved=[entity_id("actor", actor.id) for actor in actors],
        organizer=[entity_id("actor", actor.id) for actor in on_side(deal, "supplier")],
        location=[claim.place for claim in selection.claims_of(deal)],
        startDate=[one.start for one in deal.dates if not one.planned],
        endDate=[one.end for one in deal.dates if not one.planned],
        keywords=[deal.kind, *(item.category for item in deal.items)],
        summary=_goods(deal),
        proof=[entity_id("document", id_) for id_ in deal.documents],
    )


def _documentation(deal: Deal, report: Report) -> _Entity:
    claim = report.claim
    return _entity(
        entity_id("claim", claim.id),
        "Documentation",
        document=entity_id("document", report.document.id),
        entity=entity_id("deal", deal.id),
        role=claim.stage or claim.kind,
        status=claim.certainty,
        date=report.document.published,
        summary=[evidence.quote for evidence in claim.evidence],
        publisher=[source.text for source in claim.sources],
        recordId=claim.id,
    )


def _goods(deal: Deal) -> list[str]:
    """Say of each item what it is, and all numbers that are reported of it."""
    said = [(item.text, " or ".join(figures.all_numbers(deal, item))) for item in deal.items]
    return [f"{text}: {numbers}" if numbers else text for text, numbers in said]
