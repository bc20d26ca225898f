"""Item phrases: the nouns for arms with the designations and modifiers that belong to them."""

import re
from bisect import bisect_right
from typing import NamedTuple

from whoarms.model import Category
from whoarms.text.numbers import NUMBER
from whoarms.text.spans import Found
from whoarms.vocabulary.items import find_item_nouns
from whoarms.vocabulary.systems import System, find_systems

_VAGUE = {"unspecified", "other", "components"}
_PIECES = re.compile(
    r"(?:[\s-]+(?:batter(?:y|ies)|launchers?|systems?|units?|squadrons?|platforms?|complex(?:es)?|sets?|variants?|models?))?"
)
_GAP = re.compile(r"[\s\-–‑]{1,2}")
_WORD_BEFORE = re.compile(r"(?<![\w’'-])([\w’'/.-]*\w)[\s]+$")
_MODIFIER = re.compile(
    r"\w+(?:-\w+)+|light|heavy|medium|long|short|range|precision|precision-guided|guided|unguided|ballistic|cruise|hypersonic|"
    r"tactical|strategic|military|armed|unarmed|advanced|modern|modernised|modernized|used|second-hand|secondhand|surplus|"
    r"refurbished|new|old|older|supersonic|subsonic|naval|coastal|maritime|mobile|portable|wheeled|tracked|towed|"
    r"amphibious|armoured|armored|combat|attack|fighter|transport|surveillance|reconnaissance|patrol|training|nuclear|conventional|chemical|"
    r"defensive|offensive|lethal|small|electronic|thermal|infrared|laser|optical|unmanned|stealth|multirole|"
    r"anti|aerial|air|ground|sea|land|artillery|infantry|mortar|tank|rocket|missile|drone|radar|helicopter|aircraft|"
    r"sniper|automatic|assault|machine|hand|marine|diesel|electric|nuclear-powered|medium-range|early|warning|"
    r"spare|training|communications?|command|dual-use|sophisticated|high|low|altitude|speed|tech|turboprop|jet|"
    r"\d+(?:\.\d+)?-?mm|millimetre|millimeter|calibre|caliber"
)
_A_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w’'-]*|[IVX]+|\d{1,3}[A-Z]{1,3}")
_NOT_NAMES = frozenset(
    "The A An Its His Her Their Our Some Several Other These Those No Of In On At To From By And With For".split()
)
_MOST_MODIFIERS = 4


class ItemPhrase(NamedTuple):
    """An item as a text names it: the category that its words say, None where they say none, and a known system."""

    category: Category | None
    system: System | None


def find_item_phrases(text: str, not_names: set[int]) -> list[Found[ItemPhrase]]:
    """Find item phrases in order; none overlaps another.

    `not_names` holds the places of characters that name an actor: they never become a part of a phrase.
    """
    parts = [Found(s.start, s.end, ItemPhrase(s.value.category, s.value)) for s in find_systems(text)]
    ends = [part.end for part in parts]
    for noun in find_item_nouns(text):
        over = bisect_right(ends, noun.start)
        if over == len(ends) or parts[over].start >= noun.end:
            parts.append(Found(noun.start, noun.end, ItemPhrase(noun.value, None)))
        elif noun.end > parts[over].end:
            parts[over] = Found(parts[over].start, noun.end, parts[over].value)
    joined: list[Found[ItemPhrase]] = []
    for part in sorted(parts, key=lambda p: p.start):
        if joined and _GAP.fullmatch(text, joined[-1].end, part.start):
            joined[-1] = Found(joined[-1].start, part.end, _joined(joined[-1].value, part.value))
        else:
            joined.append(part)
    return [_widened(text, one, not_names) for one in joined]


def _joined(left: ItemPhrase, right: ItemPhrase) -> ItemPhrase:
    """The head of a phrase is its last part, unless that is vague or the first is a known system."""
    system = left.system if left.system and left.system.id else right.system or left.system
    if (
        left.system
        and left.system.category
        and right.category not in ("components", "service", "ammunition", "training_system", "engine")
    ):
        return ItemPhrase(left.system.category, system)
    vague = right.category is None or (right.category in _VAGUE and left.category is not None)
    return ItemPhrase(left.category if vague else right.category, system)


def _widened(text: str, phrase: Found[ItemPhrase], not_names: set[int]) -> Found[ItemPhrase]:
    start = phrase.start
    for _ in range(_MOST_MODIFIERS):
        before = _WORD_BEFORE.search(text, max(0, start - 40), start)
        if not before or before.start(1) in not_names:
            break
        word = before.group(1)
        if _A_NUMBER.fullmatch(word):
            break
        named = _NAME.fullmatch(word) and word not in _NOT_NAMES and not _starts_sentence(text, before.start(1))
        if not named and not _MODIFIER.fullmatch(word.lower()):
            break
        start = before.start(1)
    pieces = _PIECES.match(text, phrase.end)
    return Found(start, pieces.end() if pieces else phrase.end, phrase.value)


def _starts_sentence(text: str, place: int) -> bool:
    before = text[max(0, place - 8) : place].rstrip(" “\"'‘")[-1:]
    return before in ("", ".", "!", "?", ":", "\n")
