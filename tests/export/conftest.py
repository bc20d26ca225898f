"""A small register of invented deals, and what is exported from it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from whoarms.export import FormatName
from whoarms.export.formats import FORMATS
from whoarms.export.selection import Selection, select
from whoarms.model import Claim, Document, Reading
from whoarms.register import Filter, Register

PAGE = "https://news.example.org/story?id=7"
TEXT = (
    "Turkey sold 40 Bayraktar TB2 drones to Sudan in March 2023, the ministry said. "
    "Russia sent Sudan at least 12 T-72 tanks & rifles in 2024 — “a gift”. Hezbollah denied it."
)


def evidence(quote: str) -> list[dict[str, Any]]:
    start = TEXT.index(quote)
    return [{"quote": quote, "start": start, "end": start + len(quote)}]


def actor(id_: str, name: str) -> dict[str, str]:
    return {"id": id_, "name": name, "text": name}


TURKEY, SUDAN, RUSSIA = actor("TUR", "Turkey"), actor("SDN", "Sudan"), actor("RUS", "Russia")
HEZBOLLAH, UN = actor("hezbollah", "Hezbollah"), actor("united-nations", "United Nations")


def claim(id_: str, roles: dict[str, list[dict[str, str]]], **fields: Any) -> Claim:
    """Make a claim of a transfer that is ordered, unless `fields` say otherwise."""
    common = {"id": id_, "kind": "transfer", "stage": "order", "certainty": "asserted", "roles": roles}
    return msgspec.convert({**common, **fields}, Claim)


def item(text: str, category: str, low: int | None = None, high: int | None = None, **fields: Any) -> dict[str, Any]:
    quantity = {"min": low, "max": high, **fields.pop("quantity", {})} if low or high else None
    return {"text": text, "category": category, "quantity": quantity, **fields}


def when(start: str, end: str | None = None) -> dict[str, str]:
    return {"start": start, "end": end or start, "text": start}


def reading(id_: str, *claims: Claim, **fields: Any) -> Reading:
    common = {"name": f"{id_}.html", "title": f"Story {id_}", "outlet": f"Outlet {id_}", "published": "2024-05-02"}
    return Reading(Document(id=id_, **{**common, "language": "en", **fields}), claims)


ORDER = claim(
    "order",
    {"supplier": [TURKEY], "recipient": [SUDAN]},
    items=[item("Bayraktar TB2 drones", "uav", 40, 40, system="bayraktar-tb2")],
    value={"amount": 120e6, "currency": "USD"},
    when=when("2023-03"),
    sources=[{"text": "the ministry", "type": "official", "actor": "TUR"}],
    evidence=evidence("Turkey sold 40 Bayraktar TB2 drones to Sudan in March 2023"),
)
TANKS = claim(
    "tanks",
    {"supplier": [RUSSIA], "recipient": [SUDAN]},
    stage="delivery",
    items=[item("T-72 tanks", "armoured_vehicle", 12, None, system="t-72"), item("rifles", "small_arms")],
    when=when("2024"),
    evidence=evidence("Russia sent Sudan at least 12 T-72 tanks & rifles in 2024 — “a gift”"),
)
DENIAL = claim(
    "denial",
    {"supplier": [RUSSIA], "recipient": [SUDAN]},
    stage="delivery",
    certainty="denied",
    items=[item("tanks", "armoured_vehicle")],
    sources=[{"text": "Hezbollah", "type": "official", "actor": "hezbollah"}],
    evidence=evidence("Hezbollah denied it."),
)
DRILL = claim("drill", {"parties": [TURKEY, SUDAN]}, kind="exercise", stage=None, certainty="planned")
RANGE = claim("range", {"maker": [TURKEY]}, kind="capability", stage=None, items=[item("TB2", "uav")])

STORIES = (
    reading("a", ORDER, TANKS, DENIAL, url=PAGE, author="Ann Lee and Bo Diaz", text=TEXT),
    reading("b/1", DRILL, RANGE, published="2024-06-01", title="=SUM(1) of 50% & more"),
)


class Exporting:
    """A register that is filled with stories and exported."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._number = folder, 0

    def selection(self, *stories: Reading, with_texts: bool = True) -> Selection:
        self._number += 1
        with Register(f"sqlite:///{self._folder}/{self._number}.db") as register:
            for story in stories or STORIES:
                register.add(story)
            return select(register, Filter(), with_texts=with_texts)

    def text(self, name: FormatName, *stories: Reading) -> str:
        content = FORMATS[name].write(self.selection(*stories)).content
        assert isinstance(content, str)
        return content

    def left_out(self, name: FormatName, *stories: Reading) -> dict[str, int]:
        return {why: times for why, times in FORMATS[name].write(self.selection(*stories)).left_out.items() if times}


@pytest.fixture
def exporting(tmp_path: Path) -> Exporting:
    return Exporting(tmp_path)


@pytest.fixture
def transfer() -> Callable[..., Reading]:
    """Make a story with one claim of a transfer from Turkey to Sudan."""

    def make(id_: str = "one", **fields: Any) -> Reading:
        roles = fields.pop("roles", {"supplier": [TURKEY], "recipient": [SUDAN]})
        return reading(id_, claim(f"{id_}:1", roles, **fields))

    return make
