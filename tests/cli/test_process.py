"""The command as a process: starting, being interrupted, losing its reader."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

COMMAND = [sys.executable, "-m", "whoarms"]


def test_version_and_help() -> None:
    said = subprocess.run([*COMMAND, "--version"], capture_output=True, text=True, check=True).stdout
    assert said.startswith("whoarms 0.")
    for words in (["--help"], ["read", "--help"], ["add", "--help"], ["register", "deals", "--help"]):
        said = subprocess.run([*COMMAND, *words], capture_output=True, text=True, check=True).stdout
        assert "whoarms read" in said or "Examples" in said


def test_help_imports_nothing_costly() -> None:
    code = (
        "import sys, contextlib\n"
        "from whoarms.cli import app\n"
        "with contextlib.suppress(SystemExit): app(['--help'])\n"
        "print(sorted({'sqlalchemy', 'onnxruntime', 'trafilatura', 'numpy'} & sys.modules.keys()))\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.splitlines()[-1] == "[]"


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path, stories: str) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text(Path(stories).read_text() * 500)
    for form in ("jsonl", "table"):
        with subprocess.Popen(
            [*COMMAND, "read", str(many), "--format", form], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 141


def test_ctrl_c_ends_quietly_and_keeps_whole_documents(stories: str, database: Path, run: Any) -> None:
    with subprocess.Popen(
        [*COMMAND, "add", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(Path(stories).read_bytes())
        process.stdin.flush()
        patience = time.monotonic() + 20
        while not database.exists() and time.monotonic() < patience:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 130
    assert len(run("register", "documents").stdout.splitlines()) <= 3


def test_output_is_utf8_and_tables_survive_a_poor_terminal(tmp_path: Path) -> None:
    path = tmp_path / "umlauts.jsonl"
    path.write_text(json.dumps({"document": {"id": "u", "title": "Zürich → Łódź", "text": "…"}, "claims": []}))
    poor = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [*COMMAND, "read", str(path), "--format"]
    said = subprocess.run([*command, "jsonl"], capture_output=True, env=poor, check=True).stdout
    assert "Zürich → Łódź" in said.decode()
    assert subprocess.run([*command, "table"], capture_output=True, env=poor, check=True).stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_gets_a_table(stories: str) -> None:
    import pty

    ours, theirs = pty.openpty()
    subprocess.run([*COMMAND, "read", stories], stdout=theirs, stderr=subprocess.DEVNULL, check=True)
    os.close(theirs)
    shown = b""
    while chunk := _read(ours):
        shown += chunk
    os.close(ours)
    assert "Who → whom" in shown.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_who_waits_at_a_terminal_for_over_two_seconds_is_told(stories: str) -> None:
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "read", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=theirs
    ) as process:
        os.close(theirs)
        assert process.stdin is not None
        assert process.stdout is not None
        shown = b""
        while b"Reading: 0 done" not in shown:
            chunk = _read(ours)
            assert chunk, shown
            shown += chunk
        process.stdin.write(Path(stories).read_bytes())
        process.stdin.close()
        assert len(process.stdout.read().splitlines()) == 3
        while _read(ours):
            pass
    os.close(ours)
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_output_that_cannot_be_written(stories: str, form: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*COMMAND, "read", stories, "--format", form], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr == b"whoarms: the output cannot be written: no space left on device\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes standard input")
def test_standard_input_that_is_closed() -> None:
    done = subprocess.run(["sh", "-c", '"$@" <&-', "sh", *COMMAND, "read", "-"], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr == "whoarms: -: standard input is closed\n"
