"""Who supplied what to whom and when: the rows that flows, concentration and the network count."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product

import msgspec

from whoarms.measures.evidence import doubtful
from whoarms.measures.naming import actor_id
from whoarms.measures.steps import Step, steps
from whoarms.model import Category, Stage
from whoarms.register import Deal, Filter
from whoarms.register.dates import day_span
from whoarms.register.sides import side_of

_ORDER_OF_DATING: tuple[Stage | None, ...] = ("order", "delivery", "approval", "talks", None)


class Movement(msgspec.Struct, frozen=True):
    """One category of goods from one supplier to one recipient in a deal.

    `supplier` and `recipient` are ids, None where nobody names them. `day` is None where no report is dated. A deal
    between several, or of several categories, is as many movements, which share its one `fraction`.
    `firm` says that the deal is not in doubt. `pieces_min` and `pieces_max` bound the number of pieces that is
    reported of the category in the whole deal; None is not reported.
    """

    deal: str
    supplier: str | None
    recipient: str | None
    category: Category
    day: date | None
    firm: bool
    fraction: float
    pieces_min: int | None
    pieces_max: int | None

    @property
    def year(self) -> int | None:
        """Give the year of `day`."""
        return self.day.year if self.day else None


def movements(deals: Iterable[Deal], *, at: Stage | None = None) -> list[Movement]:
    """Take deals apart into who supplied what to whom, the deals in their order.

    With `at`, only deals that have reached that stage count, on its day; else every deal that nobody calls
    off counts once, on the day of its order, or of its delivery, its approval, its talks. Deals that are only
    planned are there and not firm; deals that are only denied are not there.
    """
    return [each for deal in deals for step in _chosen(deal, at) for each in _taken_apart(deal, step)]


def selected(found: Iterable[Movement], wanted: Filter, deals: Iterable[Deal]) -> list[Movement]:
    """Keep the movements whose supplier, recipient, category and day are wanted."""
    known = list(deals)
    since, until = day_span(wanted.since), day_span(wanted.until)
    supplier, recipient = (name and actor_id(name, known) for name in (wanted.supplier, wanted.recipient))
    return [
        each
        for each in found
        if supplier in (None, each.supplier)
        and recipient in (None, each.recipient)
        and wanted.category in (None, each.category)
        and (since is None or (each.day is not None and each.day >= since[0]))
        and (until is None or (each.day is not None and each.day <= until[1]))
    ]


def _chosen(deal: Deal, at: Stage | None) -> list[Step]:
    """Give the step by which a deal is dated, if it counts."""
    found = {step.stage: step for step in steps(deal)}
    if at is not None:
        return [found[at]] if at in found else []
    if deal.status in ("denied", "cancelled"):
        return []
    return [found[stage] for stage in _ORDER_OF_DATING if stage in found][:1]


def _taken_apart(deal: Deal, step: Step) -> Iterator[Movement]:
    categories = list(dict.fromkeys(item.category for item in deal.items)) or ["unspecified"]
    rows = list(product(_side(deal, "supplier"), _side(deal, "recipient"), categories))
    firm = step.certainty == "asserted" and not doubtful(step, deal.status == "confirmed_by_party")
    for supplier, recipient, category in rows:
        yield Movement(deal.id, supplier, recipient, category, step.day, firm, 1 / len(rows), *_pieces(deal, category))


def _side(deal: Deal, side: str) -> list[str] | list[None]:
    ids = dict.fromkeys(
        actor.id for role, actors in deal.roles.items() if side_of(deal.kind, role) == side for actor in actors
    )
    return list(ids) or [None]


def _pieces(deal: Deal, category: Category) -> tuple[int | None, int | None]:
    """Bound the number of single pieces: systems add up, and reports of one system differ."""
    bounds: dict[str | None, tuple[int, int]] = {}
    for each in deal.quantities:
        if each.category == category and each.unit is None:
            low, high = each.min or 0, each.max if each.max is not None else each.min or 0
            least, most = bounds.get(each.system, (low, high))
            bounds[each.system] = min(least, low), max(most, high)
    if not bounds:
        return None, None
    of_all = bounds.pop(None, None)
    named = tuple(sum(column) for column in zip(*bounds.values(), strict=True)) or of_all
    assert named is not None
    return named[0], max(named[1], of_all[1] if of_all else 0)
