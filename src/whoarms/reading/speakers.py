"""Candidates for who says so: persons, offices, agencies, unnamed sources, documents."""

import re
from collections.abc import Iterator

from whoarms.model import SourceType
from whoarms.text.spans import Span
from whoarms.vocabulary.outlets import find_outlets
from whoarms.vocabulary.speakers import speaker_words

_VERBS = speaker_words("verb")
_TELLING: tuple[SourceType, ...] = ("imagery", "media", "document", "official", "company", "anonymous")
_ANY_HEAD = "|".join(speaker_words(type_) for type_ in (*_TELLING, "other"))
_STOP = (
    r"(?:that|which|who|whom|whose|and|or|but|as|if|when|while|because|since|until|after|before|than|then|not|also|"
    r"yesterday|today|on|in|at|by|to|from|for|with|of|into|over|under|against|about|is|are|was|were|be|been|has|have|"
    r"had|will|would|could|can|may|might|did|does|do|"
    rf"he|she|it|they|we|I|you|there|citing|according|{_VERBS})"
)
_INITIALS = r"(?:[A-Z]\.){2,}"
_RIGHT = (
    rf"(?:\s+(?:of|at|for|from|with|in|to|close to|familiar with|within)\s+"
    rf"(?:(?!{_STOP}\b)(?:{_INITIALS}|[\w’'.-]*\w\b)\s?){{1,6}})?"
)
_LEFT = rf"(?:(?!{_STOP}\b|\d+\s)(?:{_INITIALS}|[A-Z][a-z]{{1,3}}\.|[\w’'-]+[’']?)\s+){{0,6}}"
_PHRASE = re.compile(rf"(?<![\w’'.-])(?P<left>{_LEFT})(?P<head>{_ANY_HEAD})(?![\w’'-])(?P<right>{_RIGHT})")
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
    fitting = (type_ for type_ in _TELLING if re.search(rf"\b(?:{speaker_words(type_)})\b", text, re.IGNORECASE))
    return next(fitting, "other")


def _phrases(text: str) -> Iterator[Span]:
    for match in _PHRASE.finditer(text):
        yield Span(match.start(), len(text[: match.end()].rstrip()))
        if match.group("right"):
            yield Span(match.start(), match.end("head"))
