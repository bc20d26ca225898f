"""What is asked of the stored documents and claims."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TypeVarTuple

import msgspec
from sqlalchemy import Column, Connection, Select, func, select

from whoarms.model import Claim, Document
from whoarms.register.conditions import claim_conditions, document_conditions, stands
from whoarms.register.engine import in_batches
from whoarms.register.names import actors_of
from whoarms.register.tables import claim_actors, claims, documents, readings, texts
from whoarms.register.values import Filter, HeldDocument, Report

Columns = TypeVarTuple("Columns")

_CLAIMS = msgspec.json.Decoder(Claim)
_DOCUMENTS = msgspec.json.Decoder(Document)
_ORDER = (readings.c.published.asc().nulls_last(), readings.c.document_id)
_SELECT_REPORTS: Select[str, str, str] = (
    select(claims.c.body, readings.c.body, texts.c.digest)
    .join_from(claims, readings)
    .outerjoin(texts, texts.c.id == readings.c.text_id)
)
_CLAIM_COUNT = select(func.count()).where(claims.c.reading_number == readings.c.number).scalar_subquery()
_SELECT_DOCUMENTS: Select[str, datetime, int] = select(readings.c.body, documents.c.arrived, _CLAIM_COUNT).join_from(
    readings, documents
)


def reports(connection: Connection, wanted: Filter, as_of: datetime | None) -> Iterator[Report]:
    """Give the claims that a filter selects, by day of publication, document and place in it."""
    conditions = claim_conditions(wanted, actors_of(connection, claim_actors, wanted))
    yield from _reports(connection, _SELECT_REPORTS.where(*conditions), as_of)


def reports_of(connection: Connection, document_id: str, as_of: datetime | None) -> Iterator[Report]:
    """Give the claims of one document, in their order."""
    yield from _reports(connection, _SELECT_REPORTS.where(readings.c.document_id == document_id), as_of)


def reports_by_id(connection: Connection, ids: Sequence[str], as_of: datetime | None) -> list[Report]:
    """Give the claims with these ids, in the order of the ids."""
    batches = (_reports(connection, _SELECT_REPORTS.where(claims.c.id.in_(batch)), as_of) for batch in in_batches(ids))
    found = {report.claim.id: report for reports in batches for report in reports}
    return [found[id_] for id_ in ids if id_ in found]


def reports_like(connection: Connection, prefix: str, as_of: datetime | None) -> Iterator[Report]:
    """Give the claims whose id starts with `prefix`, the shortest ids, six at most."""
    yield from _reports(connection, starting(_SELECT_REPORTS, claims.c.id, prefix), as_of)


def held_documents(connection: Connection, wanted: Filter, as_of: datetime | None) -> Iterator[HeldDocument]:
    """Give the documents that a filter selects, by day of publication."""
    conditions = document_conditions(wanted, actors_of(connection, claim_actors, wanted))
    yield from _documents(connection, _SELECT_DOCUMENTS.where(*conditions), as_of)


def documents_like(connection: Connection, prefix: str, as_of: datetime | None) -> Iterator[HeldDocument]:
    """Give the documents whose id starts with `prefix`, the shortest ids, six at most."""
    yield from _documents(connection, starting(_SELECT_DOCUMENTS, readings.c.document_id, prefix), as_of)


def texts_of(connection: Connection, as_of: datetime | None, ids: Iterable[str] | None = None) -> Iterator[Document]:
    """Give the documents that have a text, with it; only those with these ids, where ids are given."""
    query = select(readings.c.body, texts.c.text).join(texts, texts.c.id == readings.c.text_id).where(stands(as_of))
    ordered = query.order_by(readings.c.document_id)
    asked = (
        [ordered] if ids is None else [ordered.where(readings.c.document_id.in_(batch)) for batch in in_batches(ids)]
    )
    for each in asked:
        for body, text in connection.execute(each):
            yield msgspec.structs.replace(_DOCUMENTS.decode(body), text=text)


def claims_of(connection: Connection, documents_: Iterable[str], as_of: datetime | None) -> dict[str, list[Claim]]:
    """Give the claims of each of these documents, in their order."""
    found: dict[str, list[Claim]] = {}
    query = (
        select(readings.c.document_id, claims.c.body)
        .join_from(claims, readings)
        .where(stands(as_of))
        .order_by(claims.c.position)
    )
    for batch in in_batches(documents_):
        for document, body in connection.execute(query.where(readings.c.document_id.in_(batch))):
            found.setdefault(document, []).append(_CLAIMS.decode(body))
    return found


def starting(query: Select[*Columns], id_: Column[str], prefix: str) -> Select[*Columns]:
    """Narrow a query to ids that start so, the shortest first, six at most."""
    return query.where(id_.startswith(prefix, autoescape=True)).order_by(func.length(id_), id_).limit(6)


def _reports(connection: Connection, query: Select[str, str, str], as_of: datetime | None) -> Iterator[Report]:
    with connection.execute(query.where(stands(as_of)).order_by(*_ORDER, claims.c.position)) as found:
        for claim, document, digest in found:
            yield Report(_CLAIMS.decode(claim), _DOCUMENTS.decode(document), digest)


def _documents(
    connection: Connection, query: Select[str, datetime, int], as_of: datetime | None
) -> Iterator[HeldDocument]:
    with connection.execute(query.where(stands(as_of)).order_by(*_ORDER)) as found:
        for body, arrived, count in found:
            yield HeldDocument(_DOCUMENTS.decode(body), arrived.replace(tzinfo=UTC), count)
