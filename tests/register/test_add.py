import sqlite3
from pathlib import Path
from typing import Any

import msgspec
import pytest

from whoarms.errors import InputError, RegisterError
from whoarms.register import Register
from whoarms.register.fold import text_digest


@pytest.fixture
def story(say: Any, tell: Any) -> Any:
    return tell("a", say("supplier=IRN recipient=RUS", "40 uav"), say("supplier=IRN recipient=SDN"))


def test_what_is_added_comes_back_whole(register: Register, story: Any) -> None:
    assert register.add(story)
    assert tuple(report.claim for report in register.claims()) == story.claims
    (held,) = register.documents()
    assert held.document == msgspec.structs.replace(story.document, text=None)
    assert held.claims == 2


def test_adding_again_changes_nothing(register: Register, story: Any) -> None:
    assert register.add(story)
    (before,) = register.documents()
    assert not register.add(story)
    assert list(register.documents()) == [before]
    assert len(list(register.claims())) == 2


def test_a_score_alone_is_no_other_claim(register: Register, story: Any) -> None:
    register.add(story)
    surer = tuple(msgspec.structs.replace(claim, score=0.5) for claim in story.claims)
    assert not register.add(msgspec.structs.replace(story, claims=surer))


def test_a_document_without_claims_is_kept(register: Register, tell: Any) -> None:
    assert register.add(tell("quiet"))
    assert not register.add(tell("quiet"))
    assert [held.claims for held in register.documents()] == [0]


def test_other_claims_take_the_place_of_the_former(register: Register, say: Any, tell: Any, story: Any) -> None:
    register.add(story)
    (before,) = register.documents()
    better = tell("a", say("supplier=IRN recipient=RUS", "40 uav shahed-136"))
    assert register.add(better)
    (after,) = register.documents()
    assert after.arrived == before.arrived
    assert tuple(report.claim for report in register.claims()) == better.claims


def test_a_text_outlives_a_reading_without_it(register: Register, tell: Any, story: Any) -> None:
    register.add(story)
    (before,) = {report.text_digest for report in register.claims()}
    register.add(tell("a", story.claims[0], text=None))
    assert before is not None
    assert {report.text_digest for report in register.claims()} == {before}


@pytest.mark.parametrize("status", ["unreadable", "empty", "unsupported_language"])
def test_what_could_not_be_read_is_not_stored(register: Register, tell: Any, status: str) -> None:
    assert not register.add(tell("bad", status=status, text=None))
    assert list(register.documents()) == []


def test_a_claim_cannot_belong_to_two_documents(register: Register, tell: Any, story: Any) -> None:
    register.add(story)
    other = msgspec.structs.replace(tell("b"), claims=story.claims)
    with pytest.raises(InputError, match=r"^b\.html: "):
        register.add(other)
    assert [held.document.id for held in register.documents()] == ["a"]


def test_the_folder_and_the_file_are_made(tmp_path: Path, story: Any) -> None:
    path = tmp_path / "new" / "folder" / "register.db"
    with Register(f"sqlite:///{path}") as register:
        register.add(story)
    with Register(f"sqlite:///{path}") as register:
        assert not register.add(story)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


@pytest.mark.parametrize(
    ("url", "cause"),
    [
        ("register.db", "database URL"),
        ("nosuch://there", "database URL"),
        ("sqlite:////dev/null/register.db", "folder cannot be made"),
    ],
)
def test_an_impossible_database_is_named_in_one_line(url: str, cause: str) -> None:
    with pytest.raises(RegisterError, match=cause) as caught:
        Register(url)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database, " * 100)
    with pytest.raises(RegisterError, match="not a database"):
        Register(f"sqlite:///{path}")
    assert path.read_text() == "not a database, " * 100


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Rain"},
        {"title": None, "text": "Clouds gather over the hills tonight."},
        {"title": "Rain", "text": None, "url": "https://b.example"},
    ],
)
def test_another_document_with_the_same_id_is_refused(
    register: Register, tell: Any, story: Any, other: dict[str, Any]
) -> None:
    assert register.add(story)
    (before,) = register.documents()
    told = tell("a")
    fields = {"name": "b.jsonl:1", "text": "Clouds gather over the hills tonight.", **other}
    with pytest.raises(InputError, match=r"^b\.jsonl:1: another document, a\.html, has its id 'a'$"):
        register.add(msgspec.structs.replace(told, document=msgspec.structs.replace(told.document, **fields)))
    assert list(register.documents()) == [before]
    assert len(list(register.claims())) == 2


@pytest.mark.parametrize("field", ["title", "text", "nothing known"])
def test_one_common_trait_makes_a_second_reading(register: Register, tell: Any, story: Any, field: str) -> None:
    register.add(story)
    others = {"title": {"text": "Clouds gather."}, "text": {"title": "Rain"}}.get(field, {"title": None, "text": None})
    told = tell("a")
    assert register.add(msgspec.structs.replace(told, document=msgspec.structs.replace(told.document, **others)))
    assert [held.claims for held in register.documents()] == [0]


def test_a_text_that_comes_after_its_reading_is_kept(register: Register, tell: Any, story: Any) -> None:
    register.add(tell("a", *story.claims, text=None))
    assert not register.add(story)
    assert {report.text_digest for report in register.claims()} == {text_digest(story.document.text)}


def test_a_document_that_a_database_cannot_hold_stops_no_other(register: Register, tell: Any, url: str) -> None:
    nul = tell("nul", text="Ten boats\0were sold.")
    if url.startswith("sqlite"):
        assert register.add(nul)
    else:
        with pytest.raises(InputError, match=r"^nul\.html: the database cannot hold it \("):
            register.add(nul)
    assert register.add(tell("next"))
