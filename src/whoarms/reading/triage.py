"""Which sentences may hold a claim at all, by a lexicon."""

from whoarms.text.spans import Span
from whoarms.vocabulary.kinds import has_event, has_force

NEIGHBOURS = 1


def triage(text: str, sentences: list[Span]) -> list[bool]:
    """Choose the sentences with an event's stem that stand in, or beside, one that speaks of arms or forces."""
    forces = [has_force(text[s.start : s.end]) for s in sentences]
    return [
        any(forces[max(0, n - NEIGHBOURS) : n + NEIGHBOURS + 1]) and has_event(text[s.start : s.end])
        for n, s in enumerate(sentences)
    ]
