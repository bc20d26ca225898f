"""Writers that are killed, and writers beside each other."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from whoarms.register import Register

_DOCUMENTS = 60
_WRITER = f"""
import sys
from whoarms.model import Actor, Claim, Document, Item, Reading, identified
from whoarms.register import Register

url, prefix = sys.argv[1:]
iran = Actor("IRN", "Iran", "Iran")
with Register(url) as register:
    for number in range({_DOCUMENTS}):
        name = f"{{prefix}}{{number}}"
        claims = [
            Claim("", "transfer", "order", "asserted", {{"supplier": (iran,)}}, (item,))
            for item in (Item("drones", "uav"), Item("shells", "ammunition"), Item("rifles", "small_arms"))
        ]
        register.add(Reading(Document(name, text=name), tuple(identified(claim, name) for claim in claims)))
        print(name, flush=True)
"""


def _writer(url: str, prefix: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", _WRITER, url, prefix], stdout=subprocess.PIPE, text=True)


def _claims_by_document(url: str) -> dict[str, int]:
    with Register(url) as register:
        return {held.document.id: held.claims for held in register.documents()}


@pytest.mark.parametrize("after", [1, 17, 40])
def test_a_killed_run_leaves_whole_documents_and_can_be_repeated(url: str, after: int) -> None:
    with _writer(url, "d") as writer:
        assert writer.stdout is not None
        stored = [writer.stdout.readline().strip() for _ in range(after)]
        time.sleep(0.002)
        writer.kill()
    held = _claims_by_document(url)
    assert set(stored) <= set(held)
    assert set(held.values()) == {3}
    with _writer(url, "d") as writer:
        writer.communicate()
    assert writer.returncode == 0
    assert _claims_by_document(url) == {f"d{number}": 3 for number in range(_DOCUMENTS)}


def test_two_processes_add_to_a_new_register_at_once(url: str) -> None:
    writers = [_writer(url, prefix) for prefix in ("a", "b", "a")]
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    expected = {f"{prefix}{number}": 3 for prefix in "ab" for number in range(_DOCUMENTS)}
    assert _claims_by_document(url) == expected


def test_reading_goes_on_beside_a_writer(url: str, tmp_path: Path) -> None:
    with Register(url) as register, _writer(url, "w") as writer:
        while writer.poll() is None:
            assert all(held.claims == 3 for held in register.documents())
        writer.communicate()
        assert len(list(register.claims())) == 3 * _DOCUMENTS
