"""What a claim is compared by."""

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from whoarms.model import Category, Certainty, Claim, Item, Kind, Money, Stage
from whoarms.register.dates import Span, between, day_span
from whoarms.register.fold import fold
from whoarms.register.purposes import Purpose, purposes_of
from whoarms.register.values import Report
from whoarms.vocabulary.systems import find_systems


class Number(msgspec.Struct, frozen=True):
    """How many of a category, in a unit (folded, in the singular), from `min` to `max`; None is open."""

    category: Category
    unit: str | None
    min: int | None
    max: int | None


class Traits(msgspec.Struct, frozen=True):
    """What a claim is compared by.

    `systems` are the known ones of each category that is named; `when` is the time that the claim gives itself,
    `published` the day of its document; `voice` is the chain of its sources.
    """

    document: str
    voice: tuple[str, ...]
    kind: Kind
    stage: Stage | None
    certainty: Certainty
    roles: Mapping[str, frozenset[str]]
    systems: Mapping[Category, frozenset[str]]
    numbers: tuple[Number, ...]
    value: Money | None
    when: Span | None
    published: Span | None
    purposes: frozenset[Purpose]

    @property
    def span(self) -> Span | None:
        """Give the days that the claim speaks of: its own time, else the publication; for plans, both."""
        if self.when and self.published and self.certainty == "planned":
            return spanning(self.when, self.published)
        return self.when or self.published


def spanning(a: Span, b: Span) -> Span:
    """Give the days from the start of the earlier to the end of the later."""
    return min(a[0], b[0]), max(a[1], b[1])


def traits_of(report: Report) -> Traits:
    """Take from a report what it is compared by."""
    claim = report.claim
    return Traits(
        document=report.document.id,
        voice=tuple(fold(source.text) for source in claim.sources),
        kind=claim.kind,
        stage=claim.stage,
        certainty=claim.certainty,
        roles={role: frozenset(actor.id for actor in actors) for role, actors in claim.roles.items()},
        systems=_systems(claim),
        numbers=tuple(number for item in claim.items if (number := _number(item))),
        value=claim.value,
        when=between(claim.when.start, claim.when.end) if claim.when else None,
        published=day_span(report.document.published),
        purposes=purposes_of(claim),
    )


def systems_of(item: Item) -> frozenset[str]:
    """Name the systems of an item: the one that was read, else those that its words name."""
    return frozenset([fold(item.system)]) if item.system else _named(item.text)


def _systems(claim: Claim) -> dict[Category, frozenset[str]]:
    found: dict[Category, frozenset[str]] = {}
    for item in claim.items:
        if item.category != "unspecified":
            found[item.category] = found.get(item.category, frozenset()) | systems_of(item)
    return found


@lru_cache(maxsize=65536)
def _named(text: str) -> frozenset[str]:
    return frozenset(fold(found.value.id or text[found.start : found.end]) for found in find_systems(text))


def _number(item: Item) -> Number | None:
    quantity = item.quantity
    if quantity is None or (quantity.min is None and quantity.max is None):
        return None
    unit = fold(quantity.unit).removesuffix("s") if quantity.unit else None
    return Number(item.category, unit, quantity.min, quantity.max)
