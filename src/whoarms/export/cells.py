"""Tables as CSV, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def cell(content: object) -> str:
    """Put a value into one cell: a list with semicolons, and a quote before a text that starts like a formula."""
    if isinstance(content, (int, float)):
        return str(content)
    if isinstance(content, (list, tuple)):
        text = "; ".join(str(part) for part in content)
    else:
        text = "" if content is None else str(content)
    return f"'{text}" if text.startswith(_FORMULA) else text


def line(contents: Iterable[object]) -> str:
    """Write one row of CSV with its end of line."""
    written = io.StringIO()
    csv.writer(written).writerow([cell(content) for content in contents])
    return written.getvalue()


def table(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Write a row of names, then the rows."""
    return line(header) + "".join(map(line, rows))
