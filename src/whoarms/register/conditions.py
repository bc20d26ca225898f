"""A filter as conditions of SQL."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Select, func, or_, select

from whoarms.register.dates import day_span
from whoarms.register.fold import fold
from whoarms.register.sides import Side
from whoarms.register.tables import claim_actors, claim_items, claims, documents
from whoarms.register.values import Filter
from whoarms.vocabulary.actors import find_actors

Condition = ColumnElement[bool]


def claim_conditions(wanted: Filter) -> Iterator[Condition]:
    """Say what a claim must fulfil, its dates included."""
    yield from _content(wanted)
    first, last = (
        func.coalesce(claims.c.when_first, claims.c.published),
        func.coalesce(claims.c.when_last, claims.c.published),
    )
    yield from _dates(wanted, first, last)


def document_conditions(wanted: Filter) -> Iterator[Condition]:
    """Say what a document must fulfil: the day of publication, and at least one claim with all the rest."""
    yield from _dates(wanted, documents.c.published, documents.c.published)
    content = list(_content(wanted))
    if content:
        yield documents.c.id.in_(select(claims.c.document_id).where(*content))


def _dates(wanted: Filter, first: ColumnElement[object], last: ColumnElement[object]) -> Iterator[Condition]:
    since, until = day_span(wanted.since), day_span(wanted.until)
    if since:
        yield last >= since[0]
    if until:
        yield first <= until[1]


def _content(wanted: Filter) -> Iterator[Condition]:
    for column in ("kind", "stage", "certainty"):
        value = getattr(wanted, column)
        if value is not None:
            yield claims.c[column] == value
    if wanted.category:
        yield claims.c.id.in_(select(claim_items.c.claim_id).where(claim_items.c.category == wanted.category))
    if wanted.system:
        yield claims.c.id.in_(_with_system(fold(wanted.system)))
    if wanted.actor:
        yield claims.c.id.in_(_with_actor(wanted.actor))
    if wanted.supplier:
        yield claims.c.id.in_(_on_side(wanted.supplier, "supplier"))
    if wanted.recipient:
        yield claims.c.id.in_(_on_side(wanted.recipient, "recipient"))


def _with_system(folded: str) -> Select[str]:
    named = claim_items.c.folded_text.contains(f" {folded} ", autoescape=True)
    return select(claim_items.c.claim_id).where(or_(claim_items.c.folded_system == folded, named))


def _with_actor(name: str) -> Select[str]:
    """Select the claims of an actor: any of its names leads to its id, and the id to all its claims."""
    folded, known = fold(name), claim_actors.alias()
    ids = select(known.c.actor_id).where(or_(known.c.folded_id == folded, known.c.folded_name == folded))
    is_actor = or_(claim_actors.c.actor_id.in_(ids), claim_actors.c.actor_id.in_(_other_name(name)))
    return select(claim_actors.c.claim_id).where(is_actor)


def _other_name(name: str) -> list[str]:
    """Give the id of the actor that the vocabulary calls so: "Türkiye", "UK", "British"."""
    return [
        found.value.id
        for found in find_actors(name)
        if (found.start, found.end) == (0, len(name)) and found.value.form in ("name", "demonym", "group")
    ]


def _on_side(name: str, side: Side) -> Select[str]:
    return _with_actor(name).where(claim_actors.c.side.in_((side, "either")))
