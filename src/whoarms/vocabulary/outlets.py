"""Outlets: agencies, newspapers, broadcasters, sites."""

from functools import cache
from typing import NamedTuple

from whoarms.text.spans import Found
from whoarms.vocabulary.matching import Terms
from whoarms.vocabulary.tables import listed, rows


class Outlet(NamedTuple):
    """An outlet by its usual name; `agency` says that others carry its copy."""

    name: str
    domain: str | None
    agency: bool


def find_outlets(text: str) -> list[Found[Outlet]]:
    """Find the outlets that a text names."""
    return _terms().find(text)


@cache
def state_media() -> dict[str, str]:
    """Map the usual name of each outlet that speaks for its government to that state's id."""
    return {row["name"]: row["state"] for row in rows("state_media")}


@cache
def _terms() -> Terms[Outlet]:
    outlets = ((row, Outlet(row["name"], row["domain"] or None, row["agency"] == "1")) for row in rows("outlets"))
    return Terms((term, outlet) for row, outlet in outlets for term in [row["name"], *listed(row["aliases"])])
