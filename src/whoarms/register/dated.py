"""Deals with the time at which they happened and the numbers that are reported of them."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from whoarms.model import Category
from whoarms.register.dates import Span, between, day_span
from whoarms.register.standing import asserts
from whoarms.register.values import Deal, Report

_Standing = Literal["firm", "unsure", "none"]


class Dated(NamedTuple):
    """A deal and when it happened: `first` and `last` are the ends of all time where nobody says.

    Its time is the earliest that is said of its order or delivery, else the first day of publication. `standing`
    says how it counts against later ones: what is ordered or delivered is firm, what is only possible or contested
    is unsure, talks, plans and denials are none. `official` says that an official record holds it.
    """

    deal: Deal
    first: date
    last: date
    standing: _Standing
    official: bool

    @property
    def is_dated(self) -> bool:
        """Say whether its time is known."""
        return self.last < date.max


def dated(deal: Deal, members: Iterable[Report]) -> Dated:
    """Date a deal by the claims about it."""
    reports = list(members)
    first, last = _span(reports) or (date.min, date.max)
    official = any(report.document.type == "register" for report in reports)
    return Dated(deal, first, last, _standing(deal), official)


def _span(reports: Sequence[Report]) -> Span | None:
    asserting = [report for report in reports if asserts(report.claim)] or reports
    done = [report for report in asserting if report.claim.stage in ("order", "delivery")] or asserting
    said = [report.claim.when and between(report.claim.when.start, report.claim.when.end) for report in done]
    published = [day_span(report.document.published) for report in done]
    return min((span for span in said if span), default=None) or min((span for span in published if span), default=None)


def _standing(deal: Deal) -> _Standing:
    if deal.stage not in ("order", "delivery", None) or deal.status == "denied":
        return "none"
    if deal.status == "contested" or deal.certainty == "possible":
        return "unsure"
    return "firm" if deal.certainty == "asserted" else "none"


class Count(NamedTuple):
    """The least and the most pieces that are reported of one deal."""

    low: int
    high: int
    of: Dated


def count(one: Dated, category: Category) -> Count | None:
    """Count the single pieces of a category in a deal, all its reports together; None where no number is said."""
    numbers = [each for each in one.deal.quantities if each.category == category and each.unit is None]
    if not numbers:
        return None
    low = min(each.min or 0 for each in numbers)
    return Count(low, max(sys.maxsize if each.max is None else each.max for each in numbers), one)
