"""Word stems that go with each kind of claim, and with arms and forces."""

import re
from functools import cache

from whoarms.model import KINDS, Kind
from whoarms.vocabulary.tables import listed, rows


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        row["kind"]: re.compile(r"\b(?:" + "|".join(map(re.escape, listed(row["stems"]))) + ")", re.IGNORECASE)
        for row in rows("kinds")
    }


def kinds_of_word(word: str) -> set[Kind]:
    """The kinds that a word's stem goes with."""
    return {kind for kind in KINDS if _patterns()[kind].match(word)}


def has_event(text: str) -> bool:
    """Say whether a stretch of text holds the stem of any kind's words."""
    return any(_patterns()[kind].search(text) for kind in KINDS)


def has_force(text: str) -> bool:
    """Say whether a stretch of text names arms, forces or the like."""
    return bool(_patterns()["force"].search(text))
