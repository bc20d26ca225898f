"""Deals for a person."""

from collections.abc import Iterable, Iterator

from whoarms.cli import words
from whoarms.cli.layout import Column, Screen
from whoarms.register.values import Deal

_WIDE = (
    Column("ID", width=8),
    Column("Who → whom", share=4),
    Column("What", share=4),
    Column("How many", width=14),
    Column("Stage", width=9),
    Column("Certainty", width=11),
    Column("Status", share=3),
    Column("Origins", width=7),
    Column("First", width=10),
)
_NARROW = (
    Column("ID", width=8),
    Column("Who → whom", share=1),
    Column("What", share=1),
    Column("How many", width=9),
    Column("Stage, certainty", width=11),
    Column("Status, origins, first", width=12),
)


_GRADES = Column("Sources", width=7)


def show_deals(deals: Iterable[Deal]) -> None:
    """Show each deal, with every number that is reported of it, and the grades of its sources where there are any."""
    screen, shown = Screen(), list(deals)
    graded = any(deal.reliability for deal in shown)
    columns = (*(_WIDE if screen.is_wide else _NARROW), *((_GRADES,) if graded else ()))
    screen.rows(columns, (row for deal in shown for row in _rows(screen, deal, graded)))


def _rows(screen: Screen, deal: Deal, graded: bool) -> Iterator[list[str]]:
    before = [words.short_id(deal.id), words.parties(deal.kind, deal.roles)]
    after = _standing(screen, deal) + ([", ".join(deal.reliability)] if graded else [])
    for what, how_many in _things(deal):
        yield [*before, what, how_many, *after]
        before, after = [""] * len(before), [""] * len(after)


def _standing(screen: Screen, deal: Deal) -> list[str]:
    denied_by = words.one_line(", ".join(actor.name for actor in deal.denied_by))
    status = deal.status.replace("_", " ") + (f" (denied by {denied_by})" if denied_by else "")
    first = deal.first_reported or ""
    if screen.is_wide:
        return [deal.stage or "", deal.certainty, status, str(deal.independent_origins), first]
    stage = ", ".join(part for part in (deal.stage, deal.certainty) if part)
    origins = f"{deal.independent_origins} origin{'' if deal.independent_origins == 1 else 's'}"
    return [stage, ", ".join(part for part in (status, origins, first) if part)]


def _things(deal: Deal) -> list[tuple[str, str]]:
    """Put the reported numbers beside the item that they count."""
    numbers: dict[tuple[str, str | None], list[str]] = {}
    for quantity in deal.quantities:
        numbers.setdefault((quantity.category, quantity.system), []).append(words.reported(quantity))
    things = [
        (words.one_line(item.text), " / ".join(numbers.pop((item.category, item.system), []))) for item in deal.items
    ]
    things += [(category.replace("_", " "), " / ".join(given)) for (category, _), given in numbers.items()]
    return things or [("", "")]
