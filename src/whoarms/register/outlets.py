"""When two names mean one outlet."""

import re
from functools import cache

from whoarms.register.fold import fold
from whoarms.vocabulary.actors import find_actors
from whoarms.vocabulary.outlets import find_outlets
from whoarms.vocabulary.speakers import speaker_words

_GENERIC = frozenset(
    "the a an s of and in on for news agency agence newspaper paper daily weekly monthly magazine blog website site "
    "portal channel broadcaster television tv radio press service wire outlet journal publication newsletter bulletin "
    "media state semi official run based private independent local foreign online report reports".split()
)
_UNNAMED_PRESS = re.compile(
    r"(?:(?:an?|one|two|three|several|some|many|certain|various|numerous|other|earlier|previous|unnamed)\b.*?)?"
    rf"(?:[\w’'-]+\s+){{0,4}}?(?:{speaker_words('press')})(?: (?:in|on|of|from|based|and|which|that)\b.*)?",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"(?!(?:news|press|wire|foreign|same|other)\b)[a-z][\w-]* agenc(?:y|ies)")
_ARTICLE = re.compile(
    r"\s*(?:an?|one|two|three|several|some|many|certain|various|numerous|other|unnamed)\b", re.IGNORECASE
)


@cache
def known_outlet(name: str) -> str | None:
    """Give the name by which the vocabulary knows an outlet, None where it does not."""
    bare = re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)
    return next((one.value.name for one in find_outlets(name) if one.end - one.start >= len(bare) - 1), None)


@cache
def same_outlet(one: str, other: str) -> bool:
    """Say whether two names can mean one outlet: `the Marmara agency` is the Marmara News Agency.

    The words that tell outlets apart must all stand in the other name; a nationality is left out of account. An
    outlet that the vocabulary knows (The Times) is no other whose name is longer (The Bosphorus Times).
    """
    known, also = known_outlet(one), known_outlet(other)
    if (known and also) or _words(one) == _words(other):
        return known == also
    if other and one and (_initials(one) == other or _initials(other) == one):
        return True
    a, b = _telling(known or one), _telling(also or other)
    if known or also:
        return a == b
    return bool(a and b) and (a <= _words(other) or b <= _words(one))


def is_unnamed_press(text: str) -> bool:
    """Say whether words mean some outlet without naming it: `foreign media`, `a Nairobi blog`."""
    if not _UNNAMED_PRESS.fullmatch(text.strip()) or find_outlets(text):
        return False
    nations = {word for one in find_actors(text) for word in fold(text[one.start : one.end]).split()}
    if _OFFICE.search(text) and not _ARTICLE.match(text):
        return False
    return bool(_ARTICLE.match(text)) or not ((_capitals(text) & _telling(text)) - nations)


def _initials(name: str) -> str:
    """Give the short form of a name of three words and more: RVNS for Rift Valley News Service."""
    letters = "".join(word[0] for word in re.findall(r"\b[^\W\d_a-z][\w’'-]*", name))
    return letters if len(letters) > 2 else ""


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(name).split()) - {"the", "s", "of"}


@cache
def _telling(name: str) -> frozenset[str]:
    """The words that tell an outlet from others, without general ones, adjectives of states and `Turkey's`.

    None where all are written small: `the Indian space agency` is no name of an outlet.
    """
    bare = list(name)
    for one in find_actors(name):
        if (
            one.value.form == "demonym"
            or re.match(r"['’]s\b", name[one.end - 2 :])
            or name[one.end : one.end + 2] in ("'s", "’s")
        ):
            bare[one.start : one.end] = " " * (one.end - one.start)
    words = frozenset(fold("".join(bare)).split()) - _GENERIC
    return words if words & _capitals("".join(bare)) else frozenset()


def _capitals(text: str) -> frozenset[str]:
    return frozenset(word for part in re.findall(r"\b[^\W\d_a-z][\w’'-]*", text) for word in fold(part).split())
