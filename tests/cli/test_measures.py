import csv
import json
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("filled")


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_level(run: Any) -> None:
    first, *_, last = lines(run("level", "Sylvania", "FRE", "--until", "2024-06").stdout)
    assert (first["period"], last["period"], first["pair"]) == ("2024-02", "2024-06", ["SYL", "FRE"])
    assert first["parts"][0]["act"]["code"] == "057"
    assert first["low"] < first["level"] < first["high"]
    assert last["level"] < first["level"]


def test_level_as_csv_keeps_negative_numbers_numbers(run: Any) -> None:
    rows = list(csv.DictReader(run("level", "SYL", "FRE", "--until", "2024-03", "--format", "csv").stdout.splitlines()))
    assert float(rows[1]["change"]) < 0
    assert float(rows[0]["arms"]) == float(rows[0]["level"])


@pytest.mark.parametrize("columns", [80, 140])
def test_tables_fit(run: Any, columns: int) -> None:
    commands = [
        (("level", "SYL", "FRE"), "(057)"),
        (("flows",), "2024"),
        (("flows", "--concentration", "suppliers"), "all"),
        (("network",), "SYL"),
        (("network", "--ties"), "uav"),
    ]
    for words, said in commands:
        shown = run(*words, "--format", "table", columns=columns).stdout
        assert max(map(len, shown.splitlines())) <= columns
        assert said in shown


def test_flows(run: Any) -> None:
    (uav, other) = lines(run("flows", "--by", "supplier,category").stdout)
    assert (uav["supplier"], uav["category"], uav["deals"], uav["pieces_max"]) == ("SYL", "other", 1, 2000)
    assert other["share"] == 0.5
    assert run("flows", "--since", "2025").stdout == ""
    assert run("flows", "--by", "year", "--format", "csv").stdout.splitlines()[1].startswith("2024,1,0,")


def test_network(run: Any) -> None:
    nodes = lines(run("network", "--year", "2024").stdout)
    assert {node["actor"]: node["supplied"] for node in nodes} == {"SYL": 1, "FRE": 0}
    assert lines(run("network", "--ties").stdout)[0]["categories"] == ["other", "uav"]
    assert run("network", "--year", "1999", "--format", "table").stdout == "nothing found\n"


def test_plots(run: Any, tmp_path: Path) -> None:
    for words in (("level", "SYL", "FRE"), ("flows",), ("network",), ("timeline",)):
        file = tmp_path / f"{words[0]}.svg"
        assert run("plot", *words, "-o", str(file)).exit_code == 0
        assert file.read_text().startswith("<svg")
    assert run("plot", "network", "--year", "1999", "-o", str(tmp_path / "none.svg")).stdout == "nothing found\n"


def test_without_the_extra_one_line_says_so(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("whoarms.measures.") and "chart" in name]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "altair", None)
    result = run("plot", "timeline", "-o", str(tmp_path / "a.svg"))
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "pip install 'whoarms[plot]'" in result.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("level", "SYL", "Sylvania"), 2, "one actor"),
        (("level", "SYL", "FRE", "--half-life", "0"), 2, "half-life"),
        (("level", "SYL", "FRE", "--since", "soon"), 2, "YYYY-MM"),
        (("level", "SYL", "FRE", "--weights", "missing.tsv"), 1, "missing.tsv: "),
        (("flows", "--by", "colour"), 2, "supplier-region"),
        (("plot", "timeline", "-o", "picture.gif"), 2, ".svg"),
    ],
)
def test_wrong_values_are_answered(run: Any, words: tuple[str, ...], code: int, said: str) -> None:
    result = run(*words)
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
