"""Lines that hold nothing but a date of publication: "Published on 3 May 2022, 10:30 GMT"."""

import re
from datetime import date, datetime
from importlib import import_module

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_ISO = r"\d{4}-\d\d-\d\d|\d{4}/\d\d/\d\d"
_DATE = rf"(?:{_ISO}|{_NTH}[ -]{_MONTH},?[ -]\d{{4}}|{_MONTH} {_NTH},? \d{{4}})"
_LABEL = (
    r"(?P<label>(?:first |last |originally )?"
    r"(?:published|posted|updated|modified|date|issued|created|released)\b)(?: (?:on|at))?"
)
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?"
_TIME = (
    r"(?:at )?(?:T|@)?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\S{0,8}"
    r"(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{1,5}\)?(?:[+-]\d+)?)?"
)
_LINE = re.compile(
    rf"(?:{_LABEL} ?[:–—-]? ?)?(?:{_DAY},? )?(?P<date>{_DATE})(?:[ ,|·•–—-]*{_TIME})?(?:[ ,"
    rf"|·•–—-]*\d+ min(?:ute)?s? read)?\.?",
    re.I,
)


def date_line(line: str) -> tuple[str, bool] | None:
    """Read a line that is a date and nothing else.

    Returns the day as `YYYY-MM-DD` and whether it is that of a later update; None for any other line, also
    for a date that can be read in two ways (03/05/2022).
    """
    match = _LINE.fullmatch(" ".join(line.split())) if len(line) <= 120 else None
    day = _day(match["date"]) if match else None
    if match is None or day is None:
        return None
    label = (match["label"] or "").lower()
    return day, "updated" in label or "modified" in label


def _day(words: str) -> str | None:
    """Read a full date; ISO dates need no parser, and a missing part is never filled in."""
    if re.fullmatch(_ISO, words):
        try:
            return date.fromisoformat(words.replace("/", "-")).isoformat()
        except ValueError:
            return None
    parse = import_module("dateparser").parse
    found = parse(words, languages=["en"], settings={"REQUIRE_PARTS": ["day", "month", "year"]})
    return found.date().isoformat() if isinstance(found, datetime) else None
