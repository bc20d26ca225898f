"""Figures for what a weapon or system can do: a number, a unit, and what is measured."""

import re

from whoarms.model import Measure
from whoarms.text.numbers import NUMBER, number
from whoarms.text.spans import Found

_UNITS: dict[str, tuple[str, str]] = {
    r"kilomet(?:re|er)s? (?:an|per) hour|km/h|kph|kmh": ("km/h", "speed"),
    r"miles (?:an|per) hour|mph": ("mph", "speed"),
    r"(?:kilomet(?:re|er)s?|kms?)": ("km", "range"),
    r"nautical[\s-]miles?|nm\b|nmi": ("nmi", "range"),
    r"miles?": ("mi", "range"),
    r"feet|foot|ft": ("ft", "altitude"),
    r"met(?:re|er)s?|m": ("m", "range"),
    r"hours?|hrs?|h": ("h", "endurance"),
    r"minutes?": ("min", "endurance"),
    r"days?": ("d", "endurance"),
    r"kilograms?|kilogrammes?|kilos?|kgs?": ("kg", "payload"),
    r"pounds?|lbs?": ("lb", "payload"),
    r"tonnes?|tons?": ("t", "payload"),
    r"knots?": ("kn", "speed"),
    r"rounds (?:a|per) minute|rpm": ("rounds/min", "rate of fire"),
    r"mach": ("Mach", "speed"),
    r"kilotons?|kt": ("kt", "yield"),
    r"millimet(?:re|er)s?|mm": ("mm", "calibre"),
    r"centimet(?:re|er)s?|cm": ("cm", "resolution"),
    r"horsepower|hp": ("hp", "power"),
    r"(?:units|vehicles|aircraft|missiles|drones|shells|rounds|tanks|rifles)? ?(?:a|per|each|every) year": (
        "per year",
        "output",
    ),
    r"(?:units|vehicles|aircraft|missiles|drones|shells|rounds|tanks|rifles)? ?(?:a|per|each|every) month": (
        "per month",
        "output",
    ),
}
_BOUND = (
    r"(?:(?P<most>up to|as far as|no more than|at most|a maximum of|under|less than)"
    r"|(?P<least>at least|more than|over|exceeding|beyond|upwards of|in excess of|well over)"
    r"|(?P<about>about|around|some|roughly|approximately|nearly|almost|an estimated))\s+"
)
_UNIT = "|".join(_UNITS)
_MEASURE = re.compile(
    rf"(?:{_BOUND})?(?<![\w.,$€£])(?:(?P<mach>mach)\s+)?(?P<low>{NUMBER})(?:\s*(?:-|–|to)\s*(?P<high>{NUMBER}))?"
    rf"[\s-]*(?P<unit>{_UNIT})(?![\w/])",
    re.IGNORECASE,
)
_MACH = re.compile(rf"(?:{_BOUND})?\bMach\s+(?P<low>\d+(?:\.\d+)?)", re.IGNORECASE)
_SAID: dict[str, str] = {
    r"\brange|\breach|\bdistance|\bradius|\baway\b": "range",
    r"\bendurance|\baloft|\bstay(?:s|ing)? (?:up|in the air)|\bfly for|\bloiter": "endurance",
    r"\bpayload|\bwarhead|\bcarr(?:y|ies|ying)|\bcharge": "payload",
    r"\bspeed": "speed",
    r"\baltitude|\bceiling|\bheight": "altitude",
    r"\bdepth": "depth",
    r"\bdisplace": "displacement",
    r"\bresolution": "resolution",
    r"\boutput|\bproduc|\bcapacity|\bturns? out|\ba year|\ba month": "output",
}
_REACH = 60


def measures(text: str) -> list[Found[Measure]]:
    """Find figures with a unit, in order; what is measured follows from the words around and from the unit."""
    found = []
    for match in _MEASURE.finditer(text):
        unit, usual = next(v for p, v in _UNITS.items() if re.fullmatch(p, match.group("unit"), re.IGNORECASE))
        found.append(_figure(text, match, unit, usual, match.group("high")))
    found += [_figure(text, match, "Mach", "speed", None) for match in _MACH.finditer(text)]
    return sorted(found)


def _figure(text: str, match: re.Match[str], unit: str, usual: str, top: str | None) -> Found[Measure]:
    low = number(match.group("low"))
    high = number(top) if top else low
    bounds = (None, high) if match.group("most") else (low, None) if match.group("least") else (low, high)
    quantity = _named(text, match, usual)
    return Found(*match.span(), Measure(quantity, bounds[0], bounds[1], unit, bool(match.group("about"))))


def _named(text: str, match: re.Match[str], usual: str) -> str:
    """Name what is measured by the nearest telling word, else by what the unit usually measures."""
    around = text[max(0, match.start() - _REACH) : match.end() + _REACH]
    middle = match.start() - max(0, match.start() - _REACH)
    hits = [(abs(m.start() - middle), name) for p, name in _SAID.items() for m in re.finditer(p, around, re.IGNORECASE)]
    fitting = [hit for hit in hits if _fits(hit[1], usual)]
    return min(fitting)[1] if fitting else usual


def _fits(name: str, usual: str) -> bool:
    lengths = {"range", "altitude", "depth"}
    return name == usual or (name in lengths and usual in lengths) or {name, usual} == {"displacement", "payload"}
