"""Deals in the classic layout of the trade register of arms transfers.

The layout is that of the CSV files of SIPRI's register: eleven lines before the names of the columns, sixteen
columns, the nameless ones for question marks. Columns of our own follow. One row is one item of a deal.
"""

from collections.abc import Iterator

from whoarms.export import figures
from whoarms.export.cells import line, table
from whoarms.export.names import name, system_name
from whoarms.export.partners import Partners, partners
from whoarms.export.scope import scope
from whoarms.export.selection import Exported, Selection
from whoarms.model import Category
from whoarms.register import Deal
from whoarms.register.values import DealItem

_COLUMNS = (
    "Recipient",
    "Supplier",
    "Year of order",
    "",
    "Number ordered",
    "",
    "Weapon designation",
    "Weapon description",
    "Number delivered",
    "",
    "Year(s) of delivery",
    "status",
    "Comments",
    "SIPRI TIV per unit",
    "SIPRI TIV for total order",
    "SIPRI TIV of delivered weapons",
    "Uncertain cells",
    "In trade register's scope",
    "Scope rule",
    "Stage",
    "Certainty",
    "Deal status",
    "Independent origins",
    "Deal",
)
_LEAD = (
    "Transfers of arms: deals as they are reported",
    "Made by whoarms from press reporting, in the layout of a trade register; these are not SIPRI's data.",
    "A '?' behind a cell marks it as uncertain; 'Uncertain cells' names all that are. An empty cell is not known.",
    "",
    "Numbers are single pieces; of a range the lower end is shown. All numbers that are reported are in 'Comments'.",
    "",
    "Trend-indicator values are SIPRI's own; their columns stay empty.",
    "",
    "Columns after the sixteenth are not part of the trade register's layout.",
    "",
    "",
)
_DESCRIBED: dict[Category, str] = {
    "uav": "UAV",
    "air_defence": "air-defence system",
    "electronic_warfare": "electronic warfare system",
    "dual_use": "dual-use goods",
    "service": "support service",
    "unspecified": "",
}
_NOTHING = DealItem("", None, "unspecified")
_OTHER = "deals that are neither transfers nor production"


def sipri(selection: Selection) -> Exported:
    """Write transfers and production as rows of a trade register."""
    chosen = [deal for deal in selection.deals if deal.kind in ("transfer", "production")]
    rows = [row for deal in chosen for row in _rows(selection, deal)]
    lead = "".join(line([words]) for words in _LEAD)
    return Exported(lead + table(_COLUMNS, rows), {_OTHER: len(selection.deals) - len(chosen)})


def _rows(selection: Selection, deal: Deal) -> Iterator[list[object]]:
    for item in deal.items or (_NOTHING,):
        for parties in partners(deal):
            yield _row(selection, deal, item, parties)


def _row(selection: Selection, deal: Deal, item: DealItem, parties: Partners) -> list[object]:
    claims = selection.claims_of(deal)
    ordered = figures.number(deal, item, claims, "order")
    delivered = figures.number(deal, item, claims, "delivery")
    year, years = figures.order_year(deal), figures.delivery_years(deal)
    shared = parties.recipients > 1
    doubts = {
        "Supplier": parties.supplier_disputed,
        "Recipient": parties.recipient_disputed,
        "Year of order": year.uncertain,
        "Number ordered": ordered.uncertain,
        "Number delivered": delivered.uncertain,
        "Year(s) of delivery": years.uncertain,
    }
    within = scope(deal, item.category)
    return [
        parties.recipient,
        parties.supplier,
        *_marked(year.years[0] if year.years else None, year.uncertain),
        *_marked(None if shared else ordered.pieces, ordered.uncertain),
        system_name(item.system) or item.text,
        _DESCRIBED.get(item.category, item.category.replace("_", " ")),
        *_marked(None if shared else delivered.pieces, delivered.uncertain),
        "; ".join(map(str, years.years)),
        "",
        "; ".join(_comments(deal, parties, ordered, delivered)),
        "",
        "",
        "",
        [cell for cell, doubtful in doubts.items() if doubtful],
        within.answer,
        within.rule,
        deal.stage,
        deal.certainty,
        deal.status,
        deal.independent_origins,
        deal.id,
    ]


def _marked(value: int | None, uncertain: bool) -> tuple[int | None, str]:
    return value, "?" if uncertain and value is not None else ""


def _comments(deal: Deal, parties: Partners, ordered: figures.Number, delivered: figures.Number) -> Iterator[str]:
    """Say what the cells cannot hold."""
    if deal.kind == "production":
        yield "made with the supplier's licence or help"
    yield from parties.notes
    for words, number in (("ordered", ordered), ("delivered", delivered)):
        if number.uncertain or number.unit or (number.reported and parties.recipients > 1):
            yield f"{words}: {' or '.join(number.reported)}"
    if planned := figures.planned_delivery_years(deal).years:
        yield f"delivery planned for {' or '.join(map(str, planned))}"
    if reported := figures.worth(deal).reported:
        yield f"worth {' or '.join(reported)}"
    if deal.denied_by:
        yield f"denied by {', '.join(map(name, deal.denied_by))}"
