"""Rows of the UN Register of Conventional Arms: what states report that they exported or imported in a year."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from whoarms.errors import InputError
from whoarms.model import Actor, Category, Item, Source
from whoarms.records.cells import pieces, time
from whoarms.records.goods import item
from whoarms.records.parties import party
from whoarms.records.saying import Said, Step, Subject, said
from whoarms.records.tables import Row, Table

_NUMERAL = re.compile(r"\W*(?:category\s*)?(VII|VI|IV|V|III|II|I)\b", re.IGNORECASE)
_CATEGORIES: dict[str, Category] = {
    "I": "armoured_vehicle",
    "II": "armoured_vehicle",
    "III": "artillery",
    "IV": "aircraft",
    "V": "helicopter",
    "VI": "ship",
    "VII": "missile",
}
_WORDS: dict[str, Category] = {
    "battle tank": "armoured_vehicle",
    "armoured combat": "armoured_vehicle",
    "artillery": "artillery",
    "unmanned": "uav",
    "combat aircraft": "aircraft",
    "helicopter": "helicopter",
    "warship": "ship",
    "missile": "missile",
    "manpads": "air_defence",
    "small arms": "small_arms",
    "light weapons": "small_arms",
}


def read_reports(table: Table) -> Iterator[Said]:
    """Read each row as the delivery that a state reports; raises InputError where no column names the other side."""
    if table.rows and not any(_exporter(row) or _importer(row) for row in table.rows):
        raise InputError(table.name, "no column names an exporter or an importer state")
    for row in table.rows:
        reporter = party(_reporter(row))
        subject = Subject(party(_exporter(row)), party(_importer(row)), _item(row), _sources(_reporter(row), reporter))
        yield said(subject, Step("delivery", pieces(row.cell("number of items")), time(row.cell("year"))), row)


def _exporter(row: Row) -> str:
    named = row.cell("exporter state")
    return named or (row.cell("reporting state") if row.cell("final importer state") else "")


def _importer(row: Row) -> str:
    named = row.cell("final importer state")
    return named or (row.cell("reporting state") if row.cell("exporter state") else "")


def _reporter(row: Row) -> str:
    """Name who reports: a state of its own column, else the side whose table (exports, imports) the row is of."""
    table = row.cell("transfer").casefold()
    own = _exporter(row) if table.startswith("export") else _importer(row) if table.startswith("import") else ""
    return row.cell("reporting state") or own


def _sources(words: str, reporter: tuple[Actor, ...]) -> tuple[Source, ...]:
    if not reporter:
        return (Source("UNROCA", "document"),)
    return (Source(words, "official", reporter[0].id),)


def _item(row: Row) -> Item:
    """Take the item as it is described, else as its category is called."""
    named = item(row.cell("description") or row.cell("category"))
    if named.category != "unspecified" and row.cell("description"):
        return named
    return replace(named, category=_category(row.cell("category")))


def _category(cell: str) -> Category:
    said = cell.casefold()
    by_word = next((category for word, category in _WORDS.items() if word in said), None)
    numeral = _NUMERAL.match(cell)
    return by_word or (_CATEGORIES[numeral[1].upper()] if numeral else "unspecified")
