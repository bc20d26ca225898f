"""Designations and descriptions of weapons into items."""

import re
from functools import lru_cache

from whoarms.model import CATEGORIES, Category, Item
from whoarms.vocabulary.items import find_item_nouns
from whoarms.vocabulary.systems import find_systems

_SHORT: dict[Category, str] = {
    "aircraft": "FGA AEW ASW MP",
    "air_defence": "SAM ABM MANPADS",
    "missile": "AAM ARM ASM ATGM BVRAAM SRAAM SSM",
    "armoured_vehicle": "ABL AEV AFSV ALV AMV APV ARV",
    "artillery": "SPAAG",
    "naval_weapon": "CIWS",
    "ship": "AALS AGS FAC FSV LPD LST MCM MCMV",
    "engine": "AIP",
    "sensor": "EO",
}
"""The short words that trade registers describe weapons with."""
_CATEGORY_OF_SHORT = {word: category for category, words in _SHORT.items() for word in words.split()}

_ARMAMENTS: dict[str, Category] = {
    "aircraft": "aircraft",
    "air-defence systems": "air_defence",
    "air defence systems": "air_defence",
    "anti-submarine warfare weapons": "naval_weapon",
    "armoured vehicles": "armoured_vehicle",
    "artillery": "artillery",
    "engines": "engine",
    "missiles": "missile",
    "naval weapons": "naval_weapon",
    "other": "other",
    "satellites": "satellite",
    "sensors": "sensor",
    "ships": "ship",
}
_PARTS: frozenset[Category] = frozenset(
    ["ammunition", "components", "electronic_warfare", "engine", "sensor", "service", "training_system"]
)
"""What is named after the system that it is for."""
_VAGUE: frozenset[Category] = frozenset(["unspecified", "missile", "artillery"])


@lru_cache(maxsize=65536)
def item(designation: str, description: str = "", armament: str = "") -> Item:
    """Make an item of what a record calls a weapon and how it describes it; `armament` is the register's own category.

    The words are kept with their marks (`Kestrel-2? UAV`). The category is that of the known system, unless the
    description names a part of it (a radar, an engine); else that of the description, else the register's own.
    """
    text = " ".join(part for part in (designation, description) if part)
    described = _described(description) or _ARMAMENTS.get(armament.strip().casefold())
    known = next((one.value for one in find_systems(designation or description) if one.value.id), None)
    if known is None or known.category is None or (described in _PARTS and described != known.category):
        return Item(text, described or _described(designation) or "unspecified")
    return Item(text, known.category, known.id)


def category_named(cell: str) -> Category | None:
    """Give the category of a cell that names one in the words of whoarms (`air_defence`, `Air defence`)."""
    plain = re.sub(r"[\s_-]+", "_", cell.strip().casefold())
    return next((category for category in CATEGORIES if category == plain), None)


def _described(words: str) -> Category | None:
    """Give the category of the last noun, or of a short word where that noun is vague."""
    named = [one.value for one in find_item_nouns(words)]
    last = next((category for category in reversed(named) if category != "unspecified"), None)
    if last is not None and last not in _VAGUE:
        return last
    if "air_defence" in named:
        return "air_defence"
    short = (_CATEGORY_OF_SHORT.get(word) for word in re.findall(r"[A-Z]{2,}", words))
    return next((category for category in short if category), last)
