"""Which actor a name means."""

from collections.abc import Iterable

from whoarms.register import Deal
from whoarms.register.fold import fold
from whoarms.vocabulary.actors import known_actor


def actor_id(name: str, deals: Iterable[Deal]) -> str:
    """Give the id of an actor of deals by its id or any of its names, else of one that the vocabulary knows.

    A name that means nobody is its own id.
    """
    folded = fold(name)
    actors = (actor for deal in deals for actors in deal.roles.values() for actor in actors)
    ids = {actor.id for actor in actors if folded in (fold(actor.id), fold(actor.name))}
    return min(ids) if ids else known_actor(name) or name
