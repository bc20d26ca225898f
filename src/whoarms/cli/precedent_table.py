"""Questions of precedence and their answers, for a person and as rows."""

from collections.abc import Callable, Iterable

from msgspec.structs import asdict

from whoarms.cli import words
from whoarms.cli.layout import Column, Screen
from whoarms.register.precedents import Precedent

_SHOWN = (
    Column("Question", share=4),
    Column("Answer", width=12),
    Column("By", width=8),
    Column("Rests on", share=4),
)

COLUMNS: dict[str, Callable[[Precedent], object]] = {
    "question": lambda one: one.question,
    "answer": lambda one: one.answer,
    "by": lambda one: one.by,
    "coverage": lambda one: one.coverage,
    "claim": lambda one: one.claim,
    "said": lambda one: one.said,
}


def as_json(one: Precedent) -> dict[str, object]:
    """Show a precedent with all its fields."""
    return asdict(one)


def show_precedents(found: Iterable[Precedent]) -> None:
    """Show each question with its answer, the deals that stand against it, and what it rests on."""
    Screen().rows(_SHOWN, map(_row, found))


def _row(one: Precedent) -> list[str]:
    question = one.question
    if one.claim is not None:
        question += f" (claim {words.short_id(one.claim)} says “{words.one_line(one.said or '')}”)"
    return [question, one.answer, "\n".join(map(words.short_id, one.by)), one.coverage]
