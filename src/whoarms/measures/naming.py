"""Which actor a name means."""

from collections.abc import Iterable

from whoarms.register import Deal
from whoarms.register.fold import fold
from whoarms.vocabulary.actors import find_actors


def actor_id(name: str, deals: Iterable[Deal]) -> str:
    """Give the id of an actor of deals by its id or any of its names, else of one that the vocabulary knows.

    A name that means nobody is its own id.
    """
    folded = fold(name)
    actors = (actor for deal in deals for actors in deal.roles.values() for actor in actors)
    ids = {actor.id for actor in actors if folded in (fold(actor.id), fold(actor.name))}
    return min(ids) if ids else next(iter(_known(name)), name)


def _known(name: str) -> list[str]:
    return [
        found.value.id
        for found in find_actors(name)
        if (found.start, found.end) == (0, len(name)) and found.value.form in ("name", "demonym", "group")
    ]
