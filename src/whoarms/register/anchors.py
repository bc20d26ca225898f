"""Which present claim a judgement is about, when a better reader has read its document again."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from whoarms.model import Claim
from whoarms.register.fold import fold

_SHARED_WORDS = 0.5
"""Of the shorter quote: fewer words in common are no overlap."""


class Fit(NamedTuple):
    """How well a claim stands for a former one; the greater the better, its fields in order of weight."""

    same_kind: bool
    overlap: float
    likeness: int
    before_others: int


def anchor(judged: Claim, present: Sequence[Claim]) -> str | None:
    """Find the claim of a document that stands for one judged before; None where no evidence overlaps.

    It is the claim with the same id; else one of the same kind, if there is one, whose evidence overlaps most;
    of several, the one that says most of the same.
    """
    if any(claim.id == judged.id for claim in present):
        return judged.id
    fits = {claim.id: _fit(judged, claim, -number) for number, claim in enumerate(present)}
    best = max((id_ for id_, fit in fits.items() if fit.overlap), key=lambda id_: fits[id_], default=None)
    return best


def _fit(judged: Claim, claim: Claim, before_others: int) -> Fit:
    overlap = _in_place(judged, claim) or _in_words(judged, claim)
    return Fit(judged.kind == claim.kind, overlap, _likeness(judged, claim), before_others)


def _in_place(a: Claim, b: Claim) -> int:
    """Count the characters of evidence that two claims share, at the same place of the same text."""
    return sum(
        max(0, end - start)
        for one in a.evidence
        for other in b.evidence
        for start, end in [(max(one.start, other.start), min(one.end, other.end))]
        if one.quote[start - one.start : end - one.start] == other.quote[start - other.start : end - other.start]
    )


def _in_words(a: Claim, b: Claim) -> float:
    """Give the part of the words that two claims' quotes share, wherever they stand: the text may have moved."""
    one, other = _words(a), _words(b)
    shared = len(one & other) / max(1, min(len(one), len(other)))
    return shared if shared >= _SHARED_WORDS else 0.0


def _words(claim: Claim) -> set[str]:
    return {word for evidence in claim.evidence for word in fold(evidence.quote).split()}


def _likeness(a: Claim, b: Claim) -> int:
    return sum(one == other for one, other in zip(_said(a), _said(b), strict=True))


def _said(claim: Claim) -> Iterable[object]:
    roles = {role: {actor.id for actor in actors} for role, actors in claim.roles.items() if actors}
    items = {(item.category, item.system) for item in claim.items}
    return claim.stage, claim.certainty, roles, items, claim.value, [fold(source.text) for source in claim.sources]
