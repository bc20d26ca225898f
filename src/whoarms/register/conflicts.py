"""What contradicts what in a deal, field by field, with the words of each side."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from whoarms.model import ROLES, Claim, Money, Quantity, Stage, When
from whoarms.register.dates import between, days_apart
from whoarms.register.reported import Sources, Systems, documents_of, origins_of, thing
from whoarms.register.standing import asserts
from whoarms.register.values import Conflict, Report, Side
from whoarms.register.wording import money_words, number_words, time_words

_ROUNDING = 0.1
"""Sums are one if they differ by less than this share of the larger."""
_HASTE = 31
"""How many days two dates of one act may lie apart without contradicting each other."""

_Said = Mapping[Any, list[Report]]
"""Reports by what they say."""


def conflicts(deal: Sequence[Report], systems: Systems, sources: Sources) -> Iterator[Conflict]:
    """Find what the reports of a deal contradict each other in.

    Numbers of one stage contradict each other where their ranges do not meet; of deliveries only those of
    different origins, for one origin tells of parts.
    """
    yield from _certainty(deal, sources)
    yield from _roles(deal, sources)
    asserting = [report for report in deal if asserts(report.claim)]
    yield from _quantities(asserting, systems, sources)
    yield from _values(asserting, sources)
    yield from _dates(asserting, sources)


def _certainty(deal: Sequence[Report], sources: Sources) -> Iterator[Conflict]:
    said: dict[str, list[Report]] = {}
    for report in deal:
        said.setdefault("asserted" if asserts(report.claim) else report.claim.certainty, []).append(report)
    if len(said) > 1:
        yield Conflict("certainty", "", tuple(_side(word, reports, sources) for word, reports in said.items()))


def _roles(deal: Sequence[Report], sources: Sources) -> Iterator[Conflict]:
    for role in ROLES[deal[0].claim.kind]:
        apart = _contradicting(_by(deal, partial(_actors, role)), frozenset.isdisjoint)
        yield from _conflict(role, "", apart, lambda actors: ", ".join(sorted(actors)), sources)


def _quantities(deal: Sequence[Report], systems: Systems, sources: Sources) -> Iterator[Conflict]:
    said: dict[tuple[str, Stage | None], dict[Quantity, list[Report]]] = {}
    for report in deal:
        for item in report.claim.items:
            if item.quantity and report.claim.certainty != "planned":
                category, system = thing(item, systems)
                about = (system or category, report.claim.stage)
                said.setdefault(about, {}).setdefault(item.quantity, []).append(report)
    for (what, stage), numbers in said.items():
        apart = _contradicting(numbers, partial(_counts_differ, numbers, stage, sources))
        yield from _conflict("quantity", f"{what}, {stage}" if stage else what, apart, _number, sources)


def _values(deal: Sequence[Report], sources: Sources) -> Iterator[Conflict]:
    apart = _contradicting(_by(deal, lambda claim: claim.value), _sums_differ)
    yield from _conflict("value", "", apart, money_words, sources)


def _dates(deal: Sequence[Report], sources: Sources) -> Iterator[Conflict]:
    done = [report for report in deal if report.claim.certainty != "planned" and report.claim.stage != "delivery"]
    for stage in dict.fromkeys(report.claim.stage for report in done):
        said = _by([report for report in done if report.claim.stage == stage], lambda claim: claim.when)
        yield from _conflict("date", stage or "", _contradicting(said, _dates_differ), time_words, sources)


def _by(deal: Sequence[Report], of: Callable[[Claim], Hashable | None]) -> dict[Any, list[Report]]:
    said: dict[Any, list[Report]] = {}
    for report in deal:
        if (value := of(report.claim)) is not None:
            said.setdefault(value, []).append(report)
    return said


def _contradicting(said: _Said, differ: Callable[[Any, Any], bool]) -> _Said:
    """Keep what is contradicted by anything else that is said."""
    return {a: reports for a, reports in said.items() if any(differ(a, b) for b in said if b != a)}


def _conflict(
    field: str, about: str, apart: _Said, words: Callable[[Any], str], sources: Sources
) -> Iterator[Conflict]:
    by_words: dict[str, list[Report]] = {}
    for value, reports in apart.items():
        by_words.setdefault(words(value), []).extend(reports)
    if len(by_words) > 1:
        sides = tuple(_side(value, reports, sources) for value, reports in by_words.items())
        yield Conflict(field, about, sides)


def _side(value: str, reports: Sequence[Report], sources: Sources) -> Side:
    quotes = dict.fromkeys(evidence.quote for report in reports for evidence in report.claim.evidence)
    claims = dict.fromkeys(report.claim.id for report in reports)
    return Side(value, tuple(quotes), origins_of(reports, sources), tuple(claims), documents_of(reports))


def _actors(role: str, claim: Claim) -> frozenset[str] | None:
    return frozenset(actor.id for actor in claim.roles.get(role, ())) or None


def _counts_differ(said: _Said, stage: Stage | None, sources: Sources, a: Quantity, b: Quantity) -> bool:
    """Say whether two numbers contradict each other, and are no parts of a delivery that one origin tells of."""
    if stage == "delivery" and set(origins_of(said[a], sources)) & set(origins_of(said[b], sources)):
        return False
    if (a.unit or "") != (b.unit or ""):
        return bool(a.unit and b.unit) and (a.min, a.max) == (b.min, b.max)
    top = float("inf")
    low, high = max(a.min or 0, b.min or 0), min(top if a.max is None else a.max, top if b.max is None else b.max)
    return low > high


def _sums_differ(a: Money, b: Money) -> bool:
    return a.currency == b.currency and abs(a.amount - b.amount) > _ROUNDING * max(a.amount, b.amount)


def _dates_differ(a: When, b: When) -> bool:
    one, other = between(a.start, a.end), between(b.start, b.end)
    return one is not None and other is not None and days_apart(one, other) > _HASTE


def _number(quantity: Quantity) -> str:
    return number_words(quantity.min, quantity.max, quantity.unit)
