"""Cells into values."""

import pytest

from whoarms.model import Quantity
from whoarms.records.cells import amount, pieces, quantity, time
from whoarms.records.goods import item
from whoarms.records.parties import party


@pytest.mark.parametrize(
    ("cell", "low", "high", "approx"),
    [
        ("40", 40, 40, False),
        ("1,200", 1200, 1200, False),
        ("1.200", 1200, 1200, False),
        ("1 200", 1200, 1200, False),
        ("2000", 2000, 2000, False),
        ("40.0", 40, 40, False),
        ("40 ?", 40, 40, True),
        ("(40)", 40, 40, True),
        ("~40", 40, 40, True),
        ("c. 40", 40, 40, True),
        ("about 40", 40, 40, True),
        ("40-60", 40, 60, False),
        ("at least 40", 40, None, False),
        ("dozens", 24, 99, False),
    ],
)
def test_numbers_of_pieces(cell: str, low: int, high: int | None, approx: bool) -> None:
    assert quantity(cell) == Quantity(low, high, approx=approx)


@pytest.mark.parametrize("cell", ["", "..", "?", "n/a"])
def test_what_is_no_number_stays_unknown(cell: str) -> None:
    assert quantity(cell) is None


def test_none_delivered_is_no_number() -> None:
    assert pieces("0") is None


@pytest.mark.parametrize(
    ("cell", "start", "end"),
    [
        ("2015", "2015", "2015"),
        ("2015 ?", "2015", "2015"),
        ("(2015)", "2015", "2015"),
        ("2015.0", "2015", "2015"),
        ("2018; 2016", "2016", "2018"),
        ("2016-2018", "2016", "2018"),
        ("2016-05", "2016-05", "2016-05"),
        ("2016-05-17", "2016-05-17", "2016-05-17"),
        ("2016-02-31", "2016-02", "2016-02"),
        ("12/05/2016", "2016", "2016"),
    ],
)
def test_times(cell: str, start: str, end: str) -> None:
    found = time(cell)
    assert found
    assert (found.start, found.end, found.text) == (start, end, cell)


@pytest.mark.parametrize("cell", ["", "..", "soon", "40"])
def test_what_is_no_time_stays_unknown(cell: str) -> None:
    assert time(cell) is None


@pytest.mark.parametrize(
    ("cell", "sum_"),
    [
        ("1250000", 1_250_000),
        ("1,250,000", 1_250_000),
        ("1.250.000", 1_250_000),
        ("1250000,50", 1_250_000.5),
        ("1.25 million", 1_250_000),
        ("a lot", None),
        ("1.250.000,50", None),
    ],
)
def test_sums_of_money(cell: str, sum_: float | None) -> None:
    assert amount(cell) == sum_


@pytest.mark.parametrize(
    ("cell", "id_"),
    [
        ("Turkiye", "TUR"),
        ("Viet Nam", "VNM"),
        ("UAE", "ARE"),
        ("eSwatini", "SWZ"),
        ("DR Congo", "COD"),
        ("Congo", "COG"),
        ("Bosnia-Herzegovina", "BIH"),
        ("Côte d’Ivoire", "CIV"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("East Germany (GDR)", "DDR"),
        ("Soviet Union", "SUN"),
        ("irn", "IRN"),
        ("GEORGIA", "GEO"),
        ("NATO**", "nato"),
        ("African Union**", "african-union"),
        ("Hezbollah (Lebanon)*", "hezbollah"),
        ("Syria rebels*", "Syria rebels"),
        ("Ruritanian Front (Lebanon)*", "Ruritanian Front"),
    ],
)
def test_parties(cell: str, id_: str) -> None:
    (actor,) = party(cell)
    assert (actor.id, actor.text) == (id_, cell)


@pytest.mark.parametrize("cell", ["", "..", "unknown supplier(s)", "Unknown recipient(s)", "(multiple sellers)"])
def test_an_unknown_party_is_nobody(cell: str) -> None:
    assert party(cell) == ()


@pytest.mark.parametrize(
    ("designation", "description", "armament", "category", "system"),
    [
        ("Shahed-129", "Armed UAV", "Aircraft", "uav", "shahed-129"),
        ("F-16C Block-50", "Combat ac radar", "Sensors", "sensor", None),
        ("X-1", "SAM system", "", "air_defence", None),
        ("X-1", "Portable SAM", "Missiles", "air_defence", None),
        ("X-1", "BVRAAM", "", "missile", None),
        ("X-1", "BVRAAM", "Missiles", "missile", None),
        ("X-1", "Self-propelled gun", "", "artillery", None),
        ("X-1", "Gun turret", "", "components", None),
        ("X-1", "AEV", "", "armoured_vehicle", None),
        ("X-1", "Turbofan", "", "engine", None),
        ("X-1", "Odd thing", "Anti-submarine warfare weapons", "naval_weapon", None),
        ("X-1", "Odd thing", "", "unspecified", None),
    ],
)
def test_items(designation: str, description: str, armament: str, category: str, system: str | None) -> None:
    found = item(designation, description, armament)
    assert (found.text, found.category, found.system) == (f"{designation} {description}", category, system)
