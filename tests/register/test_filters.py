from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from whoarms.errors import SettingsError
from whoarms.model import Actor
from whoarms.register import Filter, Register


@pytest.fixture
def filled(register: Register, say: Any, tell: Any) -> Register:
    drones = say("supplier=IRN recipient=RUS", "40 uav shahed-136", stage="order")
    missiles = say("supplier=RUS recipient=IRN", "missile", stage="talks", certainty="possible", when="2019-06")
    trained = say("trainer=RUS trainee=SDN", kind="training", stage=None)
    signed = say("parties=IRN+RUS", kind="agreement", stage=None, certainty="planned")
    seized = say("seizer=USA supplier=IRN recipient=Houthis", "small_arms", kind="seizure", stage=None)
    used = say("user=SDN supplier=TUR", "uav bayraktar-tb2", kind="use", stage=None, certainty="denied")
    register.add(tell("drones", drones, published="2022-03-10"))
    register.add(tell("missiles", missiles, published="2022-09-30"))
    register.add(tell("others", trained, signed, published="2023-01-01"))
    register.add(tell("war", seized, used, published=None))
    return register


CASES: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["transfer", "transfer", "training", "agreement", "seizure", "use"]),
    ({"supplier": "IRN"}, ["transfer", "agreement", "seizure"]),
    ({"supplier": "iran", "kind": "transfer"}, ["transfer"]),
    ({"supplier": "russia"}, ["transfer", "training", "agreement"]),
    ({"recipient": "SDN"}, ["training", "use"]),
    ({"recipient": "HOUTHIS"}, ["seizure"]),
    ({"supplier": "USA"}, []),
    ({"actor": "united states"}, ["seizure"]),
    ({"actor": "Atlantis"}, []),
    ({"actor": "Türkiye"}, ["use"]),
    ({"supplier": "Iranian", "kind": "transfer"}, ["transfer"]),
    ({"category": "uav"}, ["transfer", "use"]),
    ({"system": "Shahed 136"}, ["transfer"]),
    ({"system": "SHAHED136"}, ["transfer"]),
    ({"system": "shahed-13"}, []),
    ({"system": "tb2"}, ["use"]),
    ({"stage": "talks"}, ["transfer"]),
    ({"certainty": "planned"}, ["agreement"]),
    ({"since": "2022-03", "until": "2022"}, ["transfer"]),
    ({"until": "2019-06-15"}, ["transfer"]),
    ({"since": "2023"}, ["training", "agreement"]),
    ({"supplier": "IRN", "recipient": "RUS", "category": "uav", "since": "2022-03-10"}, ["transfer"]),
]


@pytest.mark.parametrize(("fields", "kinds"), CASES)
def test_claims(filled: Register, fields: dict[str, Any], kinds: list[str]) -> None:
    assert [report.claim.kind for report in filled.claims(Filter(**fields))] == kinds


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({}, ["drones", "missiles", "others", "war"]),
        ({"until": "2022-09"}, ["drones", "missiles"]),
        ({"actor": "SDN"}, ["others", "war"]),
        ({"actor": "RUS", "since": "2022-04", "until": "2022-12"}, ["missiles"]),
        ({"category": "uav", "kind": "transfer"}, ["drones"]),
    ],
)
def test_documents(filled: Register, fields: dict[str, Any], names: list[str]) -> None:
    assert [held.document.id for held in filled.documents(Filter(**fields))] == names


def test_a_deal_is_selected_by_any_of_its_claims_and_by_its_latest_stage(
    register: Register, say: Any, tell: Any
) -> None:
    register.add(tell("first", say("supplier=IRN recipient=RUS", "uav", stage="order"), published="2022-01-05"))
    register.add(tell("later", say("supplier=IRN recipient=RUS", "uav", stage="delivery"), published="2022-08-05"))

    def found(**fields: Any) -> list[tuple[str, ...]]:
        return [deal.documents for deal in register.deals(Filter(**fields))]

    assert found(until="2022-02") == [("first", "later")]
    assert found(stage="delivery", until="2022-02") == [("first", "later")]
    assert found(stage="order") == []
    assert found(kind="training") == []


def test_a_name_leads_to_all_claims_of_its_id(register: Register, say: Any, tell: Any) -> None:
    register.add(tell("named", say("supplier=IRN recipient=RUS")))
    iran = Actor(id="IRN", name="Islamic Republic of Iran", text="Tehran")
    claim = msgspec.structs.replace(say("supplier=IRN", "uav"), roles={"supplier": (iran,)})
    register.add(tell("otherwise", claim))
    assert len(list(register.claims(Filter(supplier="Iran")))) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Filter(since="soon"),
        lambda: Filter(until="2022-13"),
        lambda: Filter(until="2022-02-30"),
        lambda: Filter(since="22"),
        lambda: Filter(actor=" "),
        lambda: Filter(system="--"),
    ],
)
def test_what_cannot_match_is_refused(wrong: Callable[[], Filter]) -> None:
    with pytest.raises(SettingsError):
        wrong()
