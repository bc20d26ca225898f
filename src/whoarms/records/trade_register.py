"""The three layouts of the trade register of arms transfers.

Its question marks and brackets are about numbers, years and designations; a row stands in it only once an order is
placed or a delivery begun, so its claims are asserted. A designation with a question mark is `possible`.
"""

from collections.abc import Iterator

from whoarms.model import Certainty, Source
from whoarms.records.cells import pieces, time
from whoarms.records.goods import item
from whoarms.records.parties import party
from whoarms.records.saying import Said, Step, Subject, said
from whoarms.records.tables import Row, Table

_SOURCES = (Source("SIPRI", "document"),)


def read_orders(table: Table) -> Iterator[Said]:
    """Read the classic layout and that of a year range: a row is an order with all its deliveries."""
    for row in table.rows:
        designation = row.cell("weapon designation")
        subject = _subject(row, designation, row.cell("weapon description"))
        ordered, of_order = pieces(row.cell("number ordered")), time(row.cell("year of order"))
        delivered = pieces(row.cell("number delivered") or row.cell("deliveries in the year range"))
        if ordered or of_order or not delivered:
            yield said(subject, Step("order", ordered, of_order, _certainty(designation)), row)
        if delivered:
            when = time(row.cell("year(s) of delivery"))
            yield said(subject, Step("delivery", delivered, when, _certainty(designation)), row)


def read_deliveries(table: Table) -> Iterator[Said]:
    """Read the flat layout: a row is the delivery of one year, and the rows of one id are one order."""
    for rows in _orders(table.rows):
        first = rows[0]
        designation = first.cell("designation")
        subject = _subject(first, designation, first.cell("description"), first.cell("armament category"))
        ordered = time(_estimated(first, "order date"))
        yield said(subject, Step("order", None, ordered, _certainty(designation)), *rows)
        for row in rows:
            delivered = pieces(_estimated(row, "numbers delivered"))
            if delivered:
                when = time(_estimated(row, "delivery year"))
                yield said(subject, Step("delivery", delivered, when, _certainty(designation)), row)


def _subject(row: Row, designation: str, description: str, armament: str = "") -> Subject:
    goods = item(designation, description, armament)
    return Subject(party(row.cell("supplier")), party(row.cell("recipient")), goods, _SOURCES)


def _orders(rows: tuple[Row, ...]) -> list[tuple[Row, ...]]:
    """Put the rows of one order together; the same id with other words is another order."""
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        names = ("sipri at database id", "supplier", "recipient", "designation", "order date")
        found.setdefault(tuple(row.cell(name) for name in names), []).append(row)
    return [tuple(together) for together in found.values()]


def _estimated(row: Row, column: str) -> str:
    """Mark a cell that another column calls an estimate as the other layouts mark it: `40 ?`."""
    is_estimate = row.cell(f"{column} is estimate").casefold() in ("yes", "true", "1", "?")
    return f"{row.cell(column)} ?" if is_estimate and row.cell(column) else row.cell(column)


def _certainty(designation: str) -> Certainty:
    return "possible" if "?" in designation else "asserted"
