"""Flows of arms, counted by year, category, actors and regions."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, get_args

import msgspec

from whoarms.errors import SettingsError
from whoarms.measures.movements import Movement
from whoarms.vocabulary.regions import region_of

Dimension = Literal["year", "category", "supplier", "recipient", "supplier-region", "recipient-region"]

DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)

_OF: dict[Dimension, Callable[[Movement], str | None]] = {
    "year": lambda each: str(each.year) if each.year else None,
    "category": lambda each: each.category,
    "supplier": lambda each: each.supplier,
    "recipient": lambda each: each.recipient,
    "supplier-region": lambda each: region_of(each.supplier or ""),
    "recipient-region": lambda each: region_of(each.recipient or ""),
}


class Flow(msgspec.Struct, frozen=True):
    """The deals that share a year, a category … (`group`; None is not known).

    `firm` of the `deals` are not in doubt. `pieces_min` and `pieces_max` sum what is reported of numbers, and
    `uncounted` deals have none. `share` is the part, 0 to 1, of all deals of the year (of all, where years are not
    told apart); a deal that stands in several rows is split between them.
    """

    group: dict[Dimension, str | None]
    deals: int
    firm: int
    pieces_min: int
    pieces_max: int
    uncounted: int
    share: float


def dimensions(text: str) -> list[Dimension]:
    """Read a list of dimensions with commas; raises SettingsError for one that there is not."""
    names = [name.strip() for name in text.split(",")]
    unknown = [name for name in names if name not in DIMENSIONS]
    if unknown:
        raise SettingsError(f"{unknown[0]!r} cannot be told apart, only {', '.join(DIMENSIONS)}")
    return [dimension for dimension in DIMENSIONS if dimension in names]


def flows(found: Iterable[Movement], by: Sequence[Dimension] = ("year", "category")) -> list[Flow]:
    """Count movements by what they have in common, in the order of the groups, what is not known last."""
    groups: dict[tuple[str | None, ...], list[Movement]] = {}
    totals: dict[int | None, float] = {}
    for each in found:
        groups.setdefault(tuple(_OF[dimension](each) for dimension in by), []).append(each)
        year = _year(each, by)
        totals[year] = totals.get(year, 0.0) + each.fraction
    ordered = sorted(groups, key=lambda key: [(name is None, name or "") for name in key])
    return [_flow(dict(zip(by, key, strict=True)), groups[key], totals[_year(groups[key][0], by)]) for key in ordered]


def _year(movement: Movement, by: Sequence[Dimension]) -> int | None:
    return movement.year if "year" in by else None


def _flow(group: dict[Dimension, str | None], rows: Sequence[Movement], total: float) -> Flow:
    things = {(each.deal, each.category): each for each in rows}.values()
    counted = {each.deal for each in things if each.pieces_min is not None}
    return Flow(
        group=group,
        deals=len({each.deal for each in rows}),
        firm=len({each.deal for each in rows if each.firm}),
        pieces_min=sum(each.pieces_min or 0 for each in things),
        pieces_max=sum(each.pieces_max or 0 for each in things),
        uncounted=len({each.deal for each in rows} - counted),
        share=round(sum(each.fraction for each in rows) / total, 4),
    )
