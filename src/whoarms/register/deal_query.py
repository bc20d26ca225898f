"""A filter of deals as one query of the derived tables."""

from collections.abc import Iterator

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, exists, func, or_, select

from whoarms.register.conditions import date_conditions
from whoarms.register.derived_tables import deal_actors, deal_claims, deal_items, deal_pairs, deal_words, deals
from whoarms.register.fold import fold
from whoarms.register.names import Actors
from whoarms.register.values import Filter

Part = tuple[Column[str], ColumnElement[bool]]
"""A part of a deal: the column that names the deal, and what the row must fulfil."""


_ENOUGH = 10_000
"""Of deals with a word: what is more frequent need not be counted."""


def rarest_word(connection: Connection, words: str) -> str:
    """Give the word of a folded text that the items of fewest deals have."""

    def frequency(word: str) -> int:
        some = select(deal_words.c.deal_id).where(deal_words.c.word == word).limit(_ENOUGH).subquery()
        return connection.scalar(select(func.count()).select_from(some)) or 0

    return min(words.split(), key=frequency)


def deals_where(wanted: Filter, actors: Actors, rare: str | None) -> Select[str, str]:
    """Select the bodies of the wanted deals, and who speaks for them; `rare` is the rarest word of the system.

    The condition that leaves fewest deals is looked up first; the others are checked deal by deal. A planner
    without statistics gets this wrong where an actor has a tenth of all deals.
    """
    query = select(deals.c.body, deals.c.speakers).where(*_own(wanted))
    for number, (deal_id, condition) in enumerate(_parts(wanted, actors, rare)):
        if number == 0:
            query = query.where(deals.c.id.in_(select(deal_id).where(condition)))
        else:
            query = query.where(exists().where(deal_id == deals.c.id, condition))
    return query


def _own(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    for column in ("kind", "stage"):
        value = getattr(wanted, column)
        if value is not None:
            yield deals.c[column] == value
    yield from date_conditions(wanted, deals.c.first_day, deals.c.last_day)


def _parts(wanted: Filter, actors: Actors, rare: str | None) -> Iterator[Part]:
    """Give the conditions on parts of deals, those that most deals fail first."""
    if "supplier" in actors and "recipient" in actors:
        pair = deal_pairs.c
        yield pair.deal_id, and_(pair.supplier.in_(actors["supplier"]), pair.recipient.in_(actors["recipient"]))
    if wanted.system:
        yield from _system(fold(wanted.system), rare)
    of_actor = deal_actors.c
    for side in ("recipient", "supplier"):
        if side in actors and len(actors.keys() & {"supplier", "recipient"}) == 1:
            yield of_actor.deal_id, and_(of_actor.actor_id.in_(actors[side]), of_actor.side.in_((side, "either")))
    if "actor" in actors:
        yield of_actor.deal_id, of_actor.actor_id.in_(actors["actor"])
    if wanted.category:
        yield deal_items.c.deal_id, deal_items.c.category == wanted.category
    if wanted.certainty:
        yield deal_claims.c.deal_id, deal_claims.c.certainty == wanted.certainty


def _system(folded: str, rare: str | None) -> Iterator[Part]:
    """Look for one word of a system first, then for all of its words in their order."""
    yield deal_words.c.deal_id, deal_words.c.word == rare
    named = deal_items.c.folded_text.contains(f" {folded} ", autoescape=True)
    yield deal_items.c.deal_id, or_(deal_items.c.folded_system == folded, named)
