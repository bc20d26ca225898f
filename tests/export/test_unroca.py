"""Rows of the UN register."""

import csv
from collections.abc import Callable

import pytest

from whoarms.model import Reading

from .conftest import SUDAN, TURKEY, Exporting, claim, item, reading, when

Transfer = Callable[..., Reading]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines()))


def test_only_what_is_delivered_has_a_row(exporting: Exporting) -> None:
    tanks, rifles = rows(exporting.text("unroca"))
    assert (tanks["Year"], tanks["Exporter state"], tanks["Final importer state"]) == ("2024", "Russia", "Sudan")
    assert (tanks["Category (I-VII)"], tanks["Number of Items"]) == ("I. Battle tanks", "12")
    assert (tanks["Uncertain cells"], tanks["In trade register's scope"]) == ("Number of Items", "yes")
    assert (rifles["Category (I-VII)"], rifles["In trade register's scope"]) == ("Small arms and light weapons", "no")
    assert sum(exporting.left_out("unroca").values()) == 2


@pytest.mark.parametrize(
    ("words", "category", "heading", "uncertain"),
    [
        ("anti-tank vehicles", "armoured_vehicle", "II. Armoured combat vehicles", True),
        ("armoured personnel carriers", "armoured_vehicle", "II. Armoured combat vehicles", False),
        ("howitzers", "artillery", "III. Large-calibre artillery systems", False),
        ("jets", "aircraft", "IV a) Combat aircraft", True),
        ("drones", "uav", "IV b) Unmanned combat aerial vehicles", True),
        ("submarines", "submarine", "VI. Warships", False),
        ("Igla launchers", "air_defence", "VII b) Man-portable air-defence systems (MANPADS)", False),
    ],
)
def test_categories(
    exporting: Exporting, transfer: Transfer, words: str, category: str, heading: str, uncertain: bool
) -> None:
    (row,) = rows(exporting.text("unroca", transfer(stage="delivery", items=[item(words, category)])))
    assert row["Category (I-VII)"] == heading
    assert ("Category (I-VII)" in row["Uncertain cells"]) is uncertain


@pytest.mark.parametrize("category", ["ammunition", "air_defence", "sensor"])
def test_what_the_register_has_no_category_for_is_counted(
    exporting: Exporting, transfer: Transfer, category: str
) -> None:
    story = transfer(stage="delivery", items=[item("things", category)])
    assert rows(exporting.text("unroca", story)) == []
    assert list(exporting.left_out("unroca", story).values()) == [1]


def test_each_year_has_its_own_number(exporting: Exporting) -> None:
    roles = {"supplier": [TURKEY], "recipient": [SUDAN]}
    parts = [
        claim(f"p{year}", roles, stage="delivery", items=[item("drones", "uav", n, n)], when=when(year))
        for year, n in (("2022", 7), ("2023", 5))
    ]
    found = rows(exporting.text("unroca", reading("parts", *parts)))
    assert [(row["Year"], row["Number of Items"]) for row in found] == [("2022", "7"), ("2023", "5")]
