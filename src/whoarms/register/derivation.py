"""Deals are made of the stored claims, kind by kind, and kept in tables until a claim or a judgement changes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import Connection, Engine, and_, delete, or_, select, update

from whoarms.errors import RegisterError
from whoarms.model import KINDS, Kind
from whoarms.register import queries
from whoarms.register.deal_rows import DealRows, deal_rows
from whoarms.register.deals import assemble
from whoarms.register.derived_tables import (
    changes,
    deal_actors,
    deal_claims,
    deal_items,
    deal_pairs,
    deal_words,
    deals,
    derivation,
    suggestions,
)
from whoarms.register.engine import in_batches, insert_rows, reading, writing
from whoarms.register.judgements import Judgement
from whoarms.register.judging import applied, refused_ties
from whoarms.register.lineage import Lineage, lineage_of
from whoarms.register.rows import as_json
from whoarms.register.values import Filter, Suggestion

RULES = 1
"""The version of the rules that make deals of claims: a greater one makes all deals anew in every register."""

_PARTS = (deal_claims, deal_actors, deal_pairs, deal_items, deal_words)
_ATTEMPTS = 20
_MANY = 1000


class Basis(NamedTuple):
    """What the deals of all kinds are made by: the judgements, on the claims that they are now about, and the ties."""

    judged: list[Judgement]
    lineage: Lineage


class Made(NamedTuple):
    """The deals of one kind as rows, and the pairs of them that wait for review."""

    deals: dict[str, DealRows]
    suggestions: list[Suggestion]


class _Due(NamedTuple):
    """In which generation the deals of a kind are, and the changes that ask for the next."""

    generation: int
    changes: list[int]


def refresh(engine: Engine) -> None:
    """Make the deals anew whose claims or judgements have changed; what comes in meanwhile is left for later.

    Raises RegisterError where other processes change the same deals all the time.
    """
    for _ in range(_ATTEMPTS):
        if _renew(engine, _due(engine), everything=False):
            return
    raise RegisterError("the deals are being made anew by other processes: try again")


def rebuild(engine: Engine) -> None:
    """Make all deals anew, whatever is in their tables."""
    for _ in range(_ATTEMPTS):
        with reading(engine) as connection:
            due = {kind: _state(connection, kind) for kind in KINDS}
        if _renew(engine, due, everything=True):
            return
    raise RegisterError("the deals are being made anew by other processes: try again")


def basis(connection: Connection, as_of: datetime | None) -> Basis:
    """Collect what the deals of every kind are made by at a moment, besides their claims."""
    reports = queries.reports(connection, Filter(), as_of)
    lineage = lineage_of(reports, queries.texts_of(connection, as_of), refused_ties(connection, as_of))
    return Basis(applied(connection, as_of), lineage)


def made(connection: Connection, kind: Kind, given: Basis, as_of: datetime | None) -> Made:
    """Make the deals of one kind of the claims that there were at a moment."""
    reports = list(queries.reports(connection, Filter(kind=kind), as_of))
    by_claim = {report.claim.id: report for report in reports}
    judged = [one for one in given.judged if one.left in by_claim and one.right in by_claim]
    found, suggested = assemble(reports, judged, given.lineage)
    rows = (deal_rows(deal, [by_claim[claim] for claim in deal.claims]) for deal in found)
    return Made({each.id: each for each in rows}, suggested)


def write(connection: Connection, new: Made, kind: Kind) -> None:
    """Put deals and suggestions into their tables, where deals of this kind are not."""
    _insert(connection, list(new.deals.values()))
    rows = [
        {
            "left_deal": each.left,
            "right_deal": each.right,
            "kind": kind,
            "score": each.score,
            "reasons": as_json(each.reasons),
        }
        for each in new.suggestions
    ]
    insert_rows(connection, suggestions, rows)


def _due(engine: Engine) -> dict[Kind, _Due]:
    """Find the kinds to be made anew. The changes are read before the claims: what comes between is done twice."""
    changed = select(changes.c.number).where(changes.c.kind == derivation.c.kind).exists()
    query = select(derivation.c.kind).where(or_(derivation.c.rules != RULES, changed))
    with reading(engine) as connection:
        kinds = set(connection.scalars(query))
        return {kind: _state(connection, kind) for kind in KINDS if kind in kinds}


def _state(connection: Connection, kind: Kind) -> _Due:
    generation = connection.scalars(select(derivation.c.generation).where(derivation.c.kind == kind)).one()
    numbers = connection.scalars(select(changes.c.number).where(changes.c.kind == kind).order_by(changes.c.number))
    return _Due(generation, list(numbers))


def _renew(engine: Engine, due: Mapping[Kind, _Due], *, everything: bool) -> bool:
    """Make the deals of some kinds; say no where another process has done so meanwhile.

    The claims are read and grouped without holding the database up; only the writing of each kind does.
    """
    if not due:
        return True
    with reading(engine) as connection:
        given = basis(connection, None)
    renewed = []
    for kind, each in due.items():
        with reading(engine) as connection:
            new = made(connection, kind, given, None)
        renewed.append(_replace(engine, kind, each, new, everything))
    return all(renewed)


def _replace(engine: Engine, kind: Kind, due: _Due, new: Made, everything: bool) -> bool:
    """Write the deals of a kind that are new or changed, unless they are of another generation by now."""
    with writing(engine) as connection:
        ours = and_(derivation.c.kind == kind, derivation.c.generation == due.generation)
        advanced = update(derivation).where(ours).values(rules=RULES, generation=due.generation + 1)
        if connection.execute(advanced).rowcount != 1:
            return False
        query = select(deals.c.id, deals.c.digest).where(deals.c.kind == kind)
        held = {row.id: row.digest for row in connection.execute(query)}
        kept = set() if everything else {id_ for id_, each in new.deals.items() if held.get(id_) == each.digest}
        _remove(connection, held.keys() - kept, kind)
        write(
            connection, Made({id_: each for id_, each in new.deals.items() if id_ not in kept}, new.suggestions), kind
        )
        _forget(connection, due.changes)
        if len(new.deals) - len(kept) > _MANY:
            _analyze(connection)
    return True


def _remove(connection: Connection, gone: Iterable[str], kind: Kind) -> None:
    connection.execute(delete(suggestions).where(suggestions.c.kind == kind))
    for batch in in_batches(sorted(gone)):
        for part in _PARTS:
            connection.execute(delete(part).where(part.c.deal_id.in_(batch)))
        connection.execute(delete(deals).where(deals.c.id.in_(batch)))


def _insert(connection: Connection, new: Sequence[DealRows]) -> None:
    for batch in in_batches(new):
        for table in (deals, *_PARTS):
            insert_rows(connection, table, [row for each in batch for row in each.rows[table]])


def _forget(connection: Connection, numbers: Sequence[int]) -> None:
    """Strike off the changes that were seen, by unbroken runs of numbers: others may have come between."""
    for first, last in _runs(numbers):
        connection.execute(delete(changes).where(changes.c.number.between(first, last)))


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    breaks = [place for place, (one, after) in enumerate(pairwise(numbers), start=1) if after != one + 1]
    for start, end in pairwise([0, *breaks, len(numbers)]):
        if start < end:
            yield numbers[start], numbers[end - 1]


def _analyze(connection: Connection) -> None:
    """Let the planner know how the deals are spread."""
    for table in (deals, *_PARTS):
        connection.exec_driver_sql(f"ANALYZE {table.name}")
