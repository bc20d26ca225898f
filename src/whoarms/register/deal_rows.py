"""A deal into rows of the derived tables."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from sqlalchemy import Table

from whoarms.model import Claim, content_id
from whoarms.register.dates import Span, between, day_span
from whoarms.register.derived_tables import deal_actors, deal_claims, deal_items, deal_pairs, deal_words, deals
from whoarms.register.fold import fold
from whoarms.register.grades import speakers
from whoarms.register.rows import Row, as_json
from whoarms.register.sides import side_of
from whoarms.register.standing import asserts
from whoarms.register.values import Deal, Report


class DealRows(NamedTuple):
    """All rows about a deal, and the digest of all that they say."""

    id: str
    digest: str
    rows: dict[Table, list[Row]]


def deal_rows(deal: Deal, members: Sequence[Report]) -> DealRows:
    """Describe a deal, and what is looked for in its claims."""
    said = [report.claim for report in members]
    main, parts = _deal_row(deal, members), {table: list(make(said)) for table, make in _PARTS.items()}
    digest = content_id(str(main), *(str(rows) for rows in parts.values()))
    rows = {table: [{"deal_id": deal.id, **row} for row in part] for table, part in parts.items()}
    return DealRows(deal.id, digest, {deals: [{**main, "digest": digest}], **rows})


def _deal_row(deal: Deal, members: Sequence[Report]) -> Row:
    spans = [span for span in map(_span, members) if span]
    chains = {tuple(speakers(report)) for report in members if asserts(report.claim)}
    return {
        "id": deal.id,
        "kind": deal.kind,
        "stage": deal.stage,
        "status": deal.status,
        "first_day": min((first for first, _ in spans), default=None),
        "last_day": max((last for _, last in spans), default=None),
        "speakers": as_json(sorted(chains)),
        "body": as_json(deal),
    }


def _span(report: Report) -> Span | None:
    """Give the time of the event, else the day of publication."""
    when = report.claim.when
    return (when and between(when.start, when.end)) or day_span(report.document.published)


def _claim_rows(said: Sequence[Claim]) -> Iterator[Row]:
    for position, claim in enumerate(said):
        yield {"position": position, "claim_id": claim.id, "certainty": claim.certainty}


def _actor_rows(said: Sequence[Claim]) -> Iterator[Row]:
    found = {
        (actor.id, side_of(claim.kind, role), fold(actor.name))
        for claim in said
        for role, actors in claim.roles.items()
        for actor in actors
    }
    for id_, side, name in sorted(found):
        yield {"actor_id": id_, "side": side, "folded_id": fold(id_), "folded_name": name}


def _pair_rows(said: Sequence[Claim]) -> Iterator[Row]:
    sides: dict[str, set[str]] = {}
    for claim in said:
        for role, actors in claim.roles.items():
            sides.setdefault(side_of(claim.kind, role), set()).update(actor.id for actor in actors)
    either = sides.get("either", set())
    givers, takers = sides.get("supplier", set()) | either, sides.get("recipient", set()) | either
    for supplier, recipient in sorted(product(givers, takers)):
        yield {"supplier": supplier, "recipient": recipient}


def _item_rows(said: Sequence[Claim]) -> Iterator[Row]:
    found = {
        (item.category, fold(item.system) if item.system else "", f" {fold(item.text)} ")
        for claim in said
        for item in claim.items
    }
    for number, (category, system, text) in enumerate(sorted(found)):
        yield {"number": number, "category": category, "folded_system": system or None, "folded_text": text}


def _word_rows(said: Sequence[Claim]) -> Iterator[Row]:
    items = [item for claim in said for item in claim.items]
    words = {word for item in items for word in fold(f"{item.text} {item.system or ''}").split()}
    for word in sorted(words):
        yield {"word": word}


_PARTS = {
    deal_claims: _claim_rows,
    deal_actors: _actor_rows,
    deal_pairs: _pair_rows,
    deal_items: _item_rows,
    deal_words: _word_rows,
}
