"""The accuracy gate: `python -m benchmarks.accuracy` reads the project's own gold and compares with the pinned floors.

Prints each figure beside its floor, and the gold claims gained and lost since the floors were pinned; exit 1 where a
figure is under its floor or the gold is not the one that they were pinned on. `--pin` pins what is measured; a floor
goes down only with `--because REASON`, which is kept beside it.
"""

import hashlib
import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from benchmarks.accuracy.matching import Tally, tally
from whoarms.errors import SettingsError
from whoarms.model import Document
from whoarms.reading.reader import Reader

HERE = Path(__file__).parent
GOLD = HERE / "gold.jsonl"
FLOORS = HERE / "floors.json"
MARGIN = 0.01
"""How far under what was measured a floor is pinned: int8 arithmetic differs a little between processors."""


class Floors(msgspec.Struct, frozen=True):
    """Floors by figure, the SHA-256 of the gold, the gold claims matched (`document:number`), reasons for lowering."""

    digest: str
    floors: dict[str, float]
    matched: list[str]
    lowered: list[str]


def main(
    pin: Annotated[bool, typer.Option(help="Pin the floors to what is measured now.")] = False,
    because: Annotated[str, typer.Option(help="Why a floor may go down.")] = "",
) -> None:
    """Measure the reader in the package on the project's own gold."""
    measured = measure()
    old = msgspec.json.decode(FLOORS.read_bytes(), type=Floors) if FLOORS.exists() else Floors("", {}, [], [])
    _show(measured, old)
    if pin:
        FLOORS.write_bytes(msgspec.json.format(msgspec.json.encode(_pinned(measured, old, because)), indent=1) + b"\n")
    elif faults := _faults(measured, old):
        sys.exit("\n".join(faults))


def measure() -> Tally:
    """Read every gold document with the reader in the package."""
    reader = Reader()
    records = [msgspec.json.decode(line) for line in GOLD.read_bytes().splitlines()]
    heads = ({field: record[field] for field in ("id", "title", "outlet", "published", "text")} for record in records)
    found = (reader.read(Document(**head)) for head in heads)
    return tally((record["id"], record["claims"], claims) for record, claims in zip(records, found, strict=True))


def _show(measured: Tally, old: Floors) -> None:
    table = Table("figure", "measured", "floor", "gold", "read")
    for name, value in measured.scores().items():
        counts = [str(count[name]) if name in measured.gold else "" for count in (measured.gold, measured.read)]
        table.add_row(name, f"{value:.3f}", f"{old.floors[name]:.3f}" if name in old.floors else "", *counts)
    console = Console(width=100)
    console.print(table)
    console.print(f"gained: {' '.join(sorted(measured.gained - set(old.matched))) or 'none'}", highlight=False)
    console.print(f"lost: {' '.join(sorted(set(old.matched) - measured.gained)) or 'none'}", highlight=False)


def _pinned(measured: Tally, old: Floors, because: str) -> Floors:
    floors = {name: round(max(0.0, value - MARGIN), 3) for name, value in measured.scores().items()}
    lower = sorted(name for name, floor in floors.items() if floor < old.floors.get(name, 0.0))
    if lower and not because:
        raise SettingsError(f"floors would go down ({', '.join(lower)}): say why with --because")
    reasons = [*old.lowered, f"{', '.join(lower)}: {because}"] if lower else old.lowered
    return Floors(_digest(), floors, sorted(measured.gained), reasons)


def _faults(measured: Tally, old: Floors) -> list[str]:
    figures = measured.scores()
    faults = [
        f"{n}: {figures.get(n, 0.0):.3f} is under its floor {f}" for n, f in old.floors.items() if figures.get(n, 0) < f
    ]
    if old.digest != _digest():
        faults.append(
            f"{GOLD.name} is not the gold that the floors were pinned on: look at the table, then pin with --pin"
        )
    return faults


def _digest() -> str:
    return hashlib.sha256(GOLD.read_bytes()).hexdigest()


if __name__ == "__main__":
    typer.run(main)
