"""Deliveries as rows of the United Nations Register of Conventional Arms.

The columns are those of its yearly reports. One row is one item of a deal that is said to have been delivered in
one year; the register counts actual transfers only.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from whoarms.export import figures
from whoarms.export.cells import table
from whoarms.export.names import system_name
from whoarms.export.partners import Partners, partners
from whoarms.export.scope import scope
from whoarms.export.selection import Exported, Selection
from whoarms.model import Category
from whoarms.register import Deal
from whoarms.register.values import DealItem

_COLUMNS = (
    "Year",
    "Reporting State",
    "Category (I-VII)",
    "Final importer state",
    "Exporter state",
    "Number of Items",
    "State of origin (if not exporter)",
    "Intermediate location(s) (if any)",
    "Description of Items",
    "Comments on the transfer",
    "Uncertain cells",
    "In trade register's scope",
    "Deal",
)
_UNDELIVERED = "deals of which no delivery is asserted"
_OUTSIDE = "items outside the categories of the UN register"


class _Heading(NamedTuple):
    """A category of the UN register, and whether it is uncertain that an item belongs to it."""

    title: str
    uncertain: bool = False


_TANKS, _ARMOURED = "I. Battle tanks", "II. Armoured combat vehicles"
_HEADINGS: dict[Category, _Heading] = {
    "armoured_vehicle": _Heading(_ARMOURED, True),
    "artillery": _Heading("III. Large-calibre artillery systems"),
    "aircraft": _Heading("IV a) Combat aircraft", True),
    "uav": _Heading("IV b) Unmanned combat aerial vehicles", True),
    "helicopter": _Heading("V. Attack helicopters", True),
    "ship": _Heading("VI. Warships", True),
    "submarine": _Heading("VI. Warships"),
    "missile": _Heading("VII a) Missiles and missile launchers"),
    "small_arms": _Heading("Small arms and light weapons"),
}
_PORTABLE = _Heading("VII b) Man-portable air-defence systems (MANPADS)")
_TANK = re.compile(r"(?<!anti-)(?<!anti)\btanks?\b(?! destroyer)", re.IGNORECASE)
_CARRIER = re.compile(r"\b(?:carriers?|APCs?|IFVs?|MRAPs?|fighting vehicles?|armou?red cars?)\b", re.IGNORECASE)
_SHOULDER = re.compile(r"manpad|portable|shoulder|\b(?:Igla|Stinger|Strela|Verba|Mistral|Piorun)\b", re.IGNORECASE)


def unroca(selection: Selection) -> Exported:
    """Write deliveries as rows of the UN register."""
    rows: list[list[object]] = []
    undelivered = outside = 0
    for deal in selection.deals:
        if not _is_delivered(deal):
            undelivered += 1
            continue
        for item in deal.items:
            heading = _heading(item)
            outside += heading is None
            rows.extend(_rows(selection, deal, item, heading) if heading else ())
    return Exported(table(_COLUMNS, rows), {_UNDELIVERED: undelivered, _OUTSIDE: outside})


def _is_delivered(deal: Deal) -> bool:
    return deal.kind == "transfer" and any(
        one.stage == "delivery" and one.certainty in ("asserted", "possible") for one in deal.stages
    )


def _heading(item: DealItem) -> _Heading | None:
    """Give the category of an item, None where the UN register has none for it."""
    words = f"{item.text} {system_name(item.system) or ''}"
    if item.category == "air_defence":
        return _PORTABLE if _SHOULDER.search(words) else None
    if item.category == "armoured_vehicle" and _TANK.search(words):
        return _Heading(_TANKS)
    if item.category == "armoured_vehicle" and _CARRIER.search(words):
        return _Heading(_ARMOURED)
    return _HEADINGS.get(item.category)


def _rows(selection: Selection, deal: Deal, item: DealItem, heading: _Heading) -> Iterator[list[object]]:
    for year in figures.delivery_years(deal).years or (None,):
        for parties in partners(deal):
            yield _row(selection, deal, item, heading, parties, year)


def _row(
    selection: Selection, deal: Deal, item: DealItem, heading: _Heading, parties: Partners, year: int | None
) -> list[object]:
    years = figures.delivery_years(deal)
    claims = selection.claims_of(deal)
    of_year = claims if len(years.years) < 2 else [claim for claim in claims if figures.years_of(claim) == (year,)]
    number = figures.number(deal, item, of_year, "delivery")
    shared = parties.recipients > 1
    doubts = {
        "Year": years.uncertain,
        "Category (I-VII)": heading.uncertain,
        "Final importer state": parties.recipient_disputed,
        "Exporter state": parties.supplier_disputed,
        "Number of Items": number.uncertain,
    }
    return [
        year,
        "",
        heading.title,
        parties.recipient,
        parties.supplier,
        None if shared else number.pieces,
        "",
        "",
        _described(item),
        "; ".join(_comments(parties, number, shared)),
        [cell for cell, doubtful in doubts.items() if doubtful],
        scope(deal, item.category).answer,
        deal.id,
    ]


def _described(item: DealItem) -> str:
    known = system_name(item.system)
    return item.text if known is None or known.casefold() in item.text.casefold() else f"{known} ({item.text})"


def _comments(parties: Partners, number: figures.Number, shared: bool) -> Iterator[str]:
    yield from parties.notes
    if number.reported and (number.uncertain or number.unit or shared):
        yield f"delivered{' to all' if shared else ''}: {' or '.join(number.reported)}"
