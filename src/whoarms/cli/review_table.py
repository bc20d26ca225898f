"""Doubtful pairs and decisions for a person, and as columns of CSV."""

from collections.abc import Callable, Iterable

from whoarms.cli import words
from whoarms.cli.layout import Column, Screen
from whoarms.register.judging import Decision, Judged
from whoarms.register.values import Suggestion

_SUGGESTIONS = (
    Column("Deal", width=8),
    Column("Deal", width=8),
    Column("Score", width=5),
    Column("Why they may be one, or not", share=1),
)
_DECISIONS = (
    Column("No.", width=5),
    Column("What", width=10),
    Column("Of what", share=2),
    Column("Reason", share=2),
    Column("By", share=1),
    Column("When", width=10),
)

SUGGESTIONS: dict[str, Callable[[Suggestion], object]] = {
    "left": lambda one: one.left,
    "right": lambda one: one.right,
    "score": lambda one: one.score,
    "reasons": lambda one: one.reasons,
}
DECISIONS: dict[str, Callable[[Decision], object]] = {
    "number": lambda one: one.number,
    "act": lambda one: one.act,
    "cancels": lambda one: one.cancels,
    "undone": lambda one: one.undone,
    "verdicts": lambda one: [pair.verdict for pair in one.pairs],
    "left": lambda one: [_judged(pair.left) for pair in one.pairs],
    "right": lambda one: [_judged(pair.right) for pair in one.pairs],
    "reason": lambda one: one.reason,
    "by": lambda one: one.by,
    "at": lambda one: one.at.isoformat(),
}


def show_suggestions(waiting: Iterable[Suggestion]) -> None:
    """Show each doubtful pair of deals with what speaks for and against one deal."""
    rows = (
        [
            words.short_id(one.left),
            words.short_id(one.right),
            f"{one.score:.2f}",
            words.one_line("; ".join(one.reasons)),
        ]
        for one in waiting
    )
    Screen().rows(_SUGGESTIONS, rows)


def show_decisions(decisions: Iterable[Decision]) -> None:
    """Show each decision in a row."""
    Screen().rows(_DECISIONS, map(_row, decisions))


def _row(decision: Decision) -> list[str]:
    what = f"{decision.act} (undone)" if decision.undone else decision.act
    reason, by = words.one_line(decision.reason), words.one_line(decision.by)
    return [str(decision.number), what, _object(decision), reason, by, f"{decision.at:%Y-%m-%d}"]


def _object(decision: Decision) -> str:
    if decision.cancels is not None:
        return f"decision {decision.cancels}"
    shown = [
        f"{words.short_id(_judged(pair.left))} and {words.short_id(_judged(pair.right))} {pair.verdict}"
        for pair in decision.pairs
    ]
    return ", ".join(shown)


def _judged(side: Judged) -> str:
    return side.claim.id if side.claim else side.document
