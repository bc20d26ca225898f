"""A draft in terms of candidates into a claim in words and values."""

import msgspec

from whoarms.model import Actor, Claim, Evidence, Item, Quantity, Source, When
from whoarms.reading.decode import Draft, DraftItem
from whoarms.reading.novelty import novelty
from whoarms.reading.passage import Passage
from whoarms.reading.speakers import source_type
from whoarms.text.dates import ahead
from whoarms.text.quantities import unit_after
from whoarms.text.spans import Found, Span
from whoarms.vocabulary.actors import actor_name


def composed(passage: Passage, draft: Draft, anchors: tuple[int, ...], score: float) -> Claim:
    """Make a claim of a draft, with the sentences of its anchors as evidence; its id is still empty."""
    found, evidence = passage.candidates, _evidence(passage, anchors)
    return Claim(
        id="",
        kind=draft.kind,
        stage=draft.stage,
        certainty=draft.certainty,
        roles={role: tuple(_actor(passage, number) for number in numbers) for role, numbers in draft.roles.items()},
        items=tuple(_item(passage, item) for item in draft.items),
        value=None if draft.money is None else found.money[draft.money].value,
        when=None if draft.date is None else timed(found.date[draft.date].value, draft.certainty, passage.published),
        measure=None if draft.measure is None else found.measure[draft.measure].value,
        sources=_sources(passage, draft),
        evidence=evidence,
        novelty=next(filter(None, (novelty(one.quote) for one in evidence)), None),
        score=score,
    )


def timed(when: When, certainty: str, published: str | None) -> When:
    """Read a time as that of an event of some certainty: what is planned is still to come."""
    return ahead(when, published) if certainty == "planned" else when


def _words(passage: Passage, span: Span) -> str:
    return " ".join(passage.whole[span.start : span.end].split())


def _actor(passage: Passage, number: int) -> Actor:
    one = passage.candidates.actor[number]
    return Actor(id=one.value.id, name=actor_name(one.value.id), text=_words(passage, one.span))


def _item(passage: Passage, item: DraftItem) -> Item:
    one = passage.candidates.item[item.candidate]
    system = one.value.system
    return Item(
        text=_words(passage, one.span),
        category=item.category,
        system=system.id if system else None,
        quantity=None if item.number is None else _quantity(passage, item.number),
    )


def _quantity(passage: Passage, number: int) -> Quantity:
    one: Found[Quantity] = passage.candidates.number[number]
    unit = one.value.unit or unit_after(passage.whole, one.end)
    return msgspec.structs.replace(one.value, unit=unit)


def _sources(passage: Passage, draft: Draft) -> tuple[Source, ...]:
    """The chain of who says so, outermost first; a source inside or equal to the inner one adds nothing."""
    numbers = [number for number in (draft.outer, draft.inner) if number is not None]
    spans = [passage.candidates.speaker[number].value for number in numbers]
    if len(spans) == 2 and spans[0].overlaps(spans[1]):
        spans = spans[1:]
    return tuple(_source(passage, span) for span in spans)


def _source(passage: Passage, span: Span) -> Source:
    text = _words(passage, span)
    inside = [actor.value.id for actor in passage.candidates.actor if actor.span.overlaps(span)]
    type_ = source_type(text)
    if type_ == "other" and inside:
        type_ = "official"
    return Source(text=text, type=type_, actor=inside[0] if inside else None)


def _evidence(passage: Passage, anchors: tuple[int, ...]) -> tuple[Evidence, ...]:
    sentences = {
        sentence for anchor in anchors for sentence in passage.sentences if sentence.start <= anchor < sentence.end
    }
    return tuple(
        Evidence(quote=passage.whole[s.start : s.end], start=s.start - passage.shift, end=s.end - passage.shift)
        for s in sorted(sentences)
    )
