"""Months, quarters and years."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

By = Literal["month", "quarter", "year"]

_MONTHS: dict[By, int] = {"month": 1, "quarter": 3, "year": 12}


class Period(msgspec.Struct, frozen=True):
    """A stretch of days, both ends included: `2023-05`, `2023-Q2` or `2023`."""

    name: str
    start: date
    end: date


def periods(first: date, last: date, by: By) -> Iterator[Period]:
    """Give the periods that touch the days from `first` to `last`, in order and whole."""
    months = _MONTHS[by]
    number = (first.year * 12 + first.month - 1) // months
    while number * months <= last.year * 12 + last.month - 1:
        yield _period(number * months, by)
        number += 1


def _period(month: int, by: By) -> Period:
    start = date(month // 12, month % 12 + 1, 1)
    final = month + _MONTHS[by] - 1
    end = date(final // 12, final % 12 + 1, monthrange(final // 12, final % 12 + 1)[1])
    names = {"month": f"{start:%Y-%m}", "quarter": f"{start:%Y}-Q{start.month // 3 + 1}", "year": f"{start:%Y}"}
    return Period(names[by], start, end)
