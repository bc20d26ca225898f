"""Documents and claims in the database."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, TypeVarTuple

import msgspec
from sqlalchemy import Column, Connection, Row, Select, Table, delete, func, insert, inspect, select, update
from sqlalchemy.exc import DataError, IntegrityError

from whoarms.errors import InputError, RegisterError
from whoarms.model import Claim, Document, Reading
from whoarms.register import rows
from whoarms.register.conditions import claim_conditions, document_conditions
from whoarms.register.engine import open_engine, readable_errors, reading, writing
from whoarms.register.fold import text_digest
from whoarms.register.identity import is_another
from whoarms.register.tables import METADATA, claim_actors, claim_items, claims, documents
from whoarms.register.values import Filter, HeldDocument, Report

Columns = TypeVarTuple("Columns")


class Store:
    """The stored documents and claims; all methods raise RegisterError where the database fails."""

    def __init__(self, url: str) -> None:
        """Open the database, and make the tables that are missing."""
        self._engine = open_engine(url)
        if not self._is_complete():
            self._make_tables()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def add(self, read: Reading) -> bool:
        """Store a document with its claims in one transaction; see `Register.add`."""
        try:
            return self._add(read)
        except DataError as error:
            raise InputError(_named(read.document), f"the database cannot hold it ({error.orig})") from error
        except IntegrityError:
            pass  # another process has stored the document between our look and our insert, or an id is taken
        try:
            return self._add(read)
        except IntegrityError as error:
            cause = "it has the id of another document's claim for one of its own"
            raise InputError(_named(read.document), cause) from error

    def reports(self, wanted: Filter) -> Iterator[Report]:
        """Give the claims that a filter selects, by day of publication, document and place in it."""
        yield from self._reports(_SELECT_REPORTS.where(*claim_conditions(wanted)))

    def claim_ids(self, wanted: Filter) -> set[str]:
        """Give the ids of the claims that a filter selects."""
        with reading(self._engine) as connection:
            return set(connection.scalars(select(claims.c.id).where(*claim_conditions(wanted))))

    def reports_of(self, document_id: str) -> Iterator[Report]:
        """Give the claims of one document, in their order."""
        yield from self._reports(_SELECT_REPORTS.where(documents.c.id == document_id))

    def reports_like(self, prefix: str) -> list[Report]:
        """Give the claims whose id starts with `prefix`, the shortest ids, six at most."""
        return list(self._reports(_starting(_SELECT_REPORTS, claims.c.id, prefix)))

    def documents(self, wanted: Filter) -> Iterator[HeldDocument]:
        """Give the documents that a filter selects, by day of publication."""
        yield from self._documents(_SELECT_DOCUMENTS.where(*document_conditions(wanted)))

    def text(self, document_id: str) -> str | None:
        """Give the text of a document; see `Register.text`."""
        with reading(self._engine) as connection:
            return connection.scalar(select(documents.c.text).where(documents.c.id == document_id))

    def documents_like(self, prefix: str) -> list[HeldDocument]:
        """Give the documents whose id starts with `prefix`, the shortest ids, six at most."""
        return list(self._documents(_starting(_SELECT_DOCUMENTS, documents.c.id, prefix)))

    def _is_complete(self) -> bool:
        with readable_errors():
            return inspect(self._engine).has_table(claim_items.name)

    def _make_tables(self) -> None:
        try:
            with writing(self._engine) as connection:
                METADATA.create_all(connection)
        except (IntegrityError, RegisterError):  # of two processes that make them, PostgreSQL refuses one
            if not self._is_complete():
                raise

    def _add(self, read: Reading) -> bool:
        document, said = read.document, rows.said(read.document, read.claims)
        with writing(self._engine) as connection:
            held = connection.execute(select(documents).where(documents.c.id == document.id)).one_or_none()
            if held is not None:
                _refuse_another(document, held)
            if held is not None and held.said == said:
                _complete(connection, document, held)
                return False
            connection.execute(delete(documents).where(documents.c.id == document.id))
            row = {**rows.document_row(document), "said": said, **_kept(document, held)}
            connection.execute(insert(documents), row)
            _insert_claims(connection, document, read.claims)
        return True

    def _reports(self, query: Select[str, str, str]) -> Iterator[Report]:
        with reading(self._engine) as connection, connection.execute(query) as found:
            for claim, document, digest in found:
                yield Report(_CLAIMS.decode(claim), _DOCUMENTS.decode(document), digest)

    def _documents(self, query: Select[str, datetime, int]) -> Iterator[HeldDocument]:
        with reading(self._engine) as connection, connection.execute(query) as found:
            for body, arrived, count in found:
                yield HeldDocument(_DOCUMENTS.decode(body), arrived.replace(tzinfo=UTC), count)


_CLAIMS = msgspec.json.Decoder(Claim)
_DOCUMENTS = msgspec.json.Decoder(Document)
_ORDER = (documents.c.published.asc().nulls_last(), documents.c.id)
_SELECT_REPORTS: Select[str, str, str] = (
    select(claims.c.body, documents.c.body, documents.c.text_digest)
    .join(documents)
    .order_by(*_ORDER, claims.c.position)
)
_CLAIM_COUNT = select(func.count()).select_from(claims).where(claims.c.document_id == documents.c.id).scalar_subquery()
_SELECT_DOCUMENTS: Select[str, datetime, int] = select(documents.c.body, documents.c.arrived, _CLAIM_COUNT).order_by(
    *_ORDER
)


def _starting(query: Select[*Columns], id_: Column[str], prefix: str) -> Select[*Columns]:
    found = query.where(id_.startswith(prefix, autoescape=True))
    return found.order_by(None).order_by(func.length(id_), id_).limit(6)


def _named(document: Document) -> str:
    return document.name or document.title or document.id


def _refuse_another(document: Document, held: Row[Any]) -> None:
    before = _DOCUMENTS.decode(held.body)
    if is_another(document, before, held.text):
        cause = f"another document, {_named(before)}, has its id '{document.id}'"
        raise InputError(_named(document), cause)


def _complete(connection: Connection, document: Document, held: Row[Any]) -> None:
    """Keep the text of a document whose claims came first, without it."""
    if document.text and not held.text:
        kept = _kept(document, held)
        connection.execute(update(documents).where(documents.c.id == document.id).values(kept))


def _kept(document: Document, held: Row[object] | None) -> rows.Row:
    """Say what outlives a second reading: the first arrival, and a text where the new one has none."""
    arrived = held.arrived if held is not None else datetime.now(UTC).replace(tzinfo=None)
    if document.text is None and held is not None:
        return {"arrived": arrived, "text": held.text, "text_digest": held.text_digest}
    return {"arrived": arrived, "text": document.text, "text_digest": text_digest(document.text)}


def _insert_claims(connection: Connection, document: Document, said: tuple[Claim, ...]) -> None:
    distinct = {claim.id: claim for claim in said}.values()
    _insert(connection, claims, [rows.claim_row(claim, document, n) for n, claim in enumerate(distinct)])
    _insert(connection, claim_actors, [row for claim in distinct for row in rows.actor_rows(claim)])
    _insert(connection, claim_items, [row for claim in distinct for row in rows.item_rows(claim)])


def _insert(connection: Connection, table: Table, new: list[rows.Row]) -> None:
    if new:
        connection.execute(insert(table), new)
