"""Event records of PLOVER."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from whoarms.model import Reading

from .conftest import HEZBOLLAH, RUSSIA, SUDAN, TURKEY, UN, Exporting, item, when

Transfer = Callable[..., Reading]


def records(text: str) -> dict[str, dict[str, Any]]:
    found = [json.loads(line) for line in text.splitlines()]
    return {record["id"]: record for record in found}


def test_records_have_what_the_manual_requires(exporting: Exporting) -> None:
    found = records(exporting.text("plover"))
    assert found.keys() == {"order", "tanks", "denial", "drill"}
    for record in found.values():
        assert {"id", "date", "actor", "event"} <= record.keys()
    assert list(exporting.left_out("plover").values()) == [1]


def test_an_order_is_an_agreement_with_its_evidence(exporting: Exporting) -> None:
    record = records(exporting.text("plover"))["order"]
    assert (record["event"], record["quad_code"], record["event_scale"]) == (["AGREE"], 1, 2.5)
    assert ([a["code"] for a in record["actor"]], [r["code"] for r in record["recipient"]]) == (["TUR"], ["SDN"])
    assert (record["date"], record["enddate"]) == ("2023-03-01", "2023-03-31")
    assert (record["whoarms"]["date_basis"], record["whoarms"]["date_precision"]) == ("event", "month")
    assert record["text_info"] == {"start": 0, "end": len(record["event_text"][0])}
    assert record["cite_info"]["publication"] == "Outlet a"


def test_a_denial_keeps_its_event_without_a_score(exporting: Exporting) -> None:
    record = records(exporting.text("plover"))["denial"]
    assert record["whoarms"]["auxiliary_mode"] == ["negation"]
    assert (record["whoarms"]["certainty"], record["whoarms"]["date_basis"]) == ("denied", "publication")
    assert not {"quad_code", "event_scale"} & record.keys()


@pytest.mark.parametrize(
    ("fields", "event", "mode", "scale"),
    [
        ({"stage": "talks"}, "CONSULT", None, 2.5),
        ({"stage": "approval"}, "AGREE", None, 2.5),
        ({"stage": "delivery"}, "COOPERATE", None, 9.5),
        ({"stage": "delivery", "certainty": "planned"}, "AGREE", None, 2.5),
        ({"stage": "delivery", "evidence": [{"quote": "donated", "start": 0, "end": 7}]}, "AID", None, 10.0),
        ({"stage": "cancelled"}, "SANCTION", ["discontinue"], -6.0),
        ({"kind": "training", "roles": {"trainer": [TURKEY], "trainee": [SUDAN]}}, "AID", None, 10.0),
        ({"kind": "launch", "roles": {"launcher": [TURKEY], "owner": [SUDAN]}}, "COOPERATE", None, 9.5),
        ({"kind": "agreement", "roles": {"parties": [TURKEY, SUDAN]}}, "SUPPORT", None, 5.0),
        ({"kind": "exercise", "roles": {"parties": [TURKEY, SUDAN]}}, "COOPERATE", None, 9.5),
        ({"kind": "deployment", "roles": {"sender": [RUSSIA], "host": [SUDAN]}}, "MOBILIZE", ["troops"], None),
        ({"kind": "intelligence"}, "COOPERATE", None, 9.5),
        ({"kind": "aid"}, "AID", None, 10.0),
        ({"kind": "sanction", "roles": {"sender": [TURKEY], "target": [SUDAN]}}, "SANCTION", ["discontinue"], -6.0),
        (
            {"kind": "sanction", "stage": "cancelled", "roles": {"sender": [TURKEY], "target": [SUDAN]}},
            "RETREAT",
            None,
            6.5,
        ),
        ({"kind": "seizure", "roles": {"seizer": [TURKEY], "supplier": [RUSSIA]}}, "COERCE", ["seize"], -7.0),
    ],
)
def test_events(
    exporting: Exporting, transfer: Transfer, fields: dict[str, Any], event: str, mode: list[str] | None, scale: float
) -> None:
    (record,) = records(exporting.text("plover", transfer(**{"stage": None, **fields}))).values()
    assert (record["event"], record.get("mode"), record.get("event_scale")) == ([event], mode, scale)


def test_a_deployment_names_its_host_as_the_place(exporting: Exporting, transfer: Transfer) -> None:
    story = transfer(kind="deployment", stage=None, roles={"sender": [RUSSIA], "host": [SUDAN]}, place="Port Sudan")
    (record,) = records(exporting.text("plover", story)).values()
    assert record["event_loc"] == {"extracted_place": "Port Sudan", "country_code": "SDN"}
    assert "recipient" not in record


def test_codes_of_groups(exporting: Exporting, transfer: Transfer) -> None:
    story = transfer(roles={"supplier": [UN], "recipient": [HEZBOLLAH]})
    (record,) = records(exporting.text("plover", story)).values()
    assert record["actor"][0]["code"] == "UNO"
    assert (record["recipient"][0]["code"], record["recipient"][0]["sector"]) == ("LBN", "REB")


def test_events_that_lack_what_is_required_are_counted(exporting: Exporting, transfer: Transfer) -> None:
    alone = {"supplier": [TURKEY], "recipient": []}
    stories = (transfer("x", stage="delivery", roles=alone), transfer("y", roles=alone, when=when("2020")))
    assert records(exporting.text("plover", *stories)).keys() == {"y:1"}
    assert list(exporting.left_out("plover", *stories).values()) == [1]
    assert "TB2" in records(exporting.text("plover", transfer(items=[item("TB2", "uav")])))["one:1"]["whoarms"]["items"]
