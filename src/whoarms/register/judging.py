"""Judgements as rows: none is ever changed or deleted, and each finds its claims again after a new reading."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Literal

import msgspec
from sqlalchemy import Connection, insert, select

from whoarms.model import Claim
from whoarms.register.anchors import anchor
from whoarms.register.engine import insert_rows
from whoarms.register.judgements import Judgement, Verdict
from whoarms.register.queries import claims_of
from whoarms.register.rows import as_json
from whoarms.register.tables import judged_pairs, judgements

Act = Literal["merge", "split", "same", "different", "unsure", "refuse-tie", "undo"]
PairVerdict = Literal["same", "different", "unsure", "refused"]
"""Of two claims, or, where it is refused, of a tie of two documents."""


class Judged(msgspec.Struct, frozen=True):
    """One side of what is judged: a document, and its claim as it was then; None where the document is meant."""

    document: str
    claim: Claim | None = None


class Pair(msgspec.Struct, frozen=True):
    """Two claims, or two documents, and what is judged of them."""

    verdict: PairVerdict
    left: Judged
    right: Judged


class Decision(msgspec.Struct, frozen=True):
    """What somebody decided and when (UTC); `cancels` is the number of what an undo undoes."""

    act: Act
    by: str
    reason: str
    at: datetime
    pairs: tuple[Pair, ...] = ()
    cancels: int | None = None
    number: int = 0
    undone: bool = False


def record(connection: Connection, decision: Decision) -> int:
    """Store a decision; its number is the database's to give."""
    fields = {name: getattr(decision, name) for name in ("act", "by", "reason", "at", "cancels")}
    number: int = connection.execute(insert(judgements).returning(judgements.c.number), fields).scalar_one()
    rows = [_row(number, position, pair) for position, pair in enumerate(decision.pairs)]
    insert_rows(connection, judged_pairs, rows)
    return number


def decisions(connection: Connection, as_of: datetime | None) -> list[Decision]:
    """Give all that was decided until a moment, the first first."""
    until = judgements.c.at <= as_of if as_of is not None else judgements.c.number > 0
    rows = connection.execute(select(judgements).where(until).order_by(judgements.c.number)).all()
    undone: set[int] = set()
    for row in reversed(rows):  # an undo that is undone itself cancels nothing
        if row.cancels is not None and row.number not in undone:
            undone.add(row.cancels)
    pairs = _pairs(connection)
    return [
        Decision(
            act=row.act,
            by=row.by,
            reason=row.reason or "",
            at=row.at.replace(tzinfo=UTC),
            pairs=tuple(pairs.get(row.number, ())),
            cancels=row.cancels,
            number=row.number,
            undone=row.number in undone,
        )
        for row in rows
    ]


def applied(connection: Connection, as_of: datetime | None) -> list[Judgement]:
    """Give the judgements that hold, each on the claims that now stand for those that were judged.

    One whose claim no present claim stands for waits for a reading that has such a claim again.
    """
    held = [decision for decision in decisions(connection, as_of) if not decision.undone]
    sides = [side for decision in held for pair in decision.pairs for side in (pair.left, pair.right) if side.claim]
    present = claims_of(connection, sorted({side.document for side in sides}), as_of)
    return [found for decision in held for found in _found(decision, present)]


def refused_ties(connection: Connection, as_of: datetime | None) -> set[tuple[str, str]]:
    """Give the pairs of documents of which somebody says that neither goes back to the other, in both orders."""
    return {
        tie
        for decision in decisions(connection, as_of)
        for pair in decision.pairs
        if pair.verdict == "refused" and not decision.undone
        for tie in ((pair.left.document, pair.right.document), (pair.right.document, pair.left.document))
    }


def kinds_touched(connection: Connection, pairs: Iterable[Pair]) -> set[str]:
    """Give the kinds of deals that judgements on these pairs can change."""
    sides = [side for pair in pairs for side in (pair.left, pair.right)]
    present = claims_of(connection, sorted({side.document for side in sides}), None)
    judged = [side.claim for side in sides if side.claim]
    return {claim.kind for claims in (judged, *present.values()) for claim in claims}


def _found(decision: Decision, present: Mapping[str, Sequence[Claim]]) -> Iterator[Judgement]:
    for pair in decision.pairs:
        left, right = (_anchored(side, present) for side in (pair.left, pair.right))
        if left and right and pair.verdict != "refused":
            verdict: Verdict = pair.verdict
            yield Judgement(left, right, verdict, decision.by, decision.reason, decision.at)


def _anchored(side: Judged, present: Mapping[str, Sequence[Claim]]) -> str | None:
    return anchor(side.claim, present.get(side.document, ())) if side.claim else None


def _row(number: int, position: int, pair: Pair) -> dict[str, object]:
    return {
        "judgement_number": number,
        "position": position,
        "verdict": pair.verdict,
        "left_document": pair.left.document,
        "left_claim": pair.left.claim and as_json(pair.left.claim),
        "right_document": pair.right.document,
        "right_claim": pair.right.claim and as_json(pair.right.claim),
    }


def _pairs(connection: Connection) -> dict[int, list[Pair]]:
    found: dict[int, list[Pair]] = {}
    order = (judged_pairs.c.judgement_number, judged_pairs.c.position)
    for row in connection.execute(select(judged_pairs).order_by(*order)):
        sides = (Judged(row.left_document, _claim(row.left_claim)), Judged(row.right_document, _claim(row.right_claim)))
        found.setdefault(row.judgement_number, []).append(Pair(row.verdict, *sides))
    return found


def _claim(body: str | None) -> Claim | None:
    return _CLAIMS.decode(body) if body else None


_CLAIMS = msgspec.json.Decoder(Claim)
