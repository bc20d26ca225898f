"""The register as it stood."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from whoarms.errors import RegisterError, SettingsError
from whoarms.register import Filter, Register

PAIR = "supplier=IRN recipient=RUS"


class Calendar:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2024, 1, 1, 12)

    def __call__(self) -> datetime:
        self.now += timedelta(microseconds=1)
        return self.now

    def turn_to(self, month: int) -> None:
        self.now = datetime(2024, month, 1, 12)


@pytest.fixture
def filled(url: str, say: Any, tell: Any) -> Iterator[Register]:
    """January: an order. February: its delivery. March: the order is read better. April: both are parted."""
    calendar = Calendar()
    with Register(url, clock=calendar) as register:
        register.add(tell("order", say(PAIR, "40 uav"), published="2022-01-01"))
        calendar.turn_to(2)
        register.add(tell("delivery", say(PAIR, "uav", stage="delivery"), published="2022-03-01"))
        register.set_grade("Outlet order", "C", by="keeper")
        calendar.turn_to(3)
        better = say(PAIR, "60 uav shahed-136"), say("supplier=IRN recipient=SDN", "missile")
        register.add(tell("order", *better, author="A byline", published="2022-01-01", text="The words, corrected."))
        register.set_grade("Outlet order", "B", by="keeper")
        calendar.turn_to(4)
        claims = [register.show(name).reports[0].claim.id for name in ("order", "delivery")]
        register.review.judge(*claims, "different", by="keeper")
        yield register


@pytest.mark.parametrize(
    ("as_of", "documents"),
    [
        ("2023", []),
        ("2024-01", [("order", 1)]),
        ("2024-02", [("order", 1), ("delivery", 1)]),
        ("2024", [("order", 2), ("delivery", 1)]),
    ],
)
def test_documents(filled: Register, as_of: str, documents: list[tuple[str, int]]) -> None:
    found = filled.documents(as_of=as_of)
    assert [(held.document.id, held.claims) for held in found] == documents


@pytest.mark.parametrize(
    ("as_of", "numbers"), [("2024-02-29", [40]), ("2024-03-01T11:59", [40]), ("2024-03-01T12:01Z", [60]), (None, [60])]
)
def test_claims(filled: Register, as_of: str | None, numbers: list[int]) -> None:
    found = [item.quantity for report in filled.claims(as_of=as_of) for item in report.claim.items]
    assert [quantity.min for quantity in found if quantity] == numbers


@pytest.mark.parametrize(
    ("as_of", "deals"),
    [
        ("2023-12-31", []),
        ("2024-01-31", [("order",)]),
        ("2024-02", [("order", "delivery")]),
        ("2024-03", [("order", "delivery"), ("order",)]),
        ("2024-04", [("order",), ("order",), ("delivery",)]),
    ],
)
def test_deals(filled: Register, as_of: str, deals: list[tuple[str, ...]]) -> None:
    found = [deal.documents for deal in filled.deals(as_of=as_of)]
    assert sorted(found) == sorted(deals)


def test_filters_and_ids_hold_for_the_time_that_is_asked_for(filled: Register) -> None:
    assert filled.deals(Filter(system="shahed-136"), as_of="2024-02") == []
    assert len(filled.deals(Filter(system="shahed-136", recipient="Russia"), as_of="2024-03")) == 1
    (deal,) = filled.deals(as_of="2024-01")
    assert filled.show(deal.id, as_of="2024-01").deal == deal
    assert filled.show("order", as_of="2024-01").document.document.author is None  # type: ignore[union-attr]
    with pytest.raises(RegisterError, match="holds no"):
        filled.show("delivery", as_of="2024-01")


def test_grades_and_decisions_that_came_later_are_not_seen(filled: Register) -> None:
    assert [deal.reliability for deal in filled.deals(as_of="2024-01")] == [()]
    assert [deal.reliability for deal in filled.deals(as_of="2024-02")] == [("C",)]
    assert [report.reliability for report in filled.claims(Filter(recipient="SDN"))] == ["B"]
    assert [one.grade for one in filled.grades(as_of="2024-02")] == ["C"]
    assert filled.review.decisions("2024-03") == []
    assert len(filled.review.decisions("2024-04")) == 1


def test_a_time_to_come_is_now(filled: Register) -> None:
    assert filled.deals(as_of="2100") == filled.deals()


@pytest.mark.parametrize("as_of", ["soon", "2024-13", "2024-02-30T10:00", ""])
def test_no_date(filled: Register, as_of: str) -> None:
    with pytest.raises(SettingsError, match="is no date"):
        filled.deals(as_of=as_of)
