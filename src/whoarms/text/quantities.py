"""How many: numbers of pieces, with their bounds, as the guidelines lay them down."""

import re

from whoarms.model import Quantity
from whoarms.text.numbers import NUMBER, number
from whoarms.text.spans import Found, without_overlaps

_AT_MOST = r"up to|as many as|no more than|not more than|at most|a maximum of|fewer than|less than|under"
_AT_LEAST = r"at least|more than|over|no fewer than|not fewer than|no less than|a minimum of|upwards of|in excess of"
_ABOUT = r"about|around|some|roughly|approximately|approx\.?|nearly|almost|close to|an estimated|estimated|circa|~"
_BEFORE = (
    rf"(?:(?P<most>{_AT_MOST})|(?P<least>{_AT_LEAST})|(?P<about>{_ABOUT}))\s+"
    r"(?:(?:an?|the)\s+(?:additional|further|total of)\s+)?"
)
_ATTACHED = r"(?<![\w.,$€£¥/-])"

_NUMBER = re.compile(
    rf"(?:{_BEFORE})?{_ATTACHED}(?P<low>{NUMBER})(?:\s*(?:-|–|to|or)\s*(?P<high>{NUMBER}))?(?P<more>\s+or\s+more|\+)?(?![\w%°/-]|[.,]\d)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"\bbetween\s+(?P<low>{NUMBER})\s+and\s+(?P<high>{NUMBER})(?![\w%/-])", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:(?P<several>several)\s+)?(?:(?P<hundreds>hundreds?)|(?P<dozens>dozens?)|(?P<thousands>thousands?)|(?P<scores>scores))"
    r"(?:\s+of)?\b|\btens of thousands(?:\s+of)?\b",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\b(?:a|one)\s+pair(?:\s+of)?\b", re.IGNORECASE)
_COUPLE = re.compile(r"\b(?:a|the)\s+couple\s+of\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:an?|another|a single)\b(?=\s+[\w“\"‘'-])", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SUFFIX = re.compile(
    r"[A-Za-z]|\s?(?:mm|cm|km|kg|lbs?|hp|kW|MW|knots|metres|meters|feet|kilomet|tonnes?|tons?|per\s?cent)\b"
)

_UNIT = re.compile(
    r"(?:\s+\w[\w-]*){0,2}?\s+(?P<unit>batter(?:y|ies)|squadrons?|pairs?|sets?|regiments?|battalions?|units?|systems?|"
    r"divisions?|brigades?|shiploads?|crates?|tonnes?|tons?|containers?|boxes|truckloads?|planeloads?|batches)\s+of\b",
    re.IGNORECASE,
)


def quantities(text: str) -> list[Found[Quantity]]:
    """Find the numbers of pieces in a text, in order: words, digits, bounds, `dozens`, and the article `a` (one).

    Model numbers (`T-72`), years, money, percentages and figures with a unit of measure are none.
    """
    found = [*_bounded(text), *_ranged(text), *_vague(text)]
    found += [Found(*m.span(), Quantity(1, 1, unit="pair")) for m in _PAIR.finditer(text)]
    found += [Found(*m.span(), Quantity(2, 2)) for m in _COUPLE.finditer(text)]
    found = without_overlaps(found)
    taken = {place for one in found for place in range(one.start, one.end)}
    found += [Found(*m.span(), Quantity(1, 1)) for m in _ONE.finditer(text) if m.start() not in taken]
    return sorted(found)


def unit_after(text: str, end: int) -> str | None:
    """Read the unit that follows a number (`six batteries of …`), in the singular, or None."""
    match = _UNIT.match(text, end)
    if not match:
        return None
    unit = match.group("unit").lower()
    return re.sub(r"ies$", "y", unit) if unit.endswith("ies") else re.sub(r"(?<=[xh])es$|s$", "", unit)


def _bounded(text: str) -> list[Found[Quantity]]:
    found = []
    for match in _NUMBER.finditer(text):
        if _SUFFIX.match(text, match.end()) or (_YEAR.fullmatch(match.group("low")) and not match.group("more")):
            continue
        low = _whole(match.group("low"))
        high = _whole(match.group("high")) if match.group("high") else low
        if low is None or high is None or high < low:
            continue
        if match.group("most"):
            value = Quantity(None, high)
        elif match.group("least") or match.group("more"):
            value = Quantity(low, None)
        else:
            value = Quantity(low, high, approx=bool(match.group("about")))
        found.append(Found(*match.span(), value))
    return found


def _ranged(text: str) -> list[Found[Quantity]]:
    found = []
    for match in _BETWEEN.finditer(text):
        low, high = _whole(match.group("low")), _whole(match.group("high"))
        if low is not None and high is not None and low <= high and not _YEAR.fullmatch(match.group("low")):
            found.append(Found(*match.span(), Quantity(low, high)))
    return found


def _vague(text: str) -> list[Found[Quantity]]:
    found = []
    for match in _VAGUE.finditer(text):
        said = match.group().lower()
        if said.startswith("tens of"):
            value = Quantity(20_000, 99_999)
        elif match.group("thousands") and said.rstrip(" of").endswith("s"):
            value = Quantity(2_000, 9_999)
        elif match.group("hundreds") and (match.group("several") or "hundreds" in said):
            value = Quantity(200, 999)
        elif match.group("dozens") and (match.group("several") or "dozens" in said):
            value = Quantity(24, 99)
        elif match.group("scores"):
            value = Quantity(40, 99)
        else:
            continue
        found.append(Found(*match.span(), value))
    return found


def _whole(text: str) -> int | None:
    try:
        value = number(text)
    except ValueError:
        return None
    return int(value) if value == int(value) and value < 10**12 else None
