import csv
import json
from pathlib import Path
from typing import Any

import pytest


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines()))


def test_add_counts_what_is_new_and_what_is_held(run: Any, stories: str) -> None:
    assert run("add", stories).stdout == "new: 3 documents, 4 claims; held already: 0 documents, 0 claims\n"
    assert run("add", stories).stdout == "new: 0 documents, 0 claims; held already: 3 documents, 4 claims\n"


def test_add_stores_the_rest_of_an_input_that_breaks(run: Any, stories: str, tmp_path: Path) -> None:
    mixed = tmp_path / "mixed.jsonl"
    mixed.write_text("{nonsense\n" + Path(stories).read_text())
    result = run("add", str(mixed))
    assert result.exit_code == 1
    assert result.stderr.startswith(f"whoarms: {mixed}:1: ")
    assert result.stderr.count("\n") == 1
    assert len(lines(run("register", "documents").stdout)) == 3


def test_a_claim_of_another_document_is_refused_and_the_rest_added(run: Any, stories: str, tmp_path: Path) -> None:
    run("add", stories)
    stolen = json.loads(Path(stories).read_text().splitlines()[0])
    stolen["document"].update(id="thief", name="thief.html")
    path = tmp_path / "stolen.jsonl"
    path.write_text(json.dumps(stolen) + "\n" + json.dumps({"document": {"id": "honest"}, "claims": []}))
    result = run("add", str(path))
    assert result.exit_code == 1
    assert result.stderr.startswith("whoarms: thief.html: ")
    assert result.stdout.startswith("new: 1 document, 0 claims")


def test_the_default_register_is_announced_once(
    run: Any, stories: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WHOARMS_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    said = run("add", stories).stderr
    (made,) = tmp_path.rglob("whoarms.db")
    assert str(made) in said
    assert run("add", stories).stderr == ""


def test_db_chooses_another_register(run: Any, stories: str, tmp_path: Path, database: Path) -> None:
    other = f"sqlite:///{tmp_path}/other.db"
    run("add", stories, "--db", other)
    assert not database.exists()
    assert len(lines(run("register", "claims", "--db", other).stdout)) == 4


@pytest.mark.usefixtures("filled")
def test_deals_in_the_form_of_the_contract(run: Any) -> None:
    deal = lines(run("register", "deals", "--kind", "transfer").stdout)[0]
    assert [actor["id"] for actor in deal["supplier"]] == ["SYL"]
    assert deal["status"] == "contested"
    assert [actor["id"] for actor in deal["denied_by"]] == ["SYL"]
    assert deal["quantities"][0]["origins"] == ["a general (FRE), to Morning Post"]
    assert deal["documents"] == ["post-1"]


@pytest.mark.usefixtures("filled")
def test_claims_carry_their_document(run: Any) -> None:
    claims = lines(run("register", "claims", "--recipient", "freedonia", "--certainty", "denied").stdout)
    assert [(claim["id"], claim["document"]["outlet"]) for claim in claims] == [("post-1:b", "Morning Post")]


@pytest.mark.usefixtures("filled")
def test_documents(run: Any) -> None:
    documents = json.loads(run("register", "documents", "--since", "2024", "--format", "json").stdout)
    assert [(document["id"], document["claims"]) for document in documents] == [("post-1", 2), ("wire-9", 2)]
    assert all("text" not in document for document in documents)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize("what", ["deals", "claims", "documents"])
def test_tables_fit_and_hide_nothing(run: Any, what: str, columns: int) -> None:
    shown = run("register", what, "--format", "table", columns=columns).stdout
    assert max(map(len, shown.splitlines())) <= columns
    expected = {
        "deals": ["Sylvania", "Freedonia", "Kestrel", "40", "2,000", "contested", "2024-03-02", "exercise"],
        "claims": ["post-1:a", "Sylvania", "40", "1.25", "general", "endurance", "Ostria"],
        "documents": ["post-1", "2024-03-02", "Morning", "wire-9", "(cut"],
    }
    assert [word for word in expected[what] if word not in shown] == []


@pytest.mark.usefixtures("filled")
def test_csv_of_claims(run: Any) -> None:
    first, *_, last = table(run("register", "claims", "--format", "csv").stdout)
    assert (first["supplier"], first["recipient"], first["items"]) == (
        "SYL",
        "FRE",
        "Kestrel drones; ground stations",
    )
    assert (first["quantities"], first["amount"], first["sources"]) == (
        "40; up to 2,000",
        "1250000.0",
        "Morning Post; a general",
    )
    assert last["title"] == "'=Exercises off Ostria"


@pytest.mark.usefixtures("filled")
def test_csv_of_deals_and_documents(run: Any) -> None:
    deals = table(run("register", "deals", "--format", "csv").stdout)
    assert {(deal["kind"], deal["parties"]) for deal in deals} >= {("transfer", ""), ("exercise", "OST; SYL")}
    documents = table(run("register", "documents", "--format", "csv").stdout)
    assert [document["claims"] for document in documents] == ["2", "2", "0"]


def test_an_empty_register(run: Any) -> None:
    assert run("register", "deals").stdout == ""
    assert json.loads(run("register", "claims", "--format", "json").stdout) == []
    assert run("register", "documents", "--format", "csv").stdout.startswith("id,published,")


@pytest.mark.usefixtures("filled")
def test_show(run: Any) -> None:
    deal = lines(run("register", "deals", "--kind", "transfer").stdout)[0]
    assert lines(run("register", "show", deal["id"][:8]).stdout) == [{**deal, "ties": []}]
    assert lines(run("register", "show", "wire-9:b").stdout)[0]["measure"]["min"] == 24
    assert len(lines(run("register", "show", "post-1").stdout)[0]["claims"]) == 2
    assert len(table(run("register", "show", deal["id"], "--format", "csv").stdout)) == 2
    shown = run("register", "show", deal["id"], "--format", "table").stdout
    assert "“The embassy called it untrue.”" in shown
    assert "contested" in shown
    assert "Credibility 3 of 1 to 6: a party confirms it, and it is denied" in shown
    assert "Reports differ on certainty:" in shown
    assert "denied, says" in shown
    assert "“The embassy" in run("register", "show", "post-1", "--format", "table").stdout


@pytest.mark.usefixtures("filled")
def test_show_of_nothing_and_of_too_much(run: Any) -> None:
    for wanted, cause in (("nothing", "holds no"), ("wire-9:", "more than one")):
        result = run("register", "show", wanted)
        assert result.exit_code == 1
        assert result.stderr.startswith(f"whoarms: {wanted}: ")
        assert cause in result.stderr
        assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--kind", "sale", "seizure"),
        ("--stage", "done", "cancelled"),
        ("--certainty", "sure", "unconfirmed"),
        ("--category", "boat", "submarine"),
        ("--format", "xml", "csv"),
        ("--since", "yesterday", "YYYY-MM"),
    ],
)
def test_wrong_values_are_answered_with_the_right_ones(run: Any, option: str, value: str, said: str) -> None:
    result = run("register", "deals", option, value)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_database_that_cannot_be(run: Any, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("no database" * 100)
    for url in ("nonsense", f"sqlite:///{notes}"):
        result = run("register", "deals", "--db", url)
        assert result.exit_code == 1
        assert result.stderr.startswith("whoarms: ")
        assert result.stderr.count("\n") == 1


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("what", ["deals", "claims", "documents"])
def test_nothing_is_said_to_be_nothing(run: Any, what: str) -> None:
    assert run("register", what, "--actor", "Nobody", "--format", "table").stdout == "nothing found\n"


@pytest.mark.usefixtures("filled")
def test_a_document_without_claims_is_said_to_have_none(run: Any) -> None:
    assert run("register", "show", "quiet", "--format", "table").stdout.splitlines()[-1] == "no claims"


def test_an_id_of_bytes_that_are_no_characters_is_not_held(run: Any) -> None:
    result = run("register", "show", "\udcff")
    assert result.exit_code == 1
    assert "holds no" in result.stderr


def test_another_document_with_an_id_that_is_taken_is_refused(run: Any, stories: str, tmp_path: Path) -> None:
    run("add", stories)
    before = run("register", "documents").stdout
    other = {"id": "post-1", "name": "other.html", "title": "Rain", "text": "Clouds gather over the hills tonight."}
    path = tmp_path / "other.jsonl"
    path.write_text(json.dumps({"document": other, "claims": []}))
    result = run("add", str(path))
    assert result.exit_code == 1
    assert result.stderr == "whoarms: other.html: another document, post.html, has its id 'post-1'\n"
    assert run("register", "documents").stdout == before
