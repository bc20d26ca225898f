"""The reliability of sources is the user's word."""

from typing import Any

import pytest

from whoarms.errors import SettingsError
from whoarms.register import Register

PAIR = "supplier=IRN recipient=RUS"


def test_a_claim_has_the_grade_of_its_innermost_graded_source(register: Register, say: Any, tell: Any) -> None:
    quoted = say(PAIR, "uav", by=["media::Gulf Wire", "official:IRN:a general"])
    register.add(tell("a", quoted))
    register.add(tell("b", say(PAIR, "uav", by=["media::GULF WIRE"])))
    register.add(tell("c", say(PAIR, "uav")))
    register.set_grade("Gulf Wire", "B", by="keeper")
    register.set_grade("Outlet a", "F", by="keeper")
    register.set_grade("outlet c", "E", by="keeper")
    assert [report.reliability for report in register.claims()] == ["B", "B", "E"]
    assert [deal.reliability for deal in register.deals()] == [("B", "E")]
    register.set_grade("A general", "A", by="keeper", reason="always right")
    assert [report.reliability for report in register.claims()] == ["A", "B", "E"]
    assert register.show("a").reports[0].reliability == "A"


def test_denials_lend_no_grade_to_a_deal(register: Register, say: Any, tell: Any) -> None:
    register.add(tell("a", say(PAIR, "uav")))
    register.add(tell("b", say(PAIR, "uav", certainty="denied")))
    register.set_grade("Outlet b", "A", by="keeper")
    assert [deal.reliability for deal in register.deals()] == [()]


def test_history_is_kept_and_a_grade_is_taken_back(register: Register, say: Any, tell: Any) -> None:
    register.add(tell("a", say(PAIR, "uav")))
    for grade in ("B", "C", None):
        register.set_grade("Outlet a", grade, by="keeper", reason="checked")  # type: ignore[arg-type]
    assert [one.grade for one in register.grades()] == ["B", "C", None]
    assert [report.reliability for report in register.claims()] == [None]


def test_a_name_of_nothing(register: Register) -> None:
    with pytest.raises(SettingsError, match="names nothing"):
        register.set_grade(" - ", "A", by="keeper")
