"""`whoarms add` is killed at any moment, and repeated."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

from whoarms.register import Register

_KILLS, _WORKERS = 50, 2
_DOCUMENTS, _CLAIMS = 60, 3


def _write_claims(path: Path, prefix: str) -> None:
    """Write documents with their claims, as `whoarms read` does."""
    with path.open("w") as lines:
        for number in range(_DOCUMENTS):
            id_ = f"{prefix}{number:03}"
            claims = [
                {
                    "id": f"{id_}:{place}",
                    "kind": "transfer",
                    "stage": "order",
                    "certainty": "asserted",
                    "roles": {"supplier": [{"id": "IRN", "name": "Iran", "text": "Iran"}]},
                    "items": [{"text": f"drones of type {number}", "category": "uav"}],
                }
                for place in range(_CLAIMS)
            ]
            lines.write(json.dumps({"document": {"id": id_, "text": f"Words of {id_}."}, "claims": claims}) + "\n")


def _add(path: Path, url: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "whoarms", "add", str(path), "--db", url]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _held(url: str, prefix: str) -> list[str]:
    """Give the documents of one input that are held; each must be whole."""
    with Register(url) as register:
        held = [one for one in register.documents() if one.document.id.startswith(prefix)]
    assert {one.claims for one in held} <= {_CLAIMS}
    return [one.document.id for one in held]


def _kill_and_repeat(folder: Path, prefix: str, whole_run_s: float) -> Iterator[int]:
    """Kill runs on one input at random moments; give how many documents are held after each.

    When all are held, the next run begins a new register.
    """
    chance, path, url = random.Random(prefix), folder / f"{prefix}.jsonl", ""
    _write_claims(path, prefix)
    expected, registers = [f"{prefix}{number:03}" for number in range(_DOCUMENTS)], count()
    for _ in range(_KILLS // _WORKERS):
        url = url or f"sqlite:///{folder}/{prefix}{next(registers)}.db"
        with _add(path, url) as process:
            time.sleep(chance.uniform(0.0, whole_run_s))
            process.kill()
        held = _held(url, prefix)
        assert held == expected[: len(held)]
        yield len(held)
        if held == expected:
            url = ""
    url = url or f"sqlite:///{folder}/{prefix}{next(registers)}.db"
    with _add(path, url) as process:
        process.communicate()
    assert process.returncode == 0
    assert _held(url, prefix) == expected


def test_fifty_kills_lose_nothing_that_was_whole(tmp_path: Path) -> None:
    _write_claims(tmp_path / "whole.jsonl", "w")
    begun = time.monotonic()
    with _add(tmp_path / "whole.jsonl", f"sqlite:///{tmp_path}/whole.db") as process:
        said, _ = process.communicate()
    whole_run_s = time.monotonic() - begun
    assert said.startswith(f"new: {_DOCUMENTS} documents")
    with ThreadPoolExecutor(_WORKERS) as pool:
        runs = [pool.submit(lambda p: list(_kill_and_repeat(tmp_path, p, whole_run_s)), prefix) for prefix in "ab"]
        held = [count for run in runs for count in run.result()]
    assert len(held) == _KILLS
    assert any(0 < count < _DOCUMENTS for count in held)


def test_claims_that_are_read_already_need_no_network(tmp_path: Path) -> None:
    _write_claims(tmp_path / "claims.jsonl", "c")
    code = (
        "import sys, contextlib\n"
        "from whoarms.cli import app\n"
        f"with contextlib.suppress(SystemExit): app(['add', {str(tmp_path / 'claims.jsonl')!r}, '--db', 'sqlite://'])\n"
        "print(sorted({'onnxruntime', 'tokenizers', 'alembic', 'trafilatura'} & sys.modules.keys()))\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.splitlines()[0].startswith(f"new: {_DOCUMENTS} documents")
    assert said.splitlines()[-1] == "[]"
