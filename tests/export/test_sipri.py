"""Rows of the trade register."""

import csv
from collections.abc import Callable
from typing import Any

import pytest

from whoarms.model import Reading

from .conftest import HEZBOLLAH, RUSSIA, SUDAN, TURKEY, UN, Exporting, item, when

Transfer = Callable[..., Reading]
LEAD = 11


def rows(text: str) -> list[dict[str, str]]:
    """Read the rows; the nameless column behind a cell is its name with a question mark."""
    header, *lines = list(csv.reader(text.splitlines()))[LEAD:]
    names = [name or f"{header[place - 1]}?" for place, name in enumerate(header)]
    return [dict(zip(names, line, strict=True)) for line in lines]


def test_the_layout_is_the_classic_one(exporting: Exporting) -> None:
    header = exporting.text("sipri").splitlines()[LEAD]
    assert header.startswith(
        "Recipient,Supplier,Year of order,,Number ordered,,Weapon designation,Weapon description,Number delivered,,"
        "Year(s) of delivery,status,Comments,"
        "SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons,"
    )


def test_an_order_that_is_told_once_is_certain(exporting: Exporting) -> None:
    row = next(row for row in rows(exporting.text("sipri")) if row["Supplier"] == "Turkiye")
    assert (row["Recipient"], row["Year of order"], row["Number ordered"]) == ("Sudan", "2023", "40")
    assert (row["Weapon designation"], row["Weapon description"]) == ("Bayraktar TB2", "UAV")
    assert (row["Number ordered?"], row["Uncertain cells"], row["Number delivered"]) == ("", "", "")
    assert "USD 120,000,000" in row["Comments"]


def test_a_range_is_marked_and_told_in_words(exporting: Exporting) -> None:
    row = next(row for row in rows(exporting.text("sipri")) if row["Weapon designation"] == "T-72")
    assert (row["Number delivered"], row["Number delivered?"], row["Year(s) of delivery"]) == ("12", "?", "2024")
    assert row["Uncertain cells"] == "Number delivered"
    assert "at least 12" in row["Comments"]
    assert "denied by Hezbollah" in row["Comments"]


@pytest.mark.parametrize(
    ("fields", "column", "value", "marked"),
    [
        ({"items": [item("drones", "uav", 9, 9, quantity={"approx": True})]}, "Number ordered", "9", True),
        ({"items": [item("drones", "uav", 9, 9)], "certainty": "possible"}, "Number ordered", "9", True),
        ({"items": [item("drones", "uav", None, 9)]}, "Number ordered", "9", True),
        (
            {"items": [item("batteries", "air_defence", 2, 2, quantity={"unit": "battery"})]},
            "Number ordered",
            "",
            False,
        ),
        ({"when": when("2021-11", "2022-02")}, "Year of order", "2021", True),
        ({"when": when("2021"), "certainty": "planned"}, "Year of order", "", False),
        ({}, "Year of order", "", False),
    ],
)
def test_what_is_uncertain_and_what_stays_unknown(
    exporting: Exporting, transfer: Transfer, fields: dict[str, Any], column: str, value: str, marked: bool
) -> None:
    (row,) = rows(exporting.text("sipri", transfer(**fields)))
    assert (row[column], row[f"{column}?"]) == (value, "?" if marked else "")
    assert (column in row["Uncertain cells"]) is marked


def test_other_numbers_make_the_best_supported_one_uncertain(exporting: Exporting, transfer: Transfer) -> None:
    told = {"w": 40, "x": 40, "y": 60}
    stories = [transfer(id_, items=[item("drones", "uav", pieces, pieces)]) for id_, pieces in told.items()]
    (row,) = rows(exporting.text("sipri", *stories))
    assert (row["Number ordered"], row["Number ordered?"]) == ("40", "?")
    assert "ordered: 40 or 60" in row["Comments"]


@pytest.mark.parametrize(
    ("category", "fields", "answer"),
    [
        ("uav", {}, "yes"),
        ("small_arms", {}, "no"),
        ("training_system", {}, "no"),
        ("service", {}, "no"),
        ("bomb", {}, "unclear"),
        ("uav", {"stage": "talks"}, "no"),
        ("uav", {"certainty": "planned"}, "no"),
        ("uav", {"certainty": "denied"}, "no"),
        ("uav", {"stage": "cancelled"}, "no"),
        ("uav", {"kind": "production", "stage": "delivery"}, "yes"),
    ],
)
def test_a_column_says_whether_the_register_would_hold_the_row(
    exporting: Exporting, transfer: Transfer, category: str, fields: dict[str, Any], answer: str
) -> None:
    (row,) = rows(exporting.text("sipri", transfer(items=[item("things", category)], **fields)))
    assert row["In trade register's scope"] == answer


def test_parties_are_written_as_the_register_writes_them(exporting: Exporting, transfer: Transfer) -> None:
    bodies = transfer(roles={"supplier": [UN], "recipient": [HEZBOLLAH]})
    (row,) = rows(exporting.text("sipri", bodies))
    assert (row["Supplier"], row["Recipient"]) == ("United Nations**", "Hezbollah (Lebanon)*")
    (row,) = rows(exporting.text("sipri", transfer(roles={"supplier": [], "recipient": [SUDAN]})))
    assert row["Supplier"] == "unknown supplier(s)"


def test_several_parties_share_no_number(exporting: Exporting, transfer: Transfer) -> None:
    roles = {"supplier": [TURKEY, RUSSIA], "recipient": [SUDAN, HEZBOLLAH]}
    found = rows(exporting.text("sipri", transfer(roles=roles, items=[item("drones", "uav", 40, 40)])))
    assert {row["Recipient"] for row in found} == {"Sudan", "Hezbollah (Lebanon)*"}
    assert {(row["Supplier"], row["Number ordered"]) for row in found} == {("(multiple sellers)", "")}
    assert all("Turkiye, Russia" in row["Comments"] and "ordered: 40" in row["Comments"] for row in found)


def test_no_cell_becomes_a_formula(exporting: Exporting, transfer: Transfer) -> None:
    for sign in "=+-@":
        (row,) = rows(exporting.text("sipri", transfer(items=[item(f"{sign}cmd|' /C calc'!A0", "uav")])))
        assert row["Weapon designation"].startswith(f"'{sign}")


def test_what_is_no_transfer_is_counted(exporting: Exporting) -> None:
    assert list(exporting.left_out("sipri").values()) == [1]
