"""Candidates for who says so: persons, offices, agencies, unnamed sources, documents."""

import re
from collections.abc import Iterator

from whoarms.model import SourceType
from whoarms.text.spans import Found, Span
from whoarms.vocabulary.outlets import find_outlets

_VERBS = (
    "said|says|say|told|tells|announced|announces|confirmed|confirms|denied|denies|claimed|claims|reported|reports|wrote|writes|"
    "added|adds|stated|states|insisted|insists|acknowledged|warned|warns|estimates|estimated|quoted|quotes|cited|cites|"
    "argued|argues|admitted|admits|alleged|alleges|revealed|reveals|disclosed|declared|declares|noted|notes|explained|"
    "replied|answered|recalled|remarked|accused|accuses|maintains|maintained|believes|believe|tweeted|posted|"
    "declined|refused|dismissed|rejected|rejects|suggested|suggests|testified|conceded|asserted|asserts|showed|shows|show|put"
)
_HEADS: dict[SourceType, str] = {
    "official": (
        "spokesman|spokeswoman|spokesperson|spokesmen|spokespeople|spokespersons|officials?|officers?|ministers?|ministry|ministries|president|"
        "premier|chancellor|ambassadors?|embassy|generals?|colonel|commanders?|captain|admiral|brigadier|major|lieutenant|chief|"
        "secretary|attachés?|attaches?|diplomats?|senators?|lawmakers?|congressman|congresswoman|deput(?:y|ies)|MPs?|governor|"
        "mayor|prosecutors?|prosecutor-general|police|government|army|military|navy|air force|parliament|congress|senate|junta|"
        "authorities|administration|council|commission|department|headquarters|presidency|palace|delegation|envoy|consul|"
        "negotiators?|auditors?|king|prince|emir|sheikh|leaders?|aide|aides|adviser|advisers|cabinet|inspectors?|customs|"
        "coast guard|border guards?|foreign office|defence staff|general staff|committee|court|judge|agency|bureau|service|"
        "puppets|guards|chairman|chairwoman|chair|head|director|vice-president|undersecretary|quartermaster"
    ),
    "anonymous": (
        "sources?|people|persons?|insiders?|man|woman|men|women|residents?|witness(?:es)?|villagers?|traders?|smugglers?|dealers?|"
        "pilots?|soldiers?|sailors?|fighters?|rebels?|commander|militants?|insurgents?|separatists?|deserters?|defectors?|"
        "prisoners?|instructors?|engineers?|mechanics?|technicians?|workers?|veterans?|neighbours|fishermen|drivers?|brokers?|"
        "travellers|reporters?|correspondents?|journalists?|activists?|campaigners?|members?|one|some|others|crew|officer|refugees|porters?"
    ),
    "media": (
        "newspapers?|daily|weekly|magazine|paper|broadcaster|television|TV|radio|website|site|portal|channel|news agency|wire|"
        "media|press|outlet|blog|blogger|journal|station|tabloid|newsletter"
    ),
    "document": (
        "reports?|statement|notice|notification|communiqu[ée]|documents?|letter|letters|filing|memo|memorandum|cable|cables|bulletin|"
        "text|contract|indictment|panel|records|register|budget|annex|papers|audit|transcript|gazette|release|study|survey|monitors?"
    ),
    "company": "company|firm|manufacturer|maker|builder|shipbuilder|shipyard|executives?|manager|managers|managing director|representative|contractor|plant",
    "imagery": "imagery|images?|photographs?|photos?|pictures?|footage|videos?|satellite images",
    "other": (
        "analysts?|experts?|researchers?|historians?|professor|scholars?|institute|think[ -]tank|observers?|opposition|party|group|"
        "organisation|organization|watchdog|charity|NGO|priest|bishop|lawyer|author|investigators?|critics|movement|front|union|faction|wing"
    ),
}
_ANY_HEAD = "|".join(_HEADS.values())
_STOP = (
    r"(?:that|which|who|whom|whose|and|or|but|as|if|when|while|because|since|until|after|before|than|then|not|also|yesterday|today|"
    r"on|in|at|by|to|from|for|with|of|into|over|under|against|about|is|are|was|were|be|been|has|have|had|will|would|could|can|may|might|did|does|do|"
    rf"he|she|it|they|we|I|you|there|citing|according|{_VERBS})"
)
_LEFT = rf"(?:(?!{_STOP}\b)[\w’'.-]*\w[’'.]?\s+){{0,6}}?"
_RIGHT = rf"(?:\s+(?:of|at|for|from|with|in|to|close to|familiar with|within)\s+(?:(?!{_STOP}\b)[\w’'.-]*\w\b\s?){{1,6}})?"
_PHRASE = re.compile(
    rf"(?<![\w’'-])(?P<left>(?:(?!{_STOP}\b)[\w’'-]+[’'.]?\s+){{0,6}})(?P<head>{_ANY_HEAD})(?![\w’'-])(?P<right>{_RIGHT})"
)
_TITLES = (
    r"Mr|Mrs|Ms|Dr|Sir|Lord|Gen|General|Col|Colonel|Lt|Lieutenant|Maj|Major|Brig|Brigadier|Adm|Admiral|Rear|Vice|Capt|Captain|"
    r"President|Premier|Prime|Minister|Secretary|Senator|Sen|Rep|Ambassador|Foreign|Defence|Defense|Father|Professor|Prof|Sheikh|King|Prince|Chancellor"
)
_PARTICLES = "al|bin|ibn|de|van|von|der|den|el|ben|da|dos|del|di|la|le|ould|abu|ul|zu"
_PERSON = re.compile(
    rf"\b(?:(?:{_TITLES})\.?\s+)*[A-Z][\w’'-]*[a-z][\w’'-]*(?:\s+(?:(?:{_PARTICLES})\s+)?(?:[A-Z]\.(?:\s+)?)?(?:al-|el-|ul-)?[A-Z][\w’'-]+){{1,3}}|"
    rf"\b(?:(?:{_TITLES})\.?\s+)+[A-Z][\w’'-]+"
)
_SURNAME = re.compile(
    rf"\b(?P<before>[A-Z][\w’'-]+)(?=,?\s+(?:{_VERBS})\b)|(?<=\bsaid\s)(?P<after>[A-Z][\w’'-]+)|(?<=\baccording\sto\s)(?P<to>[A-Z][\w’'-]+)"
)
_TRANSCRIPT = re.compile(r"^(?P<name>[A-Z][A-Z’'.-]*(?:\s+[A-Z][A-Z’'.-]*){0,4})(?=:\s)", re.MULTILINE)


def find_speakers(text: str, actors: list[Span]) -> list[Span]:
    """Find whatever in a text may say something, in order; the spans of `actors` (states, groups, persons) count too.

    Candidates may overlap: `a spokesman for the ministry` and `the ministry` are both one.
    """
    found = {Span(*m.span()) for m in _PERSON.finditer(text)} | set(_phrases(text)) | set(actors)
    found |= {one.span for one in find_outlets(text)}
    found |= {Span(*m.span(m.lastgroup or 0)) for m in _SURNAME.finditer(text)}
    found |= {Span(*m.span("name")) for m in _TRANSCRIPT.finditer(text)}
    return sorted(found)


def source_type(text: str) -> SourceType:
    """Say of what type a source is, by the words that name it."""
    if find_outlets(text):
        return "media"
    for type_ in ("imagery", "media", "document", "official", "company", "anonymous"):
        pattern: str = _HEADS[type_]  # type: ignore[index]
        if re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE):
            return type_  # type: ignore[return-value]
    return "other"


def _phrases(text: str) -> Iterator[Span]:
    for match in _PHRASE.finditer(text):
        yield Span(match.start(), len(text[: match.end()].rstrip()))
        if match.group("right"):
            yield Span(match.start(), match.end("head"))
