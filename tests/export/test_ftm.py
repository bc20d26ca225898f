"""Entities of FollowTheMoney, checked against the schemata of its version 4.11.2.

`data/ftm_schemata.json` lists, of each schema that is used, what it is, what it requires and its properties.
"""

import json
import re
from pathlib import Path
from typing import Any

from .conftest import Exporting

SCHEMATA = json.loads((Path(__file__).parent / "data" / "ftm_schemata.json").read_text())
FORMS = {
    "date": r"\d{4}(-\d\d(-\d\d)?)?",
    "country": r"[a-z]{2}",
    "language": r"[a-z]{3}",
    "number": r"\d+(\.\d+)?",
    "url": r"https?://\S+",
}


def entities(text: str) -> dict[str, dict[str, Any]]:
    found = [json.loads(line) for line in text.splitlines()]
    return {entity["id"]: entity for entity in found}


def test_all_entities_fit_their_schemata(exporting: Exporting) -> None:
    found = entities(exporting.text("ftm"))
    assert {entity["schema"] for entity in found.values()} == SCHEMATA.keys() - {"Organization"}
    for id_, entity in found.items():
        schema = SCHEMATA[entity["schema"]]
        assert re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?", id_)
        assert set(schema["required"]) <= entity["properties"].keys() <= schema["properties"].keys()
        for name, values in entity["properties"].items():
            kind, _, of = schema["properties"][name].partition(":")
            assert all(re.fullmatch(FORMS.get(kind, ".+"), value) for value in values), (name, values)
            assert not of or all(of in SCHEMATA[found[value]["schema"]]["is"] for value in values)


def test_a_deal_is_a_contract_that_is_awarded(exporting: Exporting) -> None:
    found = entities(exporting.text("ftm"))
    award = next(e["properties"] for e in found.values() if "actor-TUR" in e["properties"].get("supplier", ()))
    contract = found[award["contract"][0]]["properties"]
    assert (contract["authority"], contract["contractDate"]) == (["actor-SDN"], ["2023-03"])
    assert (contract["amount"], contract["currency"]) == (["120000000"], ["USD"])
    assert contract["summary"] == ["Bayraktar TB2 drones: 40"]


def test_a_denial_is_documented_as_one(exporting: Exporting) -> None:
    denial = entities(exporting.text("ftm"))["claim-denial"]["properties"]
    assert (denial["status"], denial["summary"], denial["role"]) == (["denied"], ["Hezbollah denied it."], ["delivery"])
    assert denial["document"] == ["document-a"]
