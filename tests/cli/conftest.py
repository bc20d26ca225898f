"""The command line in this process, on readings of our own."""

import json
from pathlib import Path
from typing import Any, Protocol

import pytest
from typer.testing import CliRunner, Result

from whoarms.cli import app

TEXT = (
    "Freedonia has ordered 40 Kestrel drones from Sylvania, a general told the Morning Post. "
    "The embassy called it untrue."
)


class Run(Protocol):
    def __call__(self, *words: str, columns: int = 80) -> Result: ...


def _actor(id_: str, name: str) -> dict[str, str]:
    return {"id": id_, "name": name, "text": name}


def _claim(id_: str, kind: str, stage: str | None, certainty: str, **fields: Any) -> dict[str, Any]:
    return {"id": id_, "kind": kind, "stage": stage, "certainty": certainty, **fields}


FREEDONIA, SYLVANIA, OSTRIA = (
    [_actor("FRE", "Freedonia")],
    [_actor("SYL", "Sylvania")],
    [_actor("OST", "Ostria")],
)

ORDER = {
    "document": {
        "id": "post-1",
        "name": "post.html",
        "title": "Freedonia buys Sylvanian drones",
        "outlet": "Morning Post",
        "published": "2024-03-02",
        "language": "en",
        "truncated": True,
        "status": "read",
        "text": TEXT,
    },
    "claims": [
        _claim(
            "post-1:a",
            "transfer",
            "order",
            "asserted",
            roles={"supplier": SYLVANIA, "recipient": FREEDONIA},
            items=[
                {
                    "text": "Kestrel drones",
                    "category": "uav",
                    "system": "kestrel",
                    "quantity": {"min": 40, "max": 40},
                },
                {"text": "ground stations", "category": "other", "quantity": {"min": None, "max": 2000}},
            ],
            value={"amount": 1250000, "currency": "USD"},
            when={"start": "2024-02", "end": "2024-02", "text": "last month"},
            sources=[
                {"text": "Morning Post", "type": "media"},
                {"text": "a general", "type": "official", "actor": "FRE"},
            ],
            evidence=[{"quote": TEXT[:55], "start": 0, "end": 55}],
        ),
        _claim(
            "post-1:b",
            "transfer",
            "order",
            "denied",
            roles={"supplier": SYLVANIA, "recipient": FREEDONIA},
            items=[{"text": "drones", "category": "uav"}],
            sources=[{"text": "the embassy", "type": "official", "actor": "SYL"}],
            evidence=[{"quote": "The embassy called it untrue.", "start": 88, "end": 117}],
        ),
    ],
}

OTHERS = {
    "document": {
        "id": "wire-9",
        "title": "=Exercises off Ostria",
        "outlet": "Gulf Wire",
        "published": "2024-04-11",
    },
    "claims": [
        _claim("wire-9:a", "exercise", None, "planned", roles={"parties": [*OSTRIA, *SYLVANIA]}),
        _claim(
            "wire-9:b",
            "capability",
            None,
            "asserted",
            roles={"maker": SYLVANIA},
            items=[{"text": "Kestrel", "category": "uav"}],
            measure={"quantity": "endurance", "min": 24.0, "max": None, "unit": "h"},
        ),
    ],
}

QUIET = {"document": {"id": "quiet", "title": "Nothing of note", "text": "It rained."}, "claims": []}


@pytest.fixture
def stories(tmp_path: Path) -> str:
    path = tmp_path / "stories.jsonl"
    path.write_text("".join(json.dumps(story) + "\n" for story in (ORDER, OTHERS, QUIET)))
    return str(path)


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "register.db"
    monkeypatch.setenv("WHOARMS_DB", f"sqlite:///{path}")
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(*words: str, columns: int = 80) -> Result:
        monkeypatch.setenv("COLUMNS", str(columns))
        return CliRunner().invoke(app, words, catch_exceptions=False)

    return call


@pytest.fixture
def filled(run: Run, stories: str) -> None:
    assert run("add", stories).exit_code == 0
