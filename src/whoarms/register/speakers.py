"""Who a source is: a person or a body by name, the voice of a state, an outlet, or somebody unnamed."""

import re
from typing import Literal

import msgspec

from whoarms.model import Source
from whoarms.reading.speakers import source_type
from whoarms.register.fold import fold
from whoarms.register.outlets import is_unnamed_press, known_outlet
from whoarms.vocabulary.actors import find_actors
from whoarms.vocabulary.outlets import state_media
from whoarms.vocabulary.speakers import speaker_words

Naming = Literal["named", "unnamed", "outlet", "press", "again"]


class Speaker(msgspec.Struct, frozen=True):
    """A source as it can be told from others.

    `naming`: `named` (a person, a body, a document), `unnamed`, `outlet`, `press` (some outlet, not named) or `again`
    (`the report`: whoever was named before). `words` are what it is named by, `actor` the state or other actor that
    it belongs to, where known. `official` are those who speak for their state: ministers, spokesmen, embassies, not
    auditors and lawmakers.
    """

    naming: Naming
    words: frozenset[str]
    actor: str | None = None
    official: bool = False
    person: bool = False

    @property
    def state(self) -> str | None:
        """Give the state whose voice this is, where known."""
        return self.actor if self.official and self.actor and re.fullmatch("[A-Z]{3}", self.actor) else None


_ARTICLES = frozenset(("the", "a", "an", "of", "s", "its", "own", "itself"))
_TITLE = frozenset(speaker_words("title").split("|"))
_STATE_FORMS = ("name", "demonym", "capital", "organ")
_CAPITALISED = re.compile(r"@?\b[^\W\d_a-z][\w’'-]*")
_POST = re.compile(
    r"\b(?:Minister|Ministry|Secretary|Department|Chief|Head|Director|Chairman|Commander|Office)s? (?:of|for)(?: the)? "
    r"[A-Z][\w’'-]*(?: (?:and |of )?[A-Z][\w’'-]*){0,3}"
)
_POINTING = r"(?:the|that|this|these|those|its|his|her|their)\s+"
_AGAIN = re.compile(
    rf"(?:{_POINTING})?same\b.*"
    rf"|{_POINTING}(?:(?:own|latter|unnamed|anonymous|latest)\s+)?(?:{speaker_words('again')})"
    rf"|the (?:[\w-]+ )?(?:{speaker_words('party')})"
    r"|(?:one|two|another|both|neither|some) of (?:the|them|these|those)\b.*|he|she|they|it",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"(?:an?|one|two|three|four|five|six|several|some|many|certain|various|unnamed|anonymous|another|multiple|few|"
    r"a number of|a pair of|a couple of|(?:its|his|her|their)(?! (?:excellency|majesty|royal)))\b"
    rf"|(?:[\w-]+ )*?(?:{speaker_words('unnamed')})\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:.*[.;:,]\s+(?=(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]wo|[A-Z])\b))?"
    r"(?:(?:quoting|citing|according to)\s+|[a-z]+s\s+(?=(?:an?|one|two|three|some|several|the)\s))?"
)
_AFTERTHOUGHT = re.compile(
    rf"\s+(?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tell|{speaker_words('verb')})$"
)
_BEFORE_PREPOSITION = re.compile(r"\s(?:of|with|at|in|to|close|familiar|from|who|on)\s")


def _any(type_: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{speaker_words(type_)})\b", re.IGNORECASE)


_PAPER, _VOICE, _NO_VOICE, _OFFICE, _PARTY = map(_any, ("paper", "voice", "no_voice", "office", "party"))


def speaker_of(source: Source, text: str | None = None) -> Speaker:
    """Say who a source is, by its own words and by what the document's text puts beside its name."""
    said = source_words(source)
    if _AGAIN.fullmatch(said):
        return Speaker("again", _words(said), source.actor)
    if is_unnamed_press(said):
        return Speaker("press", frozenset())
    if known_outlet(said) or source.type == "media":
        return Speaker("outlet", _words(said))
    if _is_unnamed(source, said):
        return Speaker("unnamed", _words(said), source.actor or _actor(said))
    if (person := _person(said)) is not None:
        role = f"{said} {_description(said, text or '')}"
        actor = source.actor or _actor(said) or _actor(role)
        return Speaker("named", person, actor, _is_voice(role), person=True)
    actor = source.actor or _actor(said)
    official = (_is_state(said) or _is_voice(said)) and not _is_paper(said)
    return Speaker("named", _words(_without_actors(said)) - _ARTICLES, actor, official)


def source_words(source: Source) -> str:
    """Give the words of a source without what a reader may have left on them: `quoting an officer`."""
    return _AFTERTHOUGHT.sub("", _LEAD.sub("", source.text.strip())) or source.text.strip()


def press_office(outlet: str) -> Speaker | None:
    """Give the speaker that a document's outlet is where it is a body and no press: a ministry, an embassy, a panel."""
    if not _OFFICE.search(outlet):
        return None
    return Speaker("named", _words(_without_actors(outlet)) - _ARTICLES, _actor(outlet), True)


def state_of(outlet: str) -> str | None:
    """Give the state for which an outlet speaks, None for other outlets."""
    return state_media().get(known_outlet(outlet) or outlet)


def same_speaker(one: Speaker, other: Speaker) -> bool:
    """Say whether two named speakers can be one: `Prewitt` is Alan Prewitt, two ministries of two states are two."""
    if one.person != other.person or (one.actor and other.actor and one.actor != other.actor):
        return False
    fewer, more = sorted((one.words, other.words), key=len)
    return fewer == more or (fewer <= more and len(fewer) >= (1 if one.person else 2))


def is_party(speaker: Speaker) -> bool:
    """Say whether a speaker is called by its part in the deal: `the Turkish partner`."""
    return any(_PARTY.fullmatch(word) for word in speaker.words)


def _is_unnamed(source: Source, said: str) -> bool:
    if source.type == "anonymous" or (
        _actor(said) and not _words(_without_actors(said)) - _ARTICLES and not _is_state(said)
    ):
        return True
    return bool(_UNNAMED.match(said)) and not _is_paper(said) and not re.search(r"\bspokes\w+", said)


def _person(text: str) -> frozenset[str] | None:
    """Give the words of a person's name without titles; None for what is no person."""
    bare = _POST.sub("", _without_actors(text))
    capitals = [word for word in _CAPITALISED.findall(bare) if not _words(word) <= _TITLE]
    lower = [word for word in _words(_CAPITALISED.sub("", bare)) if word not in _TITLE]
    if not 1 <= len(capitals) <= 4 or lower or source_type(" ".join(capitals)) != "other":
        return None
    return _words(" ".join(capitals)) - _TITLE


def _description(name: str, text: str) -> str:
    """Give what stands beside the first mention of a name in a text: `State Department spokesman …`."""
    at = text.find(name)
    if at < 0:
        return ""
    clause = re.split(r"[.!?;:”\"\n]\s", text[max(0, at - 110) : at])[-1]
    parts = [part for part in clause.split(",") if part.strip()] or [""]
    beside = re.match(r",([^,.\n]*),", text[at + len(name) : at + len(name) + 90])
    return f"{parts[-1]} {beside.group(1) if beside else ''}"


def _is_voice(role: str) -> bool:
    """Say whether a role makes its holder the voice of a state."""
    return bool(_VOICE.search(role)) and not _NO_VOICE.search(role)


def _is_state(said: str) -> bool:
    """Say whether words are a state's name, its capital or its organ and nothing else: `Ankara`, `the Kremlin`."""
    found = [one for one in find_actors(said) if one.value.form != "demonym" and one.value.form in _STATE_FORMS]
    return bool(found) and not _words(_without_actors(said)) - _ARTICLES


def _is_paper(said: str) -> bool:
    return bool(_PAPER.search(_BEFORE_PREPOSITION.split(said)[0]))


def _actor(text: str) -> str | None:
    found = find_actors(text)
    return found[0].value.id if found else None


def _without_actors(text: str) -> str:
    """Give a text without the words that name states; the names of persons and firms stay."""
    for one in reversed(find_actors(text)):
        if one.value.form in _STATE_FORMS:
            text = text[: one.start] + text[one.end :]
    return text


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())
