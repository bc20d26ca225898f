"""Known weapon systems and the designations of unknown ones."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast

from whoarms.model import Category
from whoarms.text.spans import Found, clear_of, without_overlaps
from whoarms.vocabulary.matching import Terms, joined_by_space, uncased
from whoarms.vocabulary.tables import listed, rows

_VARIANT = re.compile(r"(?<=\d)(?:[A-Z]{1,4}\d{0,2})?(?:[-/][A-Z]{0,3}\d{0,2}(?![\w-]))?|")
_DESIGNATION = re.compile(
    r"\b(?!(?:19|20)\d\d\b)(?:[A-Z][A-Za-z]{0,9}[-–‑]\d{1,4}[A-Za-z]{0,4}(?:[-/]\d{1,2}[A-Z]?)?|[A-Z]{2,5}[-–‑]?\d{1,4}[A-Z]{0,3}"
    r"|[A-Z]{1,2}\d{1,4}[A-Z]{0,3}\d?|[A-Z][a-z]{2,12}[-–‑][A-Z0-9]{0,4}\d[A-Z]{0,3})(?:s|')?(?![\w-])"
)
_NOT_DESIGNATIONS = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|"
    r"Aug|Sept?|Oct|Nov|Dec|Resolution|Article|Section|Chapter|Executive|Order|Title|Covid|COVID|G|Group|Act|No|Day|"
    r"Room|Flight|Boeing|Fiscal|FY|[GB]\d|Part|Protocol|Level|Phase|Week|Page|Division|Route|Highway|RMB|EUR|USD)\b"
    r"[-–‑ ]?\d*",
)


class System(NamedTuple):
    """A weapon system: `id` is None for a designation that the tables do not hold, and so is its category."""

    id: str | None
    category: Category | None
    maker: str | None


def find_systems(text: str) -> list[Found[System]]:
    """Find weapon systems by their names, whatever the spelling, and other designations by their form (`XY-12B`)."""
    known = _with_digits().find(text) + _in_letters().find(text)
    unknown = [
        Found(*match.span(), System(None, None, None))
        for match in _DESIGNATION.finditer(text)
        if not _NOT_DESIGNATIONS.match(match.group())
    ]
    kept = without_overlaps(known)
    return sorted(kept + clear_of(unknown, kept), key=lambda one: one.start)


@cache
def _with_digits() -> Terms[System]:
    """Designations: any case, any separator, variant letters after the last digit."""
    numbered = [(name, system) for name, system in _named() if any(c.isdigit() for c in name)]
    compact = [(re.sub(r"[\s-]", "", name), system) for name, system in numbered]
    return Terms(numbered + [(n, s) for n, s in compact if len(n) > 2], uncased, _variant)


@cache
def _in_letters() -> Terms[System]:
    return Terms([(n, s) for n, s in _named() if not any(c.isdigit() for c in n)], joined_by_space)


def _variant(text: str, end: int) -> int:
    match = _VARIANT.match(text, end)
    return match.end() if match else end


def _named() -> Iterator[tuple[str, System]]:
    for table in ("systems_air", "systems_surface"):
        for row in rows(table):
            maker = listed(row["maker"])
            system = System(row["id"], cast(Category, row["category"]), maker[0] if maker else None)
            yield from (
                (name, system) for name in [row["name"], *listed(row["aliases"])] if len(name) > 2 or name.isupper()
            )
