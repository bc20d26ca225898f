from typing import Any

import msgspec
import pytest

from whoarms.errors import RegisterError
from whoarms.register import Register

PAIR = "supplier=IRN recipient=RUS"


@pytest.fixture
def filled(register: Register, say: Any, tell: Any) -> Register:
    register.add(tell("1", say(PAIR, "uav"), say("supplier=IRN recipient=SDN", "missile")))
    for name in ("10", "11", "12", "13", "14", "15", "2x"):
        register.add(tell(name, say(PAIR, "uav", stage="delivery")))
    return register


def test_a_deal_with_its_claims(filled: Register) -> None:
    deal = filled.deals()[0]
    found = filled.show(deal.id[:9])
    assert found.deal == deal
    assert tuple(report.claim.id for report in found.reports) == deal.claims


def test_a_claim(filled: Register) -> None:
    report = next(filled.claims())
    found = filled.show(report.claim.id)
    assert (found.deal, found.document, found.reports) == (None, None, (report,))


def test_a_document_with_its_claims(filled: Register) -> None:
    found = filled.show("2")
    assert found.document is not None
    assert found.document.document.id == "2x"
    assert [report.document.id for report in found.reports] == ["2x"]


def test_a_whole_id_goes_before_longer_ones(filled: Register) -> None:
    found = filled.show("1")
    assert found.document is not None
    assert found.document.document.id == "1"
    assert len(found.reports) == 2


@pytest.mark.parametrize("wrong", ["", "nothing", "%", "_"])
def test_an_unknown_id(filled: Register, wrong: str) -> None:
    with pytest.raises(RegisterError, match="holds no deal, claim or document"):
        filled.show(wrong)


def test_a_start_of_several_ids(register: Register, tell: Any) -> None:
    for name in ("story-a", "story-b"):
        register.add(tell(name))
    with pytest.raises(RegisterError, match="story-a, story-b"):
        register.show("story")


def test_claims_with_ids_of_their_own_are_found(register: Register, say: Any, tell: Any) -> None:
    reading = tell("press-7", say(PAIR))
    claims = (msgspec.structs.replace(reading.claims[0], id="row:1"),)
    register.add(msgspec.structs.replace(reading, claims=claims))
    assert register.show("row").reports[0].claim == claims[0]
