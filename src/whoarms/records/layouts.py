"""The layouts in which official records come, told by the names of their columns."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple


class Layout(NamedTuple):
    """A layout: what it is called, whose record it is, which columns it needs, and other names for them.

    Names of columns are in small letters. `publisher` is None where the rows name their sources themselves.
    """

    name: str
    title: str
    publisher: str | None
    needs: frozenset[str]
    others: Mapping[str, str] = MappingProxyType({})


_REGISTER = "Trade register of arms transfers"
_COMMON = {
    "recipient",
    "supplier",
    "year of order",
    "number ordered",
    "weapon designation",
    "weapon description",
    "year(s) of delivery",
}

CLASSIC = Layout("classic trade register", _REGISTER, "SIPRI", frozenset({*_COMMON, "number delivered"}))
NEWER = Layout(
    "trade register of a year range",
    _REGISTER,
    "SIPRI",
    frozenset({*_COMMON, "deliveries in the year range"}),
)
FLAT = Layout(
    "flat trade register",
    _REGISTER,
    "SIPRI",
    frozenset({"sipri at database id", "supplier", "recipient", "designation", "order date", "numbers delivered"}),
    {"deal id": "sipri at database id", "seller": "supplier", "buyer": "recipient"},
)
UN_REGISTER = Layout(
    "UN register",
    "United Nations Register of Conventional Arms",
    "UNROCA",
    frozenset({"year", "category", "number of items"}),
    {
        "calendar year": "year",
        "reporting year": "year",
        "reporting country": "reporting state",
        "reporter": "reporting state",
        "country": "reporting state",
        "state": "reporting state",
        "exporter": "exporter state",
        "exporter state(s)": "exporter state",
        "exporting state": "exporter state",
        "importer": "final importer state",
        "importer state": "final importer state",
        "importing state": "final importer state",
        "final importer state(s)": "final importer state",
        "category (i-vii)": "category",
        "category(i-vii)": "category",
        "num_items": "number of items",
        "description of items": "description",
        "table": "transfer",
        "direction": "transfer",
    },
)
PLAIN = Layout("plain table", "Official record", None, frozenset({"supplier", "recipient", "item"}))

LAYOUTS = (CLASSIC, NEWER, FLAT, UN_REGISTER, PLAIN)


def columns_in(layout: Layout, header: Iterable[str]) -> tuple[str, ...]:
    """Write the names of columns as a layout does: in small letters, other names by the usual one."""
    plain = (" ".join(name.split()).casefold() for name in header)
    return tuple(layout.others.get(name, name) for name in plain)


def layout_of(header: Iterable[str]) -> Layout | None:
    """Tell the layout by the names of the columns; None where they are of none."""
    names = tuple(header)
    return next((layout for layout in LAYOUTS if layout.needs.issubset(columns_in(layout, names))), None)


def nearest(header: Iterable[str]) -> tuple[Layout, frozenset[str]]:
    """Give the layout that most of the columns belong to, and the columns of it that are missing."""
    names = tuple(header)
    lacking = ((layout, layout.needs.difference(columns_in(layout, names))) for layout in LAYOUTS)
    return min(lacking, key=lambda pair: len(pair[1]) / len(pair[0].needs))
