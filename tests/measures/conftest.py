"""Deals in a few words, made of readings by the register itself."""

from typing import Any, Protocol

import msgspec
import pytest

from whoarms.model import Actor, Claim, Document, identified
from whoarms.register import Deal, Report
from whoarms.register.deals import deals_of


class Tell(Protocol):
    def __call__(self, name: str, roles: str, items: str = "", **fields: Any) -> Report: ...


class Make(Protocol):
    def __call__(self, *reports: Report) -> list[Deal]: ...


def _actors(names: str) -> tuple[Actor, ...]:
    return tuple(Actor(id=name, name=name.title(), text=name) for name in names.split("+") if name)


def _items(words: str) -> list[dict[str, Any]]:
    """`40 uav, missile`: a number or nothing, a category."""
    found = []
    for item in filter(None, (part.split() for part in words.split(","))):
        quantity = {"min": int(item[0]), "max": int(item[0])} if len(item) > 1 else None
        found.append({"text": f"some {item[-1]}", "category": item[-1], "quantity": quantity})
    return found


def _tell(name: str, roles: str, items: str = "", **fields: Any) -> Report:
    """`supplier=IRN recipient=RUS+SDN`; `published` and `outlet` are the document's, `when` has a start and an end."""
    start, _, end = fields.pop("when", "").partition("/")
    document = Document(
        id=name,
        published=fields.pop("published", "2023-05-10"),
        outlet=fields.pop("outlet", f"Outlet {name}"),
        text=f"The words of {name}.",
    )
    said = {
        "id": "",
        "kind": "transfer",
        "stage": "order",
        "certainty": "asserted",
        "roles": {role: _actors(names) for role, names in (pair.split("=") for pair in roles.split())},
        "items": _items(items),
        "when": {"start": start, "end": end or start, "text": start} if start else None,
        "evidence": [{"quote": "so they say", "start": 0, "end": 11}],
    }
    return Report(identified(msgspec.convert({**said, **fields}, Claim), name), document, name)


@pytest.fixture
def tell() -> Tell:
    return _tell


@pytest.fixture
def make() -> Make:
    return lambda *reports: deals_of(reports)
