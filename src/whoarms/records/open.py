"""Files of official records into readings."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from whoarms.errors import InputError
from whoarms.model import Claim, Document, Evidence, Reading, content_id, identified
from whoarms.records.layouts import CLASSIC, FLAT, NEWER, PLAIN, UN_REGISTER
from whoarms.records.plain import read_plain
from whoarms.records.saying import Said
from whoarms.records.tables import Table, read_table
from whoarms.records.trade_register import read_deliveries, read_orders
from whoarms.records.un_register import read_reports
from whoarms.text.dates import dates

_READERS: dict[str, Callable[[Table], Iterator[Said]]] = {
    CLASSIC.name: read_orders,
    NEWER.name: read_orders,
    FLAT.name: read_deliveries,
    UN_REGISTER.name: read_reports,
    PLAIN.name: read_plain,
}
_MADE = re.compile(r"\b(?:generated|created|exported|downloaded)\b(.*)", re.IGNORECASE)


def open_records(paths: Iterable[str]) -> Iterator[Reading]:
    """Read files of official records, in order; one that cannot be read is an `unreadable` document with the cause."""
    for path in paths:
        try:
            yield open_record(path)
        except InputError as error:
            name = _printable(error.name)
            yield Reading(Document(id=content_id(name), name=name, status="unreadable", message=error.cause))


def open_record(path: str) -> Reading:
    """Read a file of an official record into one document of type `register` and its claims.

    Its text is its rows, one a line; each claim has the whole row that makes it as evidence. The id follows from
    the text, so the same rows under other lead lines are the same document. Raises InputError where the file
    cannot be read, is of no layout that is known, or holds no rows.
    """
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(path, (getattr(error, "strerror", None) or str(error)).lower()) from error
    table = read_table(data, path)
    if not table.rows:
        raise InputError(path, f"a {table.layout.name} without rows")
    document = _document(table)
    return Reading(document, tuple(_evidenced(_READERS[table.layout.name](table), table, document.id)))


def _document(table: Table) -> Document:
    text = "\n".join(row.text for row in table.rows)
    layout = table.layout
    return Document(
        id=content_id(text),
        name=_printable(table.name),
        title=f"{layout.title}, {len(table.rows):,} rows",
        outlet=layout.publisher,
        published=_made(table.lead),
        language="en",
        type="register",
        text=text,
    )


def _evidenced(all_said: Iterable[Said], table: Table, document_id: str) -> Iterator[Claim]:
    """Give each claim its rows as evidence, at their places in the text."""
    places: dict[int, Evidence] = {}
    start = 0
    for row in table.rows:
        places[row.line] = Evidence(row.text, start, start + len(row.text))
        start += len(row.text) + 1
    for claim, rows in all_said:
        evidence = tuple(places[row.line] for row in rows)
        yield identified(replace(claim, evidence=evidence), document_id)


def _made(lead: Iterable[str]) -> str | None:
    """Find the day on which the file was made in the lines before the names of the columns."""
    for line in lead:
        said = _MADE.search(line)
        for found in dates(said[1], None) if said else ():
            if _is_day(found.value.start):
                return found.value.start
    return None


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _printable(name: str) -> str:
    """Write out the bytes of a file name that are not UTF-8."""
    return name.encode("utf-8", "backslashreplace").decode()
