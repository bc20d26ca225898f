import csv
import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest

from whoarms.export import FormatName
from whoarms.export.formats import FORMATS


def test_help_has_examples_and_names_every_format(run: Any) -> None:
    said = " ".join(run("export", "--help").stdout.split())
    assert "whoarms export sipri --supplier Iran" in said
    assert [name for name in get_args(FormatName) if name not in said] == []
    assert set(get_args(FormatName)) == set(FORMATS)


def test_an_unknown_format_names_the_choices(run: Any) -> None:
    result = run("export", "xlsx")
    assert result.exit_code == 2
    assert "sipri" in result.stderr
    assert "bibtex" in result.stderr


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", get_args(FormatName))
def test_every_format_goes_into_a_file(run: Any, name: str, tmp_path: Path) -> None:
    path = tmp_path / "out"
    result = run("export", name, "-o", str(path))
    assert (result.exit_code, result.stdout) == (0, "")
    assert path.stat().st_size > 0


@pytest.mark.usefixtures("filled")
def test_filters_choose(run: Any) -> None:
    header, *rows = list(csv.reader(run("export", "csv", "--category", "uav").stdout.splitlines()))
    assert {row[header.index("supplier")] for row in rows} == {"SYL"}
    assert "wire-9" not in run("export", "claims", "--recipient", "Freedonia").stdout


@pytest.mark.usefixtures("filled")
def test_what_is_left_out_is_said(run: Any) -> None:
    result = run("export", "sipri")
    assert result.exit_code == 0
    assert "whoarms: sipri leaves out 1 deals that are neither transfers nor production" in result.stderr


@pytest.mark.usefixtures("filled")
def test_exported_claims_can_be_added_elsewhere(run: Any, tmp_path: Path) -> None:
    path, copy = tmp_path / "claims.jsonl", f"sqlite:///{tmp_path}/copy.db"
    run("export", "claims", "-o", str(path))
    assert run("add", str(path), "--db", copy).stdout.startswith("new: 3 documents, 4 claims")
    assert run("register", "deals", "--db", copy).stdout == run("register", "deals").stdout


@pytest.mark.usefixtures("filled")
def test_a_file_that_cannot_be_written(run: Any, tmp_path: Path) -> None:
    result = run("export", "csv", "-o", str(tmp_path / "no" / "such"))
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert str(tmp_path / "no" / "such") in result.stderr


@pytest.mark.usefixtures("filled")
def test_nothing_binary_goes_to_a_terminal(run: Any) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "whoarms", "export", "parquet"]
    result = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, text=True, check=False)
    os.close(theirs)
    os.close(ours)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert "-o FILE" in result.stderr
    assert run("export", "parquet").stdout_bytes.startswith(b"PAR1")


@pytest.mark.usefixtures("filled")
def test_lines_are_json(run: Any) -> None:
    for name in ("plover", "ftm", "claims"):
        assert all(json.loads(line) for line in run("export", name).stdout.splitlines())
