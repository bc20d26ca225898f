"""What acts of cooperation weigh."""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from math import isfinite
from os import PathLike
from pathlib import Path
from typing import Literal, get_args

import msgspec

from whoarms.errors import InputError
from whoarms.model import ROLES, Kind, Stage

Domain = Literal[
    "arms",
    "production",
    "training",
    "exercises",
    "basing",
    "intelligence",
    "space",
    "money",
    "agreements",
    "sanctions",
]
Mode = Literal["done", "planned"]

DOMAINS: tuple[Domain, ...] = get_args(Domain)


class Weight(msgspec.Struct, frozen=True):
    """What an act of a kind weighs at a stage, done or planned, between the actors of two roles.

    `stage` is None for acts without one, and for stages that have no weight of their own. `code` and `event` name
    the category of the event scale, `reference` the publication that gives the weight.
    """

    kind: Kind
    stage: Stage | None
    mode: Mode
    source_role: str
    target_role: str
    domain: Domain
    weight: float
    code: str
    event: str
    reference: str


class Weights:
    """A table of weights."""

    def __init__(self, rows: Iterable[Weight]) -> None:
        """Take the rows; an act can have several, between different roles."""
        self._rows: dict[tuple[Kind, Stage | None, Mode], list[Weight]] = {}
        for row in rows:
            self._rows.setdefault((row.kind, row.stage, row.mode), []).append(row)

    def of(self, kind: Kind, stage: Stage | None, mode: Mode) -> list[Weight]:
        """Give the weights of an act: those of its stage, else those of its kind."""
        return self._rows.get((kind, stage, mode)) or self._rows.get((kind, None, mode), [])


def load_weights(path: str | PathLike[str]) -> Weights:
    """Read a table of weights: tab separated, UTF-8, with the columns of the one in the package.

    Raises InputError for a file that cannot be read and for a row that cannot be one.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), getattr(error, "strerror", None) or "it is not UTF-8 text") from error
    return Weights(_rows(text, str(path)))


@cache
def standard_weights() -> Weights:
    """Give the weights in the package: Goldstein's scale (1992) in its form for the categories of CAMEO."""
    table = resources.files("whoarms.measures").joinpath("data", "weights.tsv")
    return Weights(_rows(table.read_text(encoding="utf-8"), "weights.tsv"))


def _rows(text: str, name: str) -> Iterator[Weight]:
    lines = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    missing = [field for field in Weight.__struct_fields__ if field not in (lines.fieldnames or ())]
    if missing:
        raise InputError(name, f"the table lacks the column {missing[0]}")
    for number, row in enumerate(lines, start=2):
        yield _weight(row, f"{name}:{number}")


def _weight(row: dict[str, str], name: str) -> Weight:
    try:
        weight = msgspec.convert({**row, "stage": row["stage"] or None}, Weight, strict=False)
    except msgspec.ValidationError as error:
        raise InputError(name, str(error)) from error
    if not isfinite(weight.weight):
        raise InputError(name, f"the weight {weight.weight} is not a finite number")
    for role in (weight.source_role, weight.target_role):
        if role not in ROLES[weight.kind]:
            raise InputError(name, f"{weight.kind} has no role {role!r}, only {', '.join(ROLES[weight.kind])}")
    return weight
