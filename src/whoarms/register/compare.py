"""What only the press has, what only official records have, and where the two differ about a deal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import msgspec

from whoarms.model import DocumentType
from whoarms.register.dates import between, days_apart
from whoarms.register.standing import asserts, latest
from whoarms.register.values import Deal, Report

HeldBy = Literal["press", "register", "both"]
Field = Literal["number", "year", "status"]


class Difference(msgspec.Struct, frozen=True):
    """A field in which the press contradicts the record, with all that each of them says.

    `about` says of what: the stage and, for numbers, the category (`order of uav`). Numbers are `40`, `24 to 99`,
    `at least 40`, `up to 40`; the status is the latest stage and how surely it is claimed.
    """

    field: Field
    about: str
    press: tuple[str, ...]
    register: tuple[str, ...]


class Comparison(msgspec.Struct, frozen=True):
    """A deal, who holds it, and what they differ in; nothing, where only one of them holds it."""

    deal: Deal
    held_by: HeldBy
    differences: tuple[Difference, ...]


def compare(deals: Iterable[Deal], reports: Mapping[str, Report]) -> Iterator[Comparison]:
    """Compare what press and official records say of each deal; `reports` are all claims by their ids.

    They differ in a number or a year where both give one for a stage and the press gives one that meets none of the
    record; the deliveries of a record count one by one and together. They differ in the status where they are not
    equally far or not equally sure. Denied claims give no numbers and no years.
    """
    for deal in deals:
        members = [reports[claim] for claim in deal.claims]
        press, register = _of(members, "press"), _of(members, "register")
        if press and register:
            yield Comparison(deal, "both", tuple(_differences(press, register)))
        else:
            yield Comparison(deal, "press" if press else "register", ())


def _of(members: Sequence[Report], type_: DocumentType) -> list[Report]:
    return [report for report in members if report.document.type == type_]


def _differences(press: Sequence[Report], register: Sequence[Report]) -> Iterator[Difference]:
    yield from _differing_numbers(_numbers(press), _numbers(register))
    yield from _differing_years(press, register)
    here, there = _status(press), _status(register)
    if here != there:
        yield Difference("status", "", (here,), (there,))


class _Number(NamedTuple):
    low: int | None
    high: int | None
    document: str

    def meets(self, other: "_Number") -> bool:
        is_under = self.high is not None and other.low is not None and self.high < other.low
        is_over = self.low is not None and other.high is not None and self.low > other.high
        return not is_under and not is_over

    def __str__(self) -> str:
        if self.low is None or self.high is None:
            return f"at least {self.low:,}" if self.low is not None else f"up to {self.high or 0:,}"
        return f"{self.low:,}" if self.low == self.high else f"{self.low:,} to {self.high:,}"


_Numbers = dict[str, list[_Number]]


def _numbers(reports: Iterable[Report]) -> _Numbers:
    """Collect the numbers by stage and category (`order of uav`), with the unit where it is not single pieces."""
    found: _Numbers = {}
    for report in reports:
        for item in report.claim.items if asserts(report.claim) else ():
            if item.quantity is not None:
                unit = f" ({item.quantity.unit})" if item.quantity.unit else ""
                about = f"{report.claim.stage or report.claim.kind} of {item.category}{unit}"
                number = _Number(item.quantity.min, item.quantity.max, report.document.id)
                found.setdefault(about, []).append(number)
    return found


def _differing_numbers(press: _Numbers, register: _Numbers) -> Iterator[Difference]:
    for about in sorted(press.keys() & register.keys()):
        recorded = [*register[about], *(_totals(register[about]) if about.startswith("delivery") else ())]
        if not all(any(number.meets(other) for other in recorded) for number in press[about]):
            yield Difference("number", about, _distinct(press[about]), _distinct(register[about]))


def _totals(numbers: Sequence[_Number]) -> Iterator[_Number]:
    """Add up what each record says was delivered, one year after the other."""
    for document in dict.fromkeys(number.document for number in numbers):
        parts = [number for number in numbers if number.document == document]
        yield _Number(sum(part.low or 0 for part in parts), sum(part.high or part.low or 0 for part in parts), document)


def _differing_years(press: Sequence[Report], register: Sequence[Report]) -> Iterator[Difference]:
    reported, recorded = _times(press), _times(register)
    for about in sorted(reported.keys() & recorded.keys()):
        held = [between(*time) for time in recorded[about]]
        spans = [between(*time) for time in reported[about]]
        if not all(any(a and b and days_apart(a, b) == 0 for b in held) for a in spans):
            yield Difference("year", about, _years(reported[about]), _years(recorded[about]))


def _times(reports: Iterable[Report]) -> dict[str, list[tuple[str, str]]]:
    """Collect the times that are said of each stage."""
    found: dict[str, list[tuple[str, str]]] = {}
    for report in reports:
        when = report.claim.when
        if when and between(when.start, when.end) and asserts(report.claim):
            found.setdefault(report.claim.stage or report.claim.kind, []).append((when.start, when.end))
    return found


def _years(times: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return _distinct(start if start == end else f"{start} to {end}" for start, end in times)


def _status(reports: Sequence[Report]) -> str:
    stage, certainty = latest(reports)
    return f"{stage}, {certainty}" if stage else certainty


def _distinct(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(str, values)))
