"""Gold claims in terms of candidates: what the network is to choose for each."""

from typing import NamedTuple

from benchmarks.accuracy.matching import alike, folded

from training.corpus import Record
from whoarms.model import ROLES, Kind, When
from whoarms.reading.compose import timed
from whoarms.reading.passage import Passage
from whoarms.text.spans import Span

Choice = set[int] | None
"""Numbers of right candidates; empty: none is right; None: unknown, not to be learned from."""


class Label(NamedTuple):
    """One gold claim: `items` pairs each item's right candidates with those of its number."""

    kind: Kind
    stage: str | None
    certainty: str
    evidence: Span
    roles: dict[str, set[str]]
    items: list[tuple[set[int], Choice, str]]
    date: Choice
    money: Choice
    measure: Choice
    inner: Choice
    outer: Choice


def labels(record: Record, passage: Passage) -> list[Label]:
    """Align the claims of a gold record; those whose evidence stands in the title alone are left out."""
    return [made for claim in record["claims"] if (made := _label(claim, passage)) is not None]


def _label(claim: Record, passage: Passage) -> Label | None:
    start = passage.whole.find(claim["evidence"], passage.shift)
    if start < 0:
        return None
    evidence = Span(start, start + len(claim["evidence"]))
    found = passage.candidates
    sources = claim["sources"]
    return Label(
        kind=claim["kind"],
        stage=claim.get("stage"),
        certainty=claim["certainty"],
        evidence=evidence,
        roles={role: {folded(actor) for actor in claim.get(role) or []} for role in ROLES[claim["kind"]]},
        items=[_item(item, passage, evidence) for item in claim.get("items") or []],
        date=_chosen(
            claim.get("when"), [_span(timed(one.value, claim["certainty"], passage.published)) for one in found.date]
        ),
        money=_chosen(
            _sum(claim.get("value")),
            [_sum({"amount": m.value.amount, "currency": m.value.currency}) for m in found.money],
        ),
        measure=_measure(claim.get("measure"), passage, evidence),
        inner=_source(sources[-1] if sources else None, passage, evidence),
        outer=_source(sources[0] if len(sources) > 1 else None, passage, evidence),
    )


def _span(when: When) -> str:
    return when.start if when.start == when.end else f"{when.start}/{when.end}"


def _chosen(wanted: object, values: list[str] | list[object]) -> Choice:
    if wanted is None:
        return set()
    return {number for number, value in enumerate(values) if value == wanted} or None


def _sum(value: Record | None) -> object:
    return None if value is None else (round(float(value["amount"])), value["currency"])


def _item(item: Record, passage: Passage, evidence: Span) -> tuple[set[int], Choice, str]:
    spans = passage.candidates.item
    fitting = [number for number, one in enumerate(spans) if alike(passage.whole[one.start : one.end], item["text"])]
    inside = [number for number in fitting if spans[number].span.overlaps(evidence)]
    quantity = item.get("quantity")
    if quantity is None:
        return set(inside or fitting), set(), item["category"]
    bounds = (quantity["min"], quantity["max"])
    numbers = {n for n, one in enumerate(passage.candidates.number) if (one.value.min, one.value.max) == bounds}
    return set(inside or fitting), numbers or None, item["category"]


def _measure(measure: Record | None, passage: Passage, evidence: Span) -> Choice:
    if measure is None:
        return set()
    bounds = {float(v) for v in (measure.get("min"), measure.get("max")) if v is not None}
    right = {
        number
        for number, one in enumerate(passage.candidates.measure)
        if one.span.overlaps(evidence) and bounds & {v for v in (one.value.min, one.value.max) if v is not None}
    }
    return right or None


def _source(wanted: str | None, passage: Passage, evidence: Span) -> Choice:
    if wanted is None:
        return set()
    spans = passage.candidates.speaker
    exact = {n for n, one in enumerate(spans) if passage.whole[one.start : one.end].lower() == wanted.lower()}
    right = exact or {n for n, one in enumerate(spans) if alike(passage.whole[one.start : one.end], wanted)}
    return right or None


def entities(passage: Passage) -> list[str]:
    """For each actor candidate its actor in the form in which gold names compare."""
    return [folded(one.value.id) for one in passage.candidates.actor]
