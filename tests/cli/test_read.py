import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from whoarms.cli import words
from whoarms.model import Money


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_pipe_gets_one_line_a_document_with_all_fields(run: Any, stories: str) -> None:
    result = run("read", stories)
    assert result.exit_code == 0
    first, second, quiet = lines(result.stdout)
    assert quiet["claims"] == []
    assert "text" not in first["document"]
    assert first["document"]["truncated"] is True
    assert second["document"]["author"] is None
    claim = first["claims"][1]
    assert claim["value"] is claim["when"] is claim["place"] is claim["measure"] is None
    assert claim["items"] == [{"text": "drones", "category": "uav", "system": None, "quantity": None}]
    assert first["claims"][0]["items"][1]["quantity"] == {
        "min": None,
        "max": 2000,
        "approx": False,
        "unit": None,
    }


def test_json_is_one_list(run: Any, stories: str, tmp_path: Path) -> None:
    documents = json.loads(run("read", stories, "--format", "json").stdout)
    assert [document["document"]["id"] for document in documents] == ["post-1", "wire-9", "quiet"]
    assert json.loads(run("read", str(tmp_path / "none.txt"), "--format", "json").stdout)[0]["claims"] == []


def test_with_text(run: Any, stories: str) -> None:
    document = lines(run("read", "--with-text", stories).stdout)[0]
    quote = document["claims"][1]["evidence"][0]
    assert document["document"]["text"][quote["start"] : quote["end"]] == quote["quote"]


def test_what_is_printed_can_be_read_again(run: Any, stories: str, tmp_path: Path) -> None:
    once = run("read", stories).stdout
    path = tmp_path / "again.jsonl"
    path.write_text(once)
    assert run("read", str(path)).stdout == once


@pytest.mark.parametrize("columns", [80, 140])
def test_the_table_fits_and_hides_no_actor_and_no_number(run: Any, stories: str, columns: int) -> None:
    shown = run("read", stories, "--format", "table", columns=columns).stdout
    assert max(map(len, shown.splitlines())) <= columns
    expected = (
        "Freedonia",
        "Sylvania",
        "Ostria",
        "Kestrel",
        "40",
        "2,000",
        "1.25",
        "million",
        "24",
        "general",
        "denied",
    )
    assert [word for word in expected if word not in shown] == []


def test_the_table_reads_like_sentences(run: Any, stories: str) -> None:
    shown = " ".join(run("read", stories, "--format", "table", columns=140).stdout.split())
    phrases = (
        "Freedonia buys Sylvanian drones",
        "Morning Post · 2024-03-02",
        "cut short by a paywall",
        "Sylvania → Freedonia Kestrel drones 40 order asserted a general, via Morning Post",
        "ground stations up to 2,000",
        "worth USD 1.25 million",
        "denied the embassy",
        "exercise: Ostria, Sylvania planned Gulf Wire",
        "capability: Sylvania Kestrel endurance at",
        "Nothing of note no claims",
    )
    assert [phrase for phrase in phrases if phrase not in shown] == []


def test_evidence_stands_under_each_row(run: Any, stories: str) -> None:
    shown = run("read", stories, "--format", "table", "--evidence", columns=140).stdout.splitlines()
    row = next(number for number, line in enumerate(shown) if "denied" in line)
    assert shown[row + 1].strip() == "“The embassy called it untrue.”"
    assert "2024-02" in " ".join(shown)


def test_what_cannot_be_read_is_named_and_the_rest_done(run: Any, stories: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"text": "well"')
    result = run("read", str(tmp_path / "nowhere.txt"), str(broken), stories)
    assert result.exit_code == 1
    first, second = result.stderr.splitlines()
    assert first.startswith(f"whoarms: {tmp_path}/nowhere.txt: ")
    assert second.startswith(f"whoarms: {broken}:1: ")
    statuses = [line["document"]["status"] for line in lines(result.stdout)]
    assert statuses == ["unreadable", "unreadable", "read", "read", "read"]


def test_nothing_steers_the_terminal(run: Any, tmp_path: Path) -> None:
    title = "Red \x1b[31malert\x07 \u202edlrow [bold]now[/bold]"
    path = tmp_path / "hostile.jsonl"
    path.write_text(json.dumps({"document": {"id": "x", "title": title, "text": "t"}, "claims": []}))
    shown = run("read", str(path), "--format", "table", "--with-text").stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "[bold]now[/bold]" in shown


@pytest.mark.parametrize("said", [["read"], ["read", "x.txt", "--format", "csv"], ["red"], ["add"]])
def test_wrong_usage(run: Any, said: list[str]) -> None:
    assert run(*said).exit_code == 2


def test_units_are_counted(run: Any, tmp_path: Path) -> None:
    counted = {"battery": "2 batteries", "box": "1–2 boxes", "sets": "at least 2 sets", "regiment": "1 regiment"}
    bounds = [(2, 2), (1, 2), (2, None), (1, 1)]
    items = [
        {"text": unit, "category": "other", "quantity": {"min": low, "max": high, "unit": unit}}
        for unit, (low, high) in zip(counted, bounds, strict=True)
    ]
    claim = {"id": "c", "kind": "transfer", "stage": None, "certainty": "asserted", "roles": {}, "items": items}
    path = tmp_path / "units.jsonl"
    path.write_text(json.dumps({"document": {"id": "d"}, "claims": [claim]}))
    shown = " ".join(run("read", str(path), "--format", "table", columns=140).stdout.split())
    assert [count for count in counted.values() if count not in shown] == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_a_file_name_that_is_not_utf8(run: Any, stories: str, tmp_path: Path, form: str) -> None:
    odd = tmp_path / os.fsdecode(b"b\xe9d.docx")
    odd.write_text("x")
    result = run("read", str(odd), stories, "--format", form)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"whoarms: {tmp_path}/b\\udce9d.docx: ")
    assert "Freedonia" in result.stdout


@pytest.mark.parametrize(
    ("amount", "shown"),
    [(2_700_000_000, "2.7 billion"), (1_234_567, "1,234,567"), (800_000_000, "800 million"), (950_000, "950,000")],
)
def test_round_amounts_are_shown_in_words(amount: float, shown: str) -> None:
    assert words.money(Money(amount, "EUR")) == f"EUR {shown}"
