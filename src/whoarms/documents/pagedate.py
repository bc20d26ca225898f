"""Is a day found on a page one that the page gives as its own, and not one out of its text or footer?"""

import calendar
import re
from collections.abc import Sequence
from datetime import date

from whoarms.documents.furniture import is_furniture, is_prose

_MARKS = re.compile(
    r"<meta\b[^>]{0,1000}>|<time\b[^>]{0,500}>[^<]{0,100}"
    r"|[\"'](?:date\w{0,20}|uploadDate|pub_?date)[\"']\s*:\s*[\"'][^\"']{4,40}[\"']",
    re.I,
)
_HEAD_LINES = 12
_LONGEST = 150


def own_date(found: str | None, html: str, url: str | None, seen: Sequence[str]) -> str | None:
    """Keep a day `YYYY-MM-DD` that a mark of the page names, its address, or a short line above its text.

    `seen` are the visible lines of the page. Returns None for a day that is named only elsewhere: in a
    sentence, a list of other articles, a footer.
    """
    try:
        day = date.fromisoformat(found or "")
    except ValueError:
        return None
    marks = [match[0] for match in _MARKS.finditer(html)]
    return found if any(_names(place, day) for place in [*marks, url or "", *_above_text(seen)]) else None


def _above_text(seen: Sequence[str]) -> Sequence[str]:
    """Take the short lines shortly before the first paragraph of prose."""
    first = next((number for number, line in enumerate(seen) if is_prose(line)), len(seen))
    lines = seen[max(0, first - _HEAD_LINES) : first]
    return [line for line in lines if len(line) <= _LONGEST and not is_furniture(line)]


def _names(place: str, day: date) -> bool:
    """Say whether words hold the year, the month and the day, in whatever notation."""
    numbers = {int(number) for number in re.findall(r"\d{1,4}", place)}
    month = calendar.month_abbr[day.month].lower()
    compact = day.strftime("%Y%m%d") in place
    return compact or ({day.year, day.day} <= numbers and (day.month in numbers or month in place.lower()))
