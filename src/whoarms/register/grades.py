"""The reliability of sources, from A to F, as the user sets it; nothing here is computed from what they say."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Literal, get_args

import msgspec
from sqlalchemy import Connection, insert, select

from whoarms.errors import SettingsError
from whoarms.register.fold import fold
from whoarms.register.tables import source_grades
from whoarms.register.values import Report

Grade = Literal["A", "B", "C", "D", "E", "F"]
GRADES: tuple[Grade, ...] = get_args(Grade)


class SourceGrade(msgspec.Struct, frozen=True):
    """The grade that somebody gave a source, and when (UTC); None takes an earlier one back."""

    number: int
    name: str
    grade: Grade | None
    by: str
    reason: str
    at: datetime


class Grades:
    """What is known of the reliability of sources at one moment."""

    def __init__(self, given: Iterable[SourceGrade]) -> None:
        self._by_name = {fold(one.name): one.grade for one in present(given) if one.grade}

    def __bool__(self) -> bool:
        """Say whether any source has a grade."""
        return bool(self._by_name)

    def of(self, names: Iterable[str]) -> Grade | None:
        """Give the grade of the first of these folded names that has one."""
        return next((grade for name in names if (grade := self._by_name.get(name))), None)

    def graded(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Give each claim with the grade of the innermost of its sources that has one."""
        for report in reports:
            grade = self.of(speakers(report)) if self._by_name else None
            yield msgspec.structs.replace(report, reliability=grade) if grade else report

    def of_all(self, chains: Iterable[Sequence[str]]) -> tuple[Grade, ...]:
        """Give the grades that several chains of names have, the best first."""
        return tuple(sorted({grade for chain in chains if (grade := self.of(chain))}))


def present(given: Iterable[SourceGrade]) -> list[SourceGrade]:
    """Give the grades that hold, by the names of the sources."""
    latest = {fold(one.name): one for one in given}
    return [one for _, one in sorted(latest.items()) if one.grade]


def speakers(report: Report) -> list[str]:
    """Give the folded names that a claim goes back to, the innermost source first, the outlet last."""
    names = [source.text for source in reversed(report.claim.sources)]
    return [fold(name) for name in (*names, report.document.outlet) if name]


def set_grade(connection: Connection, given: SourceGrade) -> None:
    """Store a grade as a row of its own; `number` is the database's to give. Raises SettingsError for no name."""
    if not fold(given.name):
        raise SettingsError(f"source: {given.name!r} names nothing")
    row = {**msgspec.structs.asdict(given), "folded_name": fold(given.name)}
    del row["number"]
    connection.execute(insert(source_grades), row)


def grades_given(connection: Connection, as_of: datetime | None) -> list[SourceGrade]:
    """Give all grades ever set until a moment, the first first."""
    query = select(source_grades).order_by(source_grades.c.number)
    if as_of is not None:
        query = query.where(source_grades.c.at <= as_of)
    return [
        SourceGrade(row.number, row.name, row.grade, row.by, row.reason or "", row.at.replace(tzinfo=UTC))
        for row in connection.execute(query)
    ]
