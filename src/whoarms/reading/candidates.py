"""Everything in a text that a claim may be made of; the network chooses among these and invents no spans."""

from typing import Literal, NamedTuple

from whoarms.model import Measure, Money, Quantity, When
from whoarms.reading.phrases import ItemPhrase, find_item_phrases
from whoarms.reading.speakers import find_speakers
from whoarms.text.dates import dates
from whoarms.text.measures import measures
from whoarms.text.money import money
from whoarms.text.quantities import quantities
from whoarms.text.spans import Found, Span, T
from whoarms.vocabulary.actors import Naming, find_actors

MentionType = Literal["actor", "item", "number", "date", "money", "measure", "speaker"]
MENTION_TYPES: tuple[MentionType, ...] = ("actor", "item", "number", "date", "money", "measure", "speaker")


class Candidates(NamedTuple):
    """What a text names, each list in the order of the text."""

    actor: list[Found[Naming]]
    item: list[Found[ItemPhrase]]
    number: list[Found[Quantity]]
    date: list[Found[When]]
    money: list[Found[Money]]
    measure: list[Found[Measure]]
    speaker: list[Found[Span]]

    def spans(self, type_: MentionType) -> list[Span]:
        """The places of all candidates of one type."""
        return [found.span for found in getattr(self, type_)]


def find_candidates(text: str, published: str | None) -> Candidates:
    """Find the candidates in a text that was published on a day (`YYYY-MM-DD`, None when unknown)."""
    actors = find_actors(text, published)
    items = find_item_phrases(text, _places(actors))
    times, sums, figures = dates(text, published), money(text), measures(text)
    busy = _places(times) | _places(sums) | _places(figures) | _named_systems(items)
    return Candidates(
        actor=actors,
        item=items,
        number=[one for one in quantities(text) if busy.isdisjoint(range(one.start, one.end))],
        date=times,
        money=sums,
        measure=figures,
        speaker=[Found(*span, span) for span in find_speakers(text, [actor.span for actor in actors])],
    )


def _places(found: list[Found[T]]) -> set[int]:
    return {place for one in found for place in range(one.start, one.end)}


def _named_systems(items: list[Found[ItemPhrase]]) -> set[int]:
    return _places([item for item in items if item.value.system])
