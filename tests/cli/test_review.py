"""`whoarms register review` and `whoarms sources`."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def deals(run: Any, stories: str, tmp_path: Path) -> list[str]:
    """Two deals of one pair, ten years apart; give their ids."""
    story = json.loads(Path(stories).read_text().splitlines()[0])
    older = json.loads(json.dumps(story).replace("post-1", "post-0"))
    older["document"] |= {
        "published": "2012-05-01",
        "title": "Long ago",
        "text": "Long ago it was otherwise.",
        "url": "u",
    }
    for claim in older["claims"]:
        claim.pop("when", None)
    path = tmp_path / "older.jsonl"
    path.write_text(json.dumps(older))
    assert run("add", stories, str(path)).exit_code == 0
    return [deal["id"] for deal in lines(run("register", "deals", "--kind", "transfer").stdout)]


def test_deals_are_merged_and_the_merger_undone(run: Any, deals: list[str]) -> None:
    assert len(deals) == 2
    assert run("register", "review", "merge", *deals, "--reason", "one =deal").stdout == "decision 1\n"
    merged = lines(run("register", "deals", "--kind", "transfer").stdout)
    assert [len(deal["documents"]) for deal in merged] == [2]
    assert run("register", "rebuild").stdout.startswith("deals: ")
    assert run("register", "review", "undo", "1", "--by", "me").stdout == "decision 2\n"
    assert len(lines(run("register", "deals", "--kind", "transfer").stdout)) == 2
    log = lines(run("register", "review", "log").stdout)
    assert [(one["act"], one["reason"], one["undone"]) for one in log] == [
        ("merge", "one =deal", True),
        ("undo", "", False),
    ]
    assert log[0]["by"]
    assert log[1]["by"] == "me"
    rows = list(csv.DictReader(run("register", "review", "log", "--format", "csv").stdout.splitlines()))
    assert [row["cancels"] for row in rows] == ["", "1"]
    shown = run("register", "review", "log", "--format", "table").stdout
    assert "merge" in shown
    assert "decision 1" in shown


def test_claims_are_judged_and_split(run: Any, deals: list[str]) -> None:
    assert run("register", "review", "split", deals[1], "post-1:b", "--reason", "another").exit_code == 0
    assert len(lines(run("register", "deals", "--kind", "transfer").stdout)) == 3
    assert run("register", "review", "same", "post-1:a", "post-1:b").exit_code == 0
    assert run("register", "review", "different", "post-1:a", "post-0:a").exit_code == 0
    assert run("register", "review", "unsure", "post-1:a", "post-0:a").exit_code == 0
    assert run("register", "review", "refuse-tie", "post-1", "wire-9").exit_code == 0
    verdicts = [[pair["verdict"] for pair in one["pairs"]] for one in lines(run("register", "review", "log").stdout)]
    assert verdicts == [["different"], ["same"], ["different"], ["unsure"], ["refused"]]
    assert len(lines(run("register", "deals", "--kind", "transfer").stdout)) == 2


def test_both_sides_are_shown_with_their_quotes(run: Any, deals: list[str]) -> None:
    shown = run("register", "review", "show", *deals, "--format", "table").stdout
    assert [word for word in ("post-0:b", "post-1:b", "“The embassy called it untrue.”") if word not in shown] == []
    sides = lines(run("register", "review", "show", *deals).stdout)
    assert [side["id"] for side in sides] == deals
    assert all(side["evidence"][0]["evidence"][0]["quote"] for side in sides)
    assert len(run("register", "review", "show", *deals, "--format", "csv").stdout.splitlines()) == 5


def test_the_list_names_what_waits(run: Any, stories: str, tmp_path: Path) -> None:
    assert run("register", "review", "list", "--format", "table").stdout == "nothing found\n"
    assert run("register", "review", "list").stdout == ""


def test_what_cannot_be_decided_is_said_in_one_line(run: Any, deals: list[str]) -> None:
    for words in (["merge", deals[0], deals[0]], ["undo", "9"], ["same", "post-1:a", "nothing"]):
        result = run("register", "review", *words)
        assert result.exit_code == 1
        assert result.stderr.startswith("whoarms: ")
        assert result.stderr.count("\n") == 1


def test_grades_of_sources_are_kept_and_shown(run: Any, deals: list[str]) -> None:
    assert "Source" not in run("register", "claims", "--format", "table").stdout.replace("Sources", "")
    assert run("sources", "set", "morning post", "b", "--reason", "checked").exit_code == 0
    assert run("sources", "set", "Morning Post", "C").exit_code == 0
    (held,) = lines(run("sources", "list").stdout)
    assert (held["name"], held["grade"]) == ("Morning Post", "C")
    assert [one["grade"] for one in lines(run("sources", "list", "--history").stdout)] == ["B", "C"]
    assert "checked" in run("sources", "list", "--history", "--format", "table").stdout
    assert [deal["reliability"] for deal in lines(run("register", "deals", "--kind", "transfer").stdout)] == [
        ["C"],
        ["C"],
    ]
    for columns in (80, 140):
        for what, title in (("deals", "Sources"), ("claims", "Source")):
            shown = run("register", what, "--format", "table", columns=columns).stdout
            assert title in shown
            assert max(map(len, shown.splitlines())) <= columns
    (claim,) = csv.DictReader(
        run("register", "claims", "--certainty", "denied", "--since", "2020", "--format", "csv").stdout.splitlines()
    )
    assert claim["reliability"] == "C"
    assert run("sources", "set", "Morning Post", "none").exit_code == 0
    assert run("sources", "list").stdout == ""


def test_a_grade_that_is_none(run: Any) -> None:
    result = run("sources", "set", "Gulf Wire", "G")
    assert result.exit_code == 2
    assert result.stderr == "whoarms: grade: 'G' is none of A, B, C, D, E, F and none\n"


def test_the_register_as_of_a_date(run: Any, deals: list[str]) -> None:
    for what in ("deals", "claims", "documents"):
        assert run("register", what, "--as-of", "2020").stdout == ""
        assert run("register", what, "--as-of", "2199").stdout == run("register", what).stdout
    assert run("register", "show", "post-1", "--as-of", "2020").exit_code == 1
    assert run("register", "show", deals[0], "--as-of", "2199").exit_code == 0
    assert run("register", "deals", "--as-of", "someday").exit_code == 2
