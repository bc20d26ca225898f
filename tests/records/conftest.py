"""Samples of each layout, all of their rows invented."""

from collections.abc import Callable
from pathlib import Path

import pytest

from whoarms.model import Claim, Reading
from whoarms.records.open import open_record

DATA = Path(__file__).parent.parent / "data" / "records"


@pytest.fixture
def sample() -> Callable[[str], Reading]:
    """Read one of the samples."""
    return lambda name: open_record(str(DATA / f"{name}.csv"))


@pytest.fixture
def record(tmp_path: Path) -> Callable[[str | bytes], Reading]:
    """Read a table that is written out in the test."""

    def read(table: str | bytes) -> Reading:
        path = tmp_path / "table.csv"
        path.write_bytes(table if isinstance(table, bytes) else table.encode())
        return open_record(str(path))

    return read


def told(claim: Claim) -> tuple[object, ...]:
    """Say in short what a claim says: stage, certainty, the ids of its actors, number, time."""
    (item,) = claim.items
    ids = ["+".join(actor.id for actor in actors) for actors in claim.roles.values()]
    number = item.quantity and (item.quantity.min, item.quantity.max, item.quantity.approx)
    return (claim.stage, claim.certainty, *ids, number, claim.when and (claim.when.start, claim.when.end))


@pytest.fixture(name="told")
def told_fixture() -> Callable[[Claim], tuple[object, ...]]:
    """Give `told` to the tests."""
    return told
