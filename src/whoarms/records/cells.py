"""Cells into values: numbers of pieces, times, sums of money."""

import re
from datetime import date

from whoarms.model import Quantity, When
from whoarms.text.numbers import NUMBER, number
from whoarms.text.quantities import quantities

_SEPARATED = re.compile(r"\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3})+")
_FIGURE = re.compile(rf"(?P<figure>{_SEPARATED.pattern}|\d{{1,9}})(?:[.,]0+)?")
_MARKS = re.compile(r"[?*()\[\]~]|\bc(?:irca|a)?\.(?=\s*\d)", re.IGNORECASE)
_MONEY = re.compile(NUMBER, re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"(\d+),(\d{1,2})")
_DATE = re.compile(r"(?<!\d)((?:1[89]|20|21)\d\d)(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?!\d)")


def quantity(cell: str, unit: str | None = None) -> Quantity | None:
    """Read how many: `40`, `1,200`, `1.200`, `about 40`, `40-60`, `dozens`; None where it says no number.

    A question mark, an asterisk, brackets or a tilde make it approximate.
    """
    bare = " ".join(_MARKS.sub(" ", cell).split())
    marked = _MARKS.search(cell) is not None
    figure = _FIGURE.fullmatch(bare)
    if figure:
        pieces = _whole(figure["figure"])
        return Quantity(pieces, pieces, approx=marked, unit=unit)
    found = quantities(bare)
    if not found:
        return None
    said = found[0].value
    return Quantity(said.min, said.max, approx=said.approx or marked, unit=unit or said.unit)


def pieces(cell: str) -> Quantity | None:
    """Read how many; none at all is no number."""
    found = quantity(cell)
    return None if found is None or found.max == 0 else found


def time(cell: str) -> When | None:
    """Read years, months or days (`2015`, `2015-06`, `2016; 2018 ?`) as one time from the first to the last."""
    found = sorted(_moment(*match.groups()) for match in _DATE.finditer(cell))
    return When(found[0], found[-1], cell) if found else None


def amount(cell: str) -> float | None:
    """Read a sum of money: `1,250,000`, `1.250.000`, `1.25 million`; None for what is no number."""
    bare = cell.strip()
    if _SEPARATED.fullmatch(bare):
        return float(_whole(bare))
    bare = _DECIMAL_COMMA.sub(r"\1.\2", bare) if _DECIMAL_COMMA.fullmatch(bare) else bare
    try:
        return number(bare) if _MONEY.fullmatch(bare) else None
    except ValueError:
        return None


def _whole(figure: str) -> int:
    return int(re.sub(r"\D", "", figure))


def _moment(year: str, month: str | None, day: str | None) -> str:
    """Write a moment as precisely as it can be: a day that no month has is left out."""
    if month and day:
        try:
            return date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            return f"{year}-{month}"
    return f"{year}-{month}" if month else year
