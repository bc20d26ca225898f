"""The order and the neighbourhood in which documents can go back to each other."""

from collections.abc import Iterable, Set

from whoarms.model import Document, Reading
from whoarms.register.dates import day_span

Matter = frozenset[str]
"""The ids of two actors that a claim brings together, or of the one that it names."""


def in_order(readings: Iterable[Reading], crediting: Set[str]) -> list[Reading]:
    """Put documents in the order in which they can go back to each other.

    By day of publication, unknown days last; of one day, those that credit others come last: `crediting` are their ids.
    """
    return sorted(readings, key=lambda reading: _age(reading.document, reading.document.id in crediting))


def matters_of(reading: Reading) -> list[Matter]:
    """Give the pairs of actors that a document's claims bring together, and single ones where there is no pair."""
    found: set[Matter] = set()
    for claim in reading.claims:
        sides = [{actor.id for actor in actors} for actors in claim.roles.values() if actors]
        if len(sides) == 1:
            sides = [{actor} for actor in sides[0]]
        pairs = [(a, b) for n, side in enumerate(sides) for other in sides[n + 1 :] for a in side for b in other]
        found |= {frozenset(pair) for pair in pairs} or {frozenset(side) for side in sides}
    return sorted(found, key=sorted)


def named(document: Document) -> str:
    """Name a document for a person: by its outlet, else by its title or id."""
    return document.outlet or document.title or document.id


def _age(document: Document, crediting: bool) -> tuple[str, bool, str]:
    published = document.published if day_span(document.published) else None
    return published or "9999-99-99", crediting, document.id
