"""How a document with its claims comes into the database."""

from collections.abc import Iterable
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, Select, insert, select, update

from whoarms.errors import InputError
from whoarms.model import Claim, Document, Reading, content_id
from whoarms.register import rows
from whoarms.register.derived_tables import changes
from whoarms.register.engine import insert_rows
from whoarms.register.fold import text_digest
from whoarms.register.identity import is_another
from whoarms.register.tables import claim_actors, claim_items, claims, documents, readings, texts

Held = Row[int, str, str, str | None, str | None]

_DOCUMENTS = msgspec.json.Decoder(Document)
_PRESENT: Select[int, str, str, str | None, str | None] = (
    select(readings.c.number, readings.c.said, readings.c.body, readings.c.text_id, texts.c.text)
    .outerjoin(texts)
    .where(readings.c.superseded_at.is_(None))
)


def add_reading(connection: Connection, read: Reading, at: datetime) -> bool:
    """Store a document with its claims, and say whether that changed anything; see `Register.add`."""
    document, said = read.document, rows.said(read.document, read.claims)
    held = connection.execute(_PRESENT.where(readings.c.document_id == document.id)).one_or_none()
    if held is None:
        connection.execute(insert(documents), {"id": document.id, "arrived": at})
    else:
        _refuse_another(document, held)
        if held.said == said:
            _complete(connection, document, held)
            return False
        _supersede(connection, held, at)
    text_id = _store_text(connection, document.text) or (held and held.text_id)
    row = {**rows.reading_row(document), "said": said, "read_at": at, "text_id": text_id}
    number = connection.execute(insert(readings).returning(readings.c.number), row).scalar_one()
    _insert_claims(connection, number, document, read.claims)
    note_changes(connection, {claim.kind for claim in read.claims})
    return True


def note_changes(connection: Connection, kinds: Iterable[str]) -> None:
    """Say that the deals of these kinds must be made anew."""
    insert_rows(connection, changes, [{"kind": kind} for kind in sorted(kinds)])


def named(document: Document) -> str:
    """Call a document what a person would know it by."""
    return document.name or document.title or document.id


def _refuse_another(document: Document, held: Held) -> None:
    before = _DOCUMENTS.decode(held.body)
    if is_another(document, before, held.text):
        cause = f"another document, {named(before)}, has its id '{document.id}'"
        raise InputError(named(document), cause)


def _complete(connection: Connection, document: Document, held: Held) -> None:
    """Keep the text of a document whose claims came first, without it."""
    if document.text and not held.text_id:
        with_text = {"text_id": _store_text(connection, document.text)}
        connection.execute(update(readings).where(readings.c.number == held.number).values(with_text))


def _supersede(connection: Connection, held: Held, at: datetime) -> None:
    """Keep the former reading as one that was."""
    of_reading = claims.c.reading_number == held.number
    note_changes(connection, connection.scalars(select(claims.c.kind).where(of_reading).distinct()))
    connection.execute(update(readings).where(readings.c.number == held.number).values(superseded_at=at))
    connection.execute(update(claims).where(of_reading).values(present=False))


def _store_text(connection: Connection, text: str | None) -> str | None:
    """Keep a text once, and give its id."""
    if not text:
        return None
    row = {"id": content_id(text), "digest": text_digest(text), "text": text}
    if not connection.scalar(select(texts.c.id).where(texts.c.id == row["id"])):
        connection.execute(insert(texts), row)
    return row["id"]


def _insert_claims(connection: Connection, reading: int, document: Document, said: tuple[Claim, ...]) -> None:
    distinct = list({claim.id: claim for claim in said}.values())
    if not distinct:
        return
    new = [{**rows.claim_row(claim, document, n), "reading_number": reading} for n, claim in enumerate(distinct)]
    numbered = insert(claims).returning(claims.c.number, sort_by_parameter_order=True)
    numbers = connection.scalars(numbered, new).all()
    together = list(zip(numbers, distinct, strict=True))
    insert_rows(connection, claim_actors, [row for number, one in together for row in rows.actor_rows(number, one)])
    insert_rows(connection, claim_items, [row for number, one in together for row in rows.item_rows(number, one)])
