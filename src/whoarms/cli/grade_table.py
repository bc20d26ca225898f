"""Grades of sources for a person, and as columns of CSV."""

from collections.abc import Callable, Iterable

from whoarms.cli import words
from whoarms.cli.layout import Column, Screen
from whoarms.register.grades import SourceGrade

_COLUMNS = (
    Column("Source", share=3),
    Column("Grade", width=5),
    Column("Reason", share=4),
    Column("By", share=1),
    Column("Set", width=10),
)

CSV: dict[str, Callable[[SourceGrade], object]] = {
    "name": lambda given: given.name,
    "grade": lambda given: given.grade,
    "reason": lambda given: given.reason,
    "by": lambda given: given.by,
    "at": lambda given: given.at.isoformat(),
}


def show_grades(given: Iterable[SourceGrade]) -> None:
    """Show each grade in a row."""
    Screen().rows(_COLUMNS, map(_row, given))


def _row(given: SourceGrade) -> list[str]:
    name, reason, by = map(words.one_line, (given.name, given.reason, given.by))
    return [name, given.grade or "none", reason, by, f"{given.at:%Y-%m-%d}"]
