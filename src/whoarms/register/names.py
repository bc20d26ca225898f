"""The actors that a name stands for."""

from collections.abc import Iterator

from sqlalchemy import Column, Connection, Table, func, select

from whoarms.register.fold import fold
from whoarms.register.values import Filter
from whoarms.vocabulary.actors import known_actor

Actors = dict[str, list[str]]
"""The ids of the actors that each of `supplier`, `recipient` and `actor` names, where it is given."""


def actors_of(connection: Connection, named_in: Table, wanted: Filter) -> Actors:
    """Find the ids of the actors that a filter names, in a table of actors with their folded names."""
    given = {field: getattr(wanted, field) for field in ("supplier", "recipient", "actor")}
    return {field: _ids(connection, named_in, name) for field, name in given.items() if name is not None}


def _ids(connection: Connection, named_in: Table, name: str) -> list[str]:
    """Give the ids that are or have this name in the register, and the id that the vocabulary knows it by."""
    columns = (named_in.c.folded_id, named_in.c.folded_name)
    held = {id_ for column in columns for id_ in _distinct(connection, named_in.c.actor_id, column, fold(name))}
    known = known_actor(name)
    return sorted(held | ({known} if known else set()))


def _distinct(connection: Connection, id_: Column[str], column: Column[str], folded: str) -> Iterator[str]:
    """Give each id once by stepping from one to the next in the index: an actor may have many thousand rows."""
    last = ""
    while (found := connection.scalar(select(func.min(id_)).where(column == folded, id_ > last))) is not None:
        yield found
        last = found
