"""How much an actor depends on few partners."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from whoarms.measures.movements import Movement

Side = Literal["suppliers", "recipients"]


class Concentration(msgspec.Struct, frozen=True):
    """How the deals of an actor spread over its suppliers, or its recipients (`side`).

    `hhi` is the Herfindahl-Hirschman index, the sum of the squared shares of the partners: 1 for one partner, 1/n for
    n equal ones. `equal_partners` is its inverse. `unknown` deals name no partner and have no share. `year` is None
    where all years are taken together.
    """

    actor: str
    side: Side
    year: int | None
    deals: int
    unknown: int
    partners: int
    hhi: float
    equal_partners: float
    top_partner: str
    top_share: float


def concentration(found: Iterable[Movement], side: Side = "suppliers", *, by_year: bool = False) -> list[Concentration]:
    """Measure the concentration of the partners of each actor that has a known one, by name of the actor and year.

    The index is that of Hirschman (1945, National Power and the Structure of Foreign Trade) and Herfindahl (1950).
    """
    groups: dict[tuple[str, int | None], list[Movement]] = {}
    for each in found:
        actor = each.recipient if side == "suppliers" else each.supplier
        if actor is not None and not (by_year and each.year is None):
            groups.setdefault((actor, each.year if by_year else None), []).append(each)
    measured = (_measured(actor, year, rows, side) for (actor, year), rows in sorted(groups.items(), key=_order))
    return [each for each in measured if each is not None]


def _order(group: tuple[tuple[str, int | None], list[Movement]]) -> tuple[str, int]:
    (actor, year), _ = group
    return actor, year or 0


def _measured(actor: str, year: int | None, rows: Iterable[Movement], side: Side) -> Concentration | None:
    by_partner: dict[str, float] = {}
    known, unknown = set(), set()
    for each in rows:
        partner = each.supplier if side == "suppliers" else each.recipient
        if partner is None:
            unknown.add(each.deal)
            continue
        known.add(each.deal)
        by_partner[partner] = by_partner.get(partner, 0.0) + each.fraction
    if not by_partner:
        return None
    total = sum(by_partner.values())
    index = sum((part / total) ** 2 for part in by_partner.values())
    top = min(by_partner, key=lambda partner: (-by_partner[partner], partner))
    return Concentration(
        actor=actor,
        side=side,
        year=year,
        deals=len(known | unknown),
        unknown=len(unknown),
        partners=len(by_partner),
        hhi=round(index, 4),
        equal_partners=round(1 / index, 2),
        top_partner=top,
        top_share=round(by_partner[top] / total, 4),
    )
