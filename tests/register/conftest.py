"""Claims and documents in a few words."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol
from uuid import uuid4

import msgspec
import pytest
from sqlalchemy import create_engine
from sqlalchemy.schema import CreateSchema, DropSchema

from whoarms.model import Actor, Claim, Document, Reading, identified
from whoarms.register import Register, Report
from whoarms.register.fold import text_digest

POSTGRES = os.environ.get("WHOARMS_TEST_POSTGRES", "")
NAMES = {"IRN": "Iran", "RUS": "Russia", "SDN": "Sudan", "TUR": "Turkey", "USA": "United States"}


class Say(Protocol):
    def __call__(self, roles: str, items: str = "", **fields: Any) -> Claim: ...


class Tell(Protocol):
    def __call__(self, name: str, *claims: Claim, **fields: Any) -> Reading: ...


class Reports(Protocol):
    def __call__(self, *readings: Reading) -> list[Report]: ...


def _actors(names: str) -> tuple[Actor, ...]:
    return tuple(Actor(id=name, name=NAMES.get(name, name), text=name) for name in names.split("+") if name)


def _item(words: str) -> dict[str, Any]:
    """`40 uav shahed-136`: a number or nothing, a category, a system or nothing."""
    parts = words.split()
    number = int(parts.pop(0)) if parts[0].isdigit() else None
    category, system = (*parts, None)[:2]
    quantity = None if number is None else {"min": number, "max": number}
    return {
        "text": system or f"some {category}",
        "category": category,
        "system": system,
        "quantity": quantity,
    }


def _source(words: str) -> dict[str, Any]:
    """`official:IRN:a general`: a type, an actor or nothing, a text."""
    kind, actor, text = words.split(":")
    return {"text": text, "type": kind, "actor": actor or None}


def _say(roles: str, items: str = "", **fields: Any) -> Claim:
    """`supplier=IRN recipient=RUS+SDN`, `40 uav, missile`; `by` gives sources, `when` both ends, `named` items."""
    start, _, end = fields.pop("when", "").partition("/")
    parties = (pair.split("=") for pair in roles.split())
    said = {
        "id": "",
        "kind": "transfer",
        "stage": "order",
        "certainty": "asserted",
        "roles": {role: _actors(names) for role, names in parties},
        "items": fields.pop("named", None) or [_item(words) for words in items.split(",") if words.strip()],
        "when": {"start": start, "end": end or start, "text": start} if start else None,
        "sources": [_source(words) for words in fields.pop("by", ())],
        "evidence": [{"quote": "so they say", "start": 0, "end": 11}],
    }
    return msgspec.convert({**said, **fields}, Claim)


def _tell(name: str, *claims: Claim, **fields: Any) -> Reading:
    fields = {
        "published": "2023-05-01",
        "outlet": f"Outlet {name}",
        "text": f"The words of {name}.",
        **fields,
    }
    document = Document(id=name, name=f"{name}.html", title=f"Title {name}", **fields)
    return Reading(document, tuple(identified(claim, name) for claim in claims))


def _reports(*readings: Reading) -> list[Report]:
    return [
        Report(claim, reading.document, text_digest(reading.document.text))
        for reading in readings
        for claim in reading.claims
    ]


@pytest.fixture
def say() -> Say:
    return _say


@pytest.fixture
def tell() -> Tell:
    return _tell


@pytest.fixture
def reports() -> Reports:
    return _reports


_NO_POSTGRES = pytest.mark.skipif(not POSTGRES, reason="WHOARMS_TEST_POSTGRES gives no URL of a PostgreSQL database")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=_NO_POSTGRES)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give a new database; all tests run on PostgreSQL too where WHOARMS_TEST_POSTGRES names one by its URL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/register.db"
        return
    schema = f"test_{uuid4().hex}"
    engine = create_engine(POSTGRES)
    with engine.begin() as connection:
        connection.execute(CreateSchema(schema))
    yield engine.url.update_query_dict({"options": f"-csearch_path={schema}"}).render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.execute(DropSchema(schema, cascade=True))
    engine.dispose()


@pytest.fixture
def register(url: str) -> Iterator[Register]:
    with Register(url) as opened:
        yield opened
