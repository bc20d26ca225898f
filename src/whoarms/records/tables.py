"""The bytes of a table into rows of cells by the names of their columns."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import NamedTuple

from whoarms.errors import InputError
from whoarms.records.layouts import Layout, columns_in, layout_of, nearest

_LEAD_ROWS = 40
"""The names of the columns stand in one of the first so many rows."""
_SHOWN = 6
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BINARY = {b"PK\x03\x04": "a ZIP archive or an Office file", b"%PDF-": "a PDF", b"\x1f\x8b": "gzip data"}
_NAMELESS = re.compile(r"\s*(?:unnamed: \d+)?\s*", re.IGNORECASE)

Cells = list[str]


class Row(NamedTuple):
    """A row: where it ends in the file, its cells by the names of their columns, and all of it in words.

    The mark in a nameless column stands behind the cell before it: `40 ?`.
    """

    line: int
    cells: Mapping[str, str]
    text: str

    def cell(self, column: str) -> str:
        """Give a cell, empty where there is none."""
        return self.cells.get(column, "")


class Table(NamedTuple):
    """The rows of a file, its layout, and the lines before the names of the columns."""

    name: str
    layout: Layout
    lead: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(data: bytes, name: str) -> Table:
    """Read a table with commas, semicolons or tabs. Raises InputError for a binary and for a layout of no record."""
    text = _decoded(data, name)
    try:
        layout, delimiter, lead = _recognised(text, name)
        lines = _lines(text, delimiter)
        before = tuple(" ".join(cells).strip() for _, cells in islice(lines, lead))
        return Table(name, layout, before, tuple(_rows(lines, layout)))
    except csv.Error as error:
        raise InputError(name, f"a broken table: {error}") from error


def _decoded(data: bytes, name: str) -> str:
    """Decode UTF-8, UTF-16 with its mark, or else Western European letters (Windows-1252, Latin-1)."""
    for magic, what in _BINARY.items():
        if data.startswith(magic):
            raise InputError(name, f"{what}, not a table: save it as CSV")
    if data.startswith(_UTF16):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        raise InputError(name, "binary data, not a table")
    for charset in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(charset)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _recognised(text: str, name: str) -> tuple[Layout, str, int]:
    """Find the layout, the delimiter, and how many rows come before the names of the columns."""
    widest: Cells = []
    for delimiter in ",;\t":
        with suppress(csv.Error):  # what is no table with one delimiter may be one with another
            for number, (_, cells) in enumerate(islice(_lines(text, delimiter), _LEAD_ROWS)):
                layout = layout_of(cells)
                if layout is not None:
                    return layout, delimiter, number
                widest = max(widest, cells, key=len)
    raise InputError(name, _unknown(widest))


def _unknown(header: Sequence[str]) -> str:
    layout, missing = nearest(header)
    if 2 * len(missing) <= len(layout.needs):
        return f"like a {layout.name}, but without the columns {', '.join(sorted(missing))}"
    columns = [cell.strip()[:40] for cell in header if cell.strip()]
    shown = ", ".join(columns[:_SHOWN]) + (", …" if len(columns) > _SHOWN else "")
    return f"no layout of a record that is known; found {f'the columns {shown}' if shown else 'no columns'}"


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, Cells]]:
    """Give the cells of each row with the number of the line in which it ends."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    for cells in reader:
        yield reader.line_num, cells


def _rows(lines: Iterator[tuple[int, Cells]], layout: Layout) -> Iterator[Row]:
    """Give the rows after the names of the columns, which come first, without the empty ones."""
    header = [" ".join(name.split()) for name in next(lines)[1]]
    names = columns_in(layout, header)
    for line, cells in lines:
        joined = _joined(header, cells)
        if joined:
            by_name = {names[place]: cell for place, cell in joined.items()}
            yield Row(line, by_name, " | ".join(f"{header[at]}: {cell}" for at, cell in joined.items()))


def _joined(header: Sequence[str], cells: Sequence[str]) -> dict[int, str]:
    """Put each cell that says something at the place of its column, with the mark of a nameless one behind it."""
    joined: dict[int, str] = {}
    for place, cell in enumerate(cells[: len(header)]):
        said = " ".join(cell.split())
        if not said:
            continue
        named = place
        while named and _NAMELESS.fullmatch(header[named]):
            named -= 1
        joined[named] = f"{joined[named]} {said}" if named in joined else said
    return joined
