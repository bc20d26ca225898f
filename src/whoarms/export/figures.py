"""The numbers and years of a deal, one for each cell, and whether it is uncertain."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whoarms.model import Claim, Item, Money, Stage
from whoarms.register import Deal
from whoarms.register.dates import between
from whoarms.register.standing import asserts
from whoarms.register.values import DealItem, ReportedQuantity, ReportedValue
from whoarms.register.wording import money_words, number_words


class Number(NamedTuple):
    """How many: from `min` to `max` of a `unit`, whether that is uncertain, and all that is reported, in words."""

    min: int | None = None
    max: int | None = None
    unit: str | None = None
    uncertain: bool = False
    reported: tuple[str, ...] = ()

    @property
    def pieces(self) -> int | None:
        """Give one number of single pieces: of a range the lower end; None for batteries and the like."""
        return None if self.unit else (self.max if self.min is None else self.min)


class Years(NamedTuple):
    """Years, in order, and whether they are uncertain."""

    years: tuple[int, ...] = ()
    uncertain: bool = False


class Worth(NamedTuple):
    """A sum of money, whether it is uncertain, and all that is reported, in words."""

    money: Money | None = None
    uncertain: bool = False
    reported: tuple[str, ...] = ()


def number(deal: Deal, item: DealItem, claims: Sequence[Claim], stage: Stage) -> Number:
    """Give the number of an item at a stage that most origins report; others make it uncertain.

    So do a range, a rough number, and one that is only possible or planned.
    """
    found = [(q, said) for q in deal.quantities if (said := list(_saying(q, item, claims, stage)))]
    if not found:
        return Number()
    best, said = max(found, key=lambda pair: len(pair[0].origins))
    is_sure = (
        len(found) == 1
        and best.min == best.max
        and not any(given.quantity and given.quantity.approx for _, given in said)
        and any(claim.certainty == "asserted" for claim, _ in said)
    )
    words = tuple(in_words(quantity) for quantity, _ in found)
    return Number(best.min, best.max, best.unit, not is_sure, words)


def all_numbers(deal: Deal, item: DealItem) -> list[str]:
    """Give all numbers that are reported of an item, at any stage, in words."""
    return list(dict.fromkeys(in_words(q) for q in deal.quantities if _is_of(q, item)))


def in_words(quantity: ReportedQuantity) -> str:
    """Say a number as it is reported: `40`, `24 to 99`, `up to 2 battery`."""
    return number_words(quantity.min, quantity.max, quantity.unit)


def order_year(deal: Deal) -> Years:
    """Give the year of the order that most origins report, without plans; other years make it uncertain."""
    orders = [one for one in deal.stages if one.stage == "order" and one.certainty in ("asserted", "possible")]
    dated = [(one, span) for one in orders if (span := _span(one.start, one.end))]
    if not dated:
        return Years()
    best, years = max(dated, key=lambda pair: len(pair[0].origins))
    others = {year for _, span in dated for year in span}
    return Years(years[:1], len(others) > 1 or best.certainty != "asserted")


def delivery_years(deal: Deal) -> Years:
    """Give all years in which something is said to have been delivered, without plans."""
    return _years(deal, "delivery", ("asserted", "possible"))


def planned_delivery_years(deal: Deal) -> Years:
    """Give the years for which a delivery is planned."""
    return _years(deal, "delivery", ("planned",))


def years_of(claim: Claim) -> tuple[int, ...]:
    """Give the years of which a claim itself speaks."""
    return _span(claim.when.start, claim.when.end) if claim.when else ()


def worth(deal: Deal) -> Worth:
    """Give the sum that most origins report; others make it uncertain."""
    if not deal.values:
        return Worth()
    best: ReportedValue = max(deal.values, key=lambda value: len(value.origins))
    words = tuple(money_words(Money(value.amount, value.currency)) for value in deal.values)
    return Worth(Money(best.amount, best.currency), len(deal.values) > 1, words)


def _years(deal: Deal, stage: Stage, certainties: tuple[str, ...]) -> Years:
    said = [
        (one, years)
        for one in deal.stages
        if one.stage == stage and one.certainty in certainties and (years := _span(one.start, one.end))
    ]
    doubtful = any(one.certainty != "asserted" or len(years) > 1 for one, years in said)
    return Years(tuple(sorted({year for _, years in said for year in years})), doubtful)


def _span(start: str | None, end: str | None) -> tuple[int, ...]:
    span = between(start, end) if start and end else None
    return tuple(range(span[0].year, span[1].year + 1)) if span else ()


def _saying(
    quantity: ReportedQuantity, item: DealItem, claims: Sequence[Claim], stage: Stage
) -> Iterator[tuple[Claim, Item]]:
    """Find the claims of a stage that give a number of an item, each with its own item."""
    for claim in claims if _is_of(quantity, item) else ():
        for given in claim.items if claim.stage == stage and asserts(claim) else ():
            if given.category == item.category and given.system in (item.system, None) and _gives(given, quantity):
                yield claim, given


def _is_of(quantity: ReportedQuantity, item: DealItem) -> bool:
    return (quantity.category, quantity.system) == (item.category, item.system)


def _gives(item: Item, quantity: ReportedQuantity) -> bool:
    said = item.quantity
    return said is not None and (said.min, said.max, said.unit) == (quantity.min, quantity.max, quantity.unit)
