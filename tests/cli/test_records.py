"""Official records on the command line."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parent.parent / "data" / "records"
TABLE = (
    "supplier,recipient,item,category,quantity,ordered\n"
    "Sylvania,Freedonia,Kestrel drones,uav,60,2024-02\n"
    "Sylvania,Ostria,mortars,artillery,6,2001\n"
)


@pytest.fixture
def record(tmp_path: Path) -> str:
    """A record that contradicts the story of the other fixtures, with the ids that it gives to the parties."""
    path = tmp_path / "record.csv"
    path.write_text(TABLE.replace("Sylvania", "SYL").replace("Freedonia", "FRE").replace("Ostria", "OST"))
    return str(path)


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_import_counts_and_changes_nothing_the_second_time(run: Any, record: str) -> None:
    assert run("import", record).stdout == "new: 1 document, 2 claims; held already: 0 documents, 0 claims\n"
    assert run("import", record).stdout == "new: 0 documents, 0 claims; held already: 1 document, 2 claims\n"


def test_every_layout_is_imported(run: Any) -> None:
    files = [str(DATA / f"{name}.csv") for name in ("classic", "newer", "flat", "un_register", "plain")]
    assert run("import", *files).stdout.startswith("new: 5 documents, 26 claims;")
    held = lines(run("register", "documents").stdout)
    assert {document["type"] for document in held} == {"register"}


def test_a_file_of_no_layout_fails_and_the_others_are_imported(run: Any, record: str, tmp_path: Path) -> None:
    other = tmp_path / "prices.csv"
    other.write_text("name,price\nbread,2\n")
    result = run("import", str(other), record)
    assert result.exit_code == 1
    assert result.stderr == (f"whoarms: {other}: no layout of a record that is known; found the columns name, price\n")
    assert result.stdout.startswith("new: 1 document, 2 claims;")


@pytest.mark.usefixtures("filled")
def test_press_and_record_are_compared(run: Any, record: str) -> None:
    run("import", record)
    (differing,) = lines(run("register", "compare", "--only", "differing").stdout)
    assert differing["held_by"] == "both"
    assert {"field": "number", "about": "order of uav", "press": ["40"], "register": ["60"]} in differing["differences"]
    assert differing["deal"]["supplier"][0]["id"] == "SYL"
    (alone,) = lines(run("register", "compare", "--only", "register").stdout)
    assert alone["deal"]["recipient"][0]["id"] == "OST"
    assert lines(run("register", "compare", "--only", "register", "--recipient", "FRE").stdout) == []


@pytest.mark.usefixtures("filled")
def test_comparisons_as_a_table_and_as_rows(run: Any, record: str) -> None:
    run("import", record)
    table = run("register", "compare", "--format", "table", columns=160).stdout
    assert table.splitlines()[0].split("  ")[0] == "ID"
    assert any(
        "number (order" in line and " 40 " in line and line.endswith("60")
        for line in map(str.rstrip, table.splitlines())
    )
    rows = list(csv.DictReader(run("register", "compare", "--kind", "transfer", "--format", "csv").stdout.splitlines()))
    assert [(row["from"], row["to"], row["held_by"]) for row in rows] == [
        ("SYL", "FRE", "both"),
        ("SYL", "OST", "register"),
    ]
    assert rows[0]["differs_in"].startswith("number (order of uav)")
    assert json.loads(run("register", "compare", "--only", "press", "--format", "json").stdout)


@pytest.fixture
def two_orders(run: Any, tmp_path: Path) -> list[dict[str, Any]]:
    path = tmp_path / "two.csv"
    path.write_text(
        "supplier,recipient,item,category,quantity,ordered\nIRN,RUS,X-1,uav,6,2001\nIRN,RUS,X-2,uav,9,2011\n"
    )
    run("import", str(path))
    return lines(run("register", "deals").stdout)


def test_precedents_of_a_deal_and_of_its_claim(run: Any, two_orders: list[dict[str, Any]]) -> None:
    later = next(deal for deal in two_orders if deal["items"][0]["text"] == "X-2")
    earlier = next(deal for deal in two_orders if deal["items"][0]["text"] == "X-1")
    found = {each["question"]: each for each in lines(run("register", "precedents", later["id"]).stdout)}
    first = found["first recorded transfer of uav from IRN to RUS"]
    assert (first["answer"], first["by"]) == ("contradicted", [earlier["id"]])
    assert first["coverage"] == "2 deals between IRN and RUS from 2001-01 to 2011-12, 2 of them from official records"
    assert found["largest recorded number of uav from IRN to RUS so far"]["answer"] == "holds"
    of_claim = lines(run("register", "precedents", later["claims"][0]).stdout)
    assert [each["question"] for each in of_claim] == list(found)
    assert "first recorded transfer of uav from IRN to RUS" in earlier["precedents"]


def test_precedents_as_a_table_and_as_rows(run: Any, two_orders: list[dict[str, Any]]) -> None:
    table = run("register", "precedents", two_orders[0]["id"], "--format", "table", columns=120).stdout
    assert "Rests on" in table
    assert "holds" in table
    rows = list(
        csv.DictReader(run("register", "precedents", two_orders[0]["id"], "--format", "csv").stdout.splitlines())
    )
    assert rows[0]["question"] == "first recorded transfer between IRN and RUS"


def test_precedents_of_what_has_none(run: Any, two_orders: list[dict[str, Any]]) -> None:
    document = run("register", "precedents", two_orders[0]["documents"][0])
    assert (document.exit_code, document.stderr.count("\n")) == (1, 1)
    assert "precedents are asked of a deal or a claim" in document.stderr
    assert run("register", "precedents", "nothing").exit_code == 1
