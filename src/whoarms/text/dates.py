"""Times of events, resolved against the day of publication."""

import datetime
import re
from collections.abc import Callable
from functools import lru_cache

from whoarms.model import When
from whoarms.text.numbers import NUMBER, number
from whoarms.text.spans import Found, without_overlaps

_MONTHS = (
    "jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|"
    "sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?"
)
_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_SEASONS = {
    "spring": ("03", "05"),
    "summer": ("06", "08"),
    "autumn": ("09", "11"),
    "fall": ("09", "11"),
    "winter": ("12", "02"),
}
_DECADES = {"fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990}

_ISO = re.compile(rf"\b{_YEAR}-\d\d-\d\d\b")
_FULL = re.compile(
    rf"\b(?:(?:{_DAY}\s+(?:of\s+)?(?:{_MONTHS})|(?:{_MONTHS})\s+{_DAY})(?:,?\s+{_YEAR}\b|\b(?!\s*{_YEAR})))",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(
    rf"\b(?:(?:early|late|mid)[\s-])?(?P<month>{_MONTHS}),?\s+(?:of\s+)?(?P<year>{_YEAR}|(?:last|this|next) year)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"\b(?P<lead>in|since|last|next|by|until|from|during|of|for|this|early|late|mid)[\s-](?P<month>{_MONTHS})(?!\s*\d)(?![\w])",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:(?:the\s+)?(?P<which>first|second|third|fourth|last)\s+(?P<part>half|quarter)\s+(?:of\s+)?(?:the\s+)?)"
    rf"(?P<year>{_YEAR}|this year|last year|next year)\b",
    re.IGNORECASE,
)
_SEASON = re.compile(
    rf"\b(?:(?P<which>last|this|next|in|the)\s+)?(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?(?P<year>{_YEAR}))?\b",
    re.IGNORECASE,
)
_DECADE = re.compile(rf"\b(?:the\s+)?(?:(?P<digits>{_YEAR[:-2]}\d0)s|(?P<word>{'|'.join(_DECADES)}))\b", re.IGNORECASE)
_YEARS = re.compile(
    rf"\b(?P<lead>between|from)?\s*(?P<low>{_YEAR})\s*(?P<join>-|–|/|to|and|until|through)\s*(?P<high>{_YEAR}|\d\d)\b(?!-)",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(
    rf"(?:(?<![\w$€£.,/-])|(?<=mid-)|(?<=late-)|(?<=pre-)){_YEAR}(?![\w-]|[.,]\d|\s+(?:{_MONTHS})\b)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s+(?:early\s+|late\s+|mid-?\s*)?$", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?P<which>this|last|past|next|current|coming|previous)\s+(?P<unit>week|month|year|decade)\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    rf"\b(?P<number>{NUMBER}|a)\s+(?P<unit>day|week|month|year|decade)s?\s+(?P<way>ago|from now)\b",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:(?P<yesterday>yesterday)|(?P<tomorrow>tomorrow)|today|tonight|this (?:morning|afternoon|evening))\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"\b(?:(?P<which>last|next|this|on|since|until|by|late|early)\s+)?(?P<day>{_WEEKDAYS})\b", re.IGNORECASE
)

_AHEAD = re.compile(
    rf"(?:(?:in|on|by|until|from|during|of|for|early|late|mid|the)[\s-])*"
    rf"(?:(?P<weekday>{_WEEKDAYS})|(?:{_DAY}\s+(?:of\s+)?)?(?:{_MONTHS})(?:\s+{_DAY})?)",
    re.IGNORECASE,
)

Ends = tuple[str, str]


def dates(text: str, published: str | None) -> list[Found[When]]:
    """Find the times that a text names, in order, each as precise as its words (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`).

    `published` (`YYYY-MM-DD`) is the day that relative words (`last month`, `on Monday`, `3 May`) start from; without
    it they are left out. A weekday is the last one before publication, or the next after `next`. `since 2015` ends
    in the year of publication.
    """
    base = datetime.date.fromisoformat(published) if published else None
    found = [
        Found(match.start(), match.end(), When(*ends, text=match.group().strip()))
        for pattern, resolve in _RULES
        for match in pattern.finditer(text)
        if (ends := resolve(match, base)) is not None
    ]
    return [_until_now(text, one, base) for one in without_overlaps(found)]


def ahead(when: When, published: str | None) -> When:
    """Read a time for something that is still to come: `in April` and `on Monday` are then the next, not the last.

    Times that name their year, that are past by their words (`last`, `ago`, `since`) or not past at all stay.
    """
    said = _AHEAD.fullmatch(when.text)
    if not said or not published or when.end >= published[: len(when.end)]:
        return when
    if said.group("weekday"):
        day = (datetime.date.fromisoformat(when.start) + datetime.timedelta(days=7)).isoformat()
        return When(day, day, when.text)
    return When(_year_later(when.start), _year_later(when.end), when.text)


def _year_later(end: str) -> str:
    return f"{int(end[:4]) + 1}{end[4:]}"


def _until_now(text: str, one: Found[When], base: datetime.date | None) -> Found[When]:
    since = _SINCE.search(text, max(0, one.start - 16), one.start)
    if not since or not base or one.value.start != one.value.end:
        return one
    end = str(base.year) if len(one.value.start) == 4 else base.isoformat()[: max(7, len(one.value.start))]
    return Found(one.start, one.end, When(one.value.start, end, f"since {one.value.text}"))


def _iso(match: re.Match[str], base: datetime.date | None) -> Ends | None:
    try:
        day = datetime.date.fromisoformat(match.group()).isoformat()
    except ValueError:
        return None
    return day, day


def _full(match: re.Match[str], base: datetime.date | None) -> Ends | None:
    has_year = re.search(_YEAR, match.group())
    if not has_year and not base:
        return None
    day = _parsed(match.group(), base or datetime.date(2000, 1, 1))
    return (day, day) if day else None


@lru_cache(maxsize=4096)
def _parsed(words: str, base: datetime.date) -> str | None:
    """Read one date by dateparser: the last such day before publication where the year is not said."""
    from dateparser.date import DateDataParser

    parser = DateDataParser(
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.datetime.combine(base, datetime.time()),
            "PREFER_DATES_FROM": "current_period",
        },
    )
    read = parser.get_date_data(re.sub(r"\bof\b|\.", " ", words)).date_obj
    return read.date().isoformat() if read else None


def _month_year(match: re.Match[str], base: datetime.date | None) -> Ends | None:
    year = _year(match.group("year"), base)
    month = f"{year}-{_month(match.group('month')):02d}"
    return (month, month) if year else None


def _month_alone(match: re.Match[str], base: datetime.date | None) -> Ends | None:
    lead, name = match.group("lead").lower(), match.group("month")
    if not base or name[0].islower():
        return None
    month = _month(name)
    year = base.year
    if lead in ("next", "by", "until"):
        year += month < base.month
    elif month > base.month or (lead == "last" and month == base.month):
        year -= 1
    return (f"{year}-{month:02d}",) * 2


def _part(match: re.Match[str], base: datetime.date | None) -> Ends | None:
    year = _year(match.group("year"), base)
    length = 6 if match.group("part").lower() == "half" else 3
    which = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 12 // length}[match.group("which").lower()]
    if not year or which * length > 12:
        return None
    return f"{year}-{(which - 1) * length + 1:02d}", f"{year}-{which * length:02d}"


def _season(match: re.Match[str], base: datetime.date | None) -> Ends | None:
    which = (match.group("which") or "").lower()
    if match.group("year"):
        year = int(match.group("year"))
    elif base and which in ("last", "this", "next"):
        year = base.year + {"last": -1, "this": 0, "next": 1}[which]
        if which == "last" and int(_SEASONS[match.group("season").lower()][1]) < base.month:
            year = base.year
    else:
        return None
    first, last = _SEASONS[match.group("season").lower()]
    return f"{year}-{first}", f"{year + (last < first)}-{last}"


def _decade(match: re.Match[str], base: datetime.date | None) -> Ends | None:
    start = int(match.group("digits")) if match.group("digits") else _DECADES[match.group("word").lower()]
    return str(start), str(start + 9)


def _years(match: re.Match[str], base: datetime.date | None) -> Ends | None:
    low, high = match.group("low"), match.group("high")
    joined = match.group("join").lower()
    if joined == "and" and (match.group("lead") or "").lower() != "between":
        return (low, high) if len(high) == 4 and int(high) == int(low) + 1 else None
    high = high if len(high) == 4 else low[:2] + high
    return (low, high) if int(low) < int(high) <= int(low) + 60 else None


def _bare_year(match: re.Match[str], base: datetime.date | None) -> Ends | None:
    return match.group(), match.group()


def _relative(match: re.Match[str], base: datetime.date | None) -> Ends | None:
    if not base:
        return None
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(match.group("which").lower(), 0)
    unit = match.group("unit").lower()
    if unit == "week":
        monday = base - datetime.timedelta(days=base.weekday()) + datetime.timedelta(weeks=step)
        return monday.isoformat(), (monday + datetime.timedelta(days=6)).isoformat()
    if unit == "decade":
        return (str(base.year - 10), str(base.year)) if step < 0 else None
    return (_shifted(base, unit, step),) * 2


def _ago(match: re.Match[str], base: datetime.date | None) -> Ends | None:
    if not base:
        return None
    said = match.group("number").lower()
    count = int(1 if said == "a" else number(said)) * (1 if match.group("way").lower() == "from now" else -1)
    unit = match.group("unit").lower()
    if abs(count) > 200:
        return None
    if unit in ("day", "week"):
        return ((base + datetime.timedelta(days=count * (7 if unit == "week" else 1))).isoformat(),) * 2
    return (_shifted(base, "year" if unit == "decade" else unit, count * (10 if unit == "decade" else 1)),) * 2


def _near(match: re.Match[str], base: datetime.date | None) -> Ends | None:
    if not base:
        return None
    step = -1 if match.group("yesterday") else 1 if match.group("tomorrow") else 0
    return ((base + datetime.timedelta(days=step)).isoformat(),) * 2


def _weekday(match: re.Match[str], base: datetime.date | None) -> Ends | None:
    if not base or match.group("day")[0].islower():
        return None
    wanted = _WEEKDAYS.split("|").index(match.group("day").lower())
    which = (match.group("which") or "").lower()
    if which in ("next", "until", "by"):
        step = (wanted - base.weekday() - 1) % 7 + 1
    else:
        step = -((base.weekday() - wanted) % 7)
        step = step - 7 if which == "last" and step == 0 else step
    return ((base + datetime.timedelta(days=step)).isoformat(),) * 2


def _year(said: str, base: datetime.date | None) -> int | None:
    if said.isdigit():
        return int(said)
    return base.year + {"last": -1, "this": 0, "next": 1}[said.split()[0].lower()] if base else None


def _month(name: str) -> int:
    return ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].index(
        name[:3].lower()
    ) + 1


def _shifted(base: datetime.date, unit: str, step: int) -> str:
    if unit == "year":
        return str(base.year + step)
    months = base.year * 12 + base.month - 1 + step
    return f"{months // 12}-{months % 12 + 1:02d}"


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], datetime.date | None], Ends | None]], ...] = (
    (_ISO, _iso),
    (_FULL, _full),
    (_MONTH_YEAR, _month_year),
    (_PART, _part),
    (_YEARS, _years),
    (_SEASON, _season),
    (_DECADE, _decade),
    (_RELATIVE, _relative),
    (_AGO, _ago),
    (_NEAR, _near),
    (_WEEKDAY, _weekday),
    (_MONTH, _month_alone),
    (_BARE_YEAR, _bare_year),
)
