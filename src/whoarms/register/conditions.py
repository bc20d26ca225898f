"""A filter of claims and documents as conditions of SQL."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from whoarms.register.dates import day_span
from whoarms.register.fold import fold
from whoarms.register.names import Actors
from whoarms.register.tables import claim_actors, claim_items, claims, readings
from whoarms.register.values import Filter

Condition = ColumnElement[bool]


def stands(as_of: datetime | None) -> Condition:
    """Say that a reading was the present one of its document at a moment; now, where that is None."""
    if as_of is None:
        return readings.c.superseded_at.is_(None)
    return and_(
        readings.c.read_at <= as_of,
        or_(readings.c.superseded_at.is_(None), readings.c.superseded_at > as_of),
    )


def claim_conditions(wanted: Filter, actors: Actors) -> Iterator[Condition]:
    """Say what a claim must fulfil, its dates included."""
    yield from _content(wanted, actors)
    first, last = (
        func.coalesce(claims.c.when_first, claims.c.published),
        func.coalesce(claims.c.when_last, claims.c.published),
    )
    yield from date_conditions(wanted, first, last)


def document_conditions(wanted: Filter, actors: Actors) -> Iterator[Condition]:
    """Say what a reading must fulfil: the day of publication, and at least one claim with all the rest."""
    yield from date_conditions(wanted, readings.c.published, readings.c.published)
    content = list(_content(wanted, actors))
    if content:
        yield readings.c.number.in_(select(claims.c.reading_number).where(*content))


def date_conditions(wanted: Filter, first: ColumnElement[object], last: ColumnElement[object]) -> Iterator[Condition]:
    """Say that the days from `first` to `last` touch the wanted ones."""
    since, until = day_span(wanted.since), day_span(wanted.until)
    if since:
        yield last >= since[0]
    if until:
        yield first <= until[1]


def _content(wanted: Filter, actors: Actors) -> Iterator[Condition]:
    for column in ("kind", "stage", "certainty"):
        value = getattr(wanted, column)
        if value is not None:
            yield claims.c[column] == value
    if wanted.category:
        yield claims.c.number.in_(select(claim_items.c.claim_number).where(claim_items.c.category == wanted.category))
    if wanted.system:
        yield claims.c.number.in_(_with_system(fold(wanted.system)))
    if "actor" in actors:
        yield claims.c.number.in_(_with_actor(actors["actor"]))
    for side in ("supplier", "recipient"):
        if side in actors:
            yield claims.c.number.in_(_with_actor(actors[side]).where(claim_actors.c.side.in_((side, "either"))))


def _with_system(folded: str) -> Select[int]:
    named = claim_items.c.folded_text.contains(f" {folded} ", autoescape=True)
    return select(claim_items.c.claim_number).where(or_(claim_items.c.folded_system == folded, named))


def _with_actor(ids: list[str]) -> Select[int]:
    return select(claim_actors.c.claim_number).where(claim_actors.c.actor_id.in_(ids))
