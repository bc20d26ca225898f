"""The tables of the vocabulary, as rows."""

import csv
from functools import cache
from importlib import resources


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """Read `data/TABLE.tsv`: one dictionary a row, by the names in its first line."""
    path = resources.files("whoarms.vocabulary").joinpath("data", f"{table}.tsv")
    with path.open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def listed(cell: str | None) -> list[str]:
    """Split a cell that lists terms with `|`."""
    return [term.strip() for term in (cell or "").split("|") if term.strip()]
