"""Values into the rows of the tables."""

import msgspec

from whoarms.model import Claim, Document, content_id, identified
from whoarms.register.dates import between, day_span
from whoarms.register.fold import fold
from whoarms.register.sides import side_of

Row = dict[str, object]


def said(document: Document, claims: tuple[Claim, ...]) -> str:
    """Name all that the claims of a document say, but not their scores."""
    return content_id(*sorted(identified(claim, document.id).id for claim in claims))


def reading_row(document: Document) -> Row:
    """Describe a document as it was read; its text and the time are the store's to decide."""
    return {
        "document_id": document.id,
        "published": _day(document.published),
        "body": as_json(msgspec.structs.replace(document, text=None)),
    }


def claim_row(claim: Claim, document: Document, position: int) -> Row:
    """Describe a claim, the whole of it and what is looked for in it."""
    first, last = (claim.when and between(claim.when.start, claim.when.end)) or (None, None)
    return {
        "id": claim.id,
        "present": True,
        "position": position,
        "kind": claim.kind,
        "stage": claim.stage,
        "certainty": claim.certainty,
        "when_first": first,
        "when_last": last,
        "published": _day(document.published),
        "body": as_json(claim),
    }


def actor_rows(claim_number: int, claim: Claim) -> list[Row]:
    """Describe who takes part in a claim."""
    return [
        {
            "claim_number": claim_number,
            "role": role,
            "number": number,
            "side": side_of(claim.kind, role),
            "actor_id": actor.id,
            "folded_id": fold(actor.id),
            "folded_name": fold(actor.name),
        }
        for role, actors in claim.roles.items()
        for number, actor in enumerate(actors)
    ]


def item_rows(claim_number: int, claim: Claim) -> list[Row]:
    """Describe what a claim is about."""
    return [
        {
            "claim_number": claim_number,
            "number": number,
            "category": item.category,
            "folded_system": fold(item.system) if item.system else None,
            "folded_text": f" {fold(item.text)} ",
        }
        for number, item in enumerate(claim.items)
    ]


def _day(published: str | None) -> object:
    span = day_span(published)
    return span and span[0]


def as_json(value: object) -> str:
    """Write a value as JSON."""
    return msgspec.json.encode(value).decode()
