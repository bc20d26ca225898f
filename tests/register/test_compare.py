"""What the press has, what the record has, what differs."""

from typing import Any

import msgspec
import pytest

from whoarms.model import Item
from whoarms.register import Register
from whoarms.register.compare import Difference, compare
from whoarms.register.deals import build

PAIR = "supplier=IRN recipient=RUS"


@pytest.fixture
def compared(say: Any, tell: Any, reports: Any) -> Any:
    """Compare press and record of one deal, each given as `(items, fields)`."""

    def make(press: list[dict[str, Any]], register: list[dict[str, Any]]) -> Any:
        readings = [
            tell(f"{type_}{number}", say(**{"roles": PAIR, "items": "uav", **fields}), type=type_)
            for type_, claims in (("press", press), ("register", register))
            for number, fields in enumerate(claims)
        ]
        members = reports(*readings)
        (found,) = compare([build(members)], {report.claim.id: report for report in members})
        return found

    return make


@pytest.mark.parametrize(
    ("press", "register", "held_by"), [([{}], [], "press"), ([], [{}], "register"), ([{}], [{}], "both")]
)
def test_who_holds_it(compared: Any, press: Any, register: Any, held_by: str) -> None:
    found = compared(press, register)
    assert (found.held_by, found.differences) == (held_by, ())


def test_numbers_that_do_not_meet_differ(compared: Any) -> None:
    found = compared([{"items": "40 uav"}, {"items": "60 uav"}], [{"items": "60 uav"}])
    assert found.differences == (Difference("number", "order of uav", ("40", "60"), ("60",)),)


@pytest.mark.parametrize(
    ("press", "register"),
    [
        ({"items": "40 uav"}, {"items": "40 uav"}),
        ({"items": "40 uav"}, {"items": "uav"}),
        ({"items": "40 uav"}, {"items": "12 missile"}),
        ({"items": "40 uav", "certainty": "denied"}, {"items": "60 uav", "certainty": "denied"}),
    ],
)
def test_numbers_that_do_not_differ(compared: Any, press: dict[str, Any], register: dict[str, Any]) -> None:
    assert compared([press], [register]).differences == ()


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [(24, 99, None), (None, 50, None), (30, None, None), (None, 30, "up to 30"), (50, None, "at least 50")],
)
def test_numbers_with_bounds(
    say: Any, tell: Any, reports: Any, low: int | None, high: int | None, shown: str | None
) -> None:
    item = {"text": "drones", "category": "uav", "quantity": {"min": low, "max": high}}
    vague = msgspec.structs.replace(say(PAIR), items=(msgspec.convert(item, Item),))
    members = reports(tell("press", vague), tell("record", say(PAIR, "40 uav"), type="register"))
    (found,) = compare([build(members)], {report.claim.id: report for report in members})
    assert [each.press for each in found.differences] == ([(shown,)] if shown else [])


def test_a_number_ordered_is_not_compared_with_one_delivered(compared: Any) -> None:
    found = compared([{"items": "40 uav"}], [{"items": "12 uav", "stage": "delivery"}])
    assert [each.field for each in found.differences] == ["status"]


def test_deliveries_of_one_record_count_together(say: Any, tell: Any, reports: Any) -> None:
    years = [say(PAIR, f"{n} uav", stage="delivery", when=str(year)) for n, year in ((7, 2016), (5, 2017))]
    record = tell("record", *years, type="register")
    for number, differs in ((12, False), (7, False), (13, True)):
        press = tell("press", say(PAIR, f"{number} uav", stage="delivery"))
        members = reports(record, press)
        (found,) = compare([build(members)], {report.claim.id: report for report in members})
        assert bool(found.differences) is differs


def test_years_that_do_not_meet_differ(compared: Any) -> None:
    found = compared([{"when": "2015-06"}], [{"when": "2016"}])
    assert found.differences == (Difference("year", "order", ("2015-06",), ("2016",)),)
    assert compared([{"when": "2016-06"}], [{"when": "2016"}]).differences == ()
    assert compared([{"when": "2015"}], [{"when": "2014/2016"}]).differences == ()


def test_how_far_it_has_come_differs(compared: Any) -> None:
    found = compared([{"certainty": "denied"}], [{"stage": "delivery"}])
    assert found.differences == (Difference("status", "", ("order, denied",), ("delivery, asserted",)),)


def test_a_whole_register_is_compared(register: Register, say: Any, tell: Any) -> None:
    register.add(tell("press", say(PAIR, "40 uav")))
    register.add(tell("record", say(PAIR, "60 uav"), type="register"))
    register.add(tell("other", say("supplier=TUR recipient=SDN", "ship"), type="register"))
    reports = {report.claim.id: report for report in register.claims()}
    found = {one.held_by: [each.field for each in one.differences] for one in compare(register.deals(), reports)}
    assert found == {"both": ["number"], "register": []}
