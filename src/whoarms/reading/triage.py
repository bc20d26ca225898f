"""Which sentences may hold a claim at all, by a lexicon."""

from whoarms.text.spans import Span
from whoarms.vocabulary.kinds import has_event, has_force
from whoarms.vocabulary.systems import find_systems

NEIGHBOURS = 4


def triage(text: str, sentences: list[Span]) -> list[bool]:
    """Choose the sentences near one that names arms or forces and has the stem of an event."""
    strong = [_is_strong(text[sentence.start : sentence.end]) for sentence in sentences]
    return [any(strong[max(0, n - NEIGHBOURS) : n + NEIGHBOURS + 1]) for n in range(len(sentences))]


def _is_strong(sentence: str) -> bool:
    return has_event(sentence) and (has_force(sentence) or bool(find_systems(sentence)))
