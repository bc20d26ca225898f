"""Dates as precise as a text gives them, as spans of days."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")

Span = tuple[date, date]
"""The first and the last day, both included."""


@lru_cache(maxsize=65536)
def day_span(text: str | None) -> Span | None:
    """Turn `YYYY`, `YYYY-MM` or `YYYY-MM-DD` into the days that it covers; None for anything else."""
    found = _DATE.fullmatch(text or "")
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        return first, first
    last_month = month or 12
    return first, date(year, last_month, monthrange(year, last_month)[1])


def between(start: str, end: str) -> Span | None:
    """Give the days from the start of `start` to the end of `end`; None where either cannot be read."""
    first, last = day_span(start), day_span(end)
    return (first[0], last[1]) if first and last else None


def days_apart(a: Span, b: Span) -> int:
    """Count the days between two spans, 0 where they touch or overlap."""
    return max(0, (a[0] - b[1]).days, (b[0] - a[1]).days)
