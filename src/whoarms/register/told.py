"""Claims of one deal in the order in which they can go back to each other, and which of them say the same."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from whoarms.model import STAGES, Claim
from whoarms.register.dates import between, day_span, days_apart
from whoarms.register.order import age
from whoarms.register.standing import asserts
from whoarms.register.values import Report, Tie

Key = tuple[str, str]
"""What tells an origin from others: its sort and its name."""


class Told(msgspec.Struct, frozen=True):
    """A claim whose origin is known."""

    report: Report
    key: Key


def in_telling_order(deal: Iterable[Report], ties: Iterable[Tie]) -> list[Report]:
    """Sort by day; of one day, documents after those they go back to; in a document, first what it has from others."""
    held = list(deal)
    depths = _depths({report.document.id for report in held}, ties)
    return sorted(held, key=lambda report: (age(report)[0], depths[report.document.id], *_place(report)))


def day_of(report: Report) -> date | None:
    """Give the day of publication."""
    span = day_span(report.document.published)
    return span and span[0]


def numbers(claim: Claim) -> frozenset[tuple[str, float]]:
    """Give the numbers that a claim gives, each with what it counts."""
    bounds = [(item.category, bound) for item in claim.items if (q := item.quantity) for bound in (q.min, q.max)]
    money = [(claim.value.currency, claim.value.amount)] if claim.value else []
    return frozenset((unit, float(bound)) for unit, bound in (*bounds, *money) if bound is not None)


def closest(report: Report, told: Sequence[Told]) -> Told | None:
    """Give that one of earlier claims which a claim most likely repeats, the first of equals."""
    return max(told, key=lambda one: _likeness(report.claim, one.report.claim), default=None)


def adds_nothing(report: Report, told: Sequence[Told]) -> bool:
    """Say whether earlier claims have told all that a claim tells: stage, numbers, time, and as surely."""
    claim, said = report.claim, [one.report.claim for one in told if asserts(one.report.claim)]
    if not any(_reaches(one, claim) for one in said):
        return False
    given = frozenset().union(*(numbers(one) for one in said))
    return numbers(claim) <= given and not _another_time(report, told)


def _reaches(earlier: Claim, claim: Claim) -> bool:
    if (claim.stage == "cancelled") != (earlier.stage == "cancelled"):
        return False
    if claim.certainty == "asserted" and earlier.certainty != "asserted":
        return False
    return claim.stage is None or (
        earlier.stage is not None and STAGES.index(earlier.stage) >= STAGES.index(claim.stage)
    )


def _another_time(report: Report, told: Sequence[Told]) -> bool:
    """Say whether a claim gives a time that is not among those given, or that came after all who gave none."""
    when = report.claim.when and between(report.claim.when.start, report.claim.when.end)
    if not when:
        return False
    times = [span for one in told if (w := one.report.claim.when) and (span := between(w.start, w.end))]
    if times:
        return all(days_apart(when, span) for span in times)
    days = [day for one in told if (day := day_of(one.report))]
    return bool(days) and when[0] > max(days)


def _likeness(claim: Claim, other: Claim) -> tuple[int, int, bool, bool, bool]:
    return (
        len(numbers(claim) & numbers(other)),
        len(_things(claim) & _things(other)),
        asserts(claim) == asserts(other),
        claim.stage == other.stage,
        bool(claim.sources) == bool(other.sources),
    )


def _things(claim: Claim) -> set[tuple[str, str]]:
    """Name what a claim is about: its actors in their roles, and the categories of its items."""
    parts = {(role, actor.id) for role, actors in claim.roles.items() for actor in actors}
    return parts | {("item", item.category) for item in claim.items}


def _place(report: Report) -> tuple[str, bool, int, str]:
    start = min((evidence.start for evidence in report.claim.evidence), default=0)
    return report.document.id, not report.claim.sources, start, report.claim.id


def _depths(documents: Iterable[str], ties: Iterable[Tie]) -> dict[str, int]:
    """Count for each document how many lie one behind the other before it."""
    back: dict[str, set[str]] = {document: set() for document in documents}
    for tie in ties:
        if tie.document in back and tie.earlier in back:
            back[tie.document].add(tie.earlier)
    depths: dict[str, int] = {}
    while len(depths) < len(back):
        ready = [document for document in back if document not in depths and back[document] <= depths.keys()]
        for document in ready or [min(back.keys() - depths.keys())]:
            depths[document] = 1 + max((depths.get(earlier, 0) for earlier in back[document]), default=-1)
    return depths
