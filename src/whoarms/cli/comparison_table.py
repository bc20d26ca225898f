"""Comparisons of press and official records, for a person and as rows."""

from collections.abc import Callable, Iterable, Iterator

from whoarms.cli import words
from whoarms.cli.layout import Column, Screen
from whoarms.register.compare import Comparison, Difference
from whoarms.register.deals import flat

_SHOWN = (
    Column("ID", width=8),
    Column("Who → whom", share=3),
    Column("What", share=3),
    Column("Held by", width=8),
    Column("Differs in", share=2),
    Column("Press", share=2),
    Column("Register", share=2),
)


def _side(role: int) -> Callable[[Comparison], object]:
    """Give the ids of the first or the second side of a deal."""
    return lambda one: [actor.id for actors in list(one.deal.roles.values())[role : role + 1] for actor in actors]


COLUMNS: dict[str, Callable[[Comparison], object]] = {
    "id": lambda one: one.deal.id,
    "kind": lambda one: one.deal.kind,
    "from": _side(0),
    "to": _side(1),
    "items": lambda one: [item.text for item in one.deal.items],
    "categories": lambda one: [item.category for item in one.deal.items],
    "held_by": lambda one: one.held_by,
    "differs_in": lambda one: [_field(each) for each in one.differences],
    "press": lambda one: [" / ".join(each.press) for each in one.differences],
    "register": lambda one: [" / ".join(each.register) for each in one.differences],
    "documents": lambda one: one.deal.documents,
}


def as_json(one: Comparison) -> dict[str, object]:
    """Show a comparison with its deal in the form of the contract."""
    return {"held_by": one.held_by, "differences": one.differences, "deal": flat(one.deal)}


def show_comparisons(comparisons: Iterable[Comparison]) -> None:
    """Show each deal, and a line for each difference."""
    Screen().rows(_SHOWN, (row for one in comparisons for row in _rows(one)))


def _rows(one: Comparison) -> Iterator[list[str]]:
    deal = one.deal
    what = words.one_line(", ".join(item.text for item in deal.items))
    before = [words.short_id(deal.id), words.parties(deal.kind, deal.roles), what, one.held_by]
    for each in one.differences:
        yield [*before, _field(each), *(words.one_line(" / ".join(side)) for side in (each.press, each.register))]
        before = [""] * len(before)
    if not one.differences:
        yield [*before, "", "", ""]


def _field(each: Difference) -> str:
    return f"{each.field} ({each.about})" if each.about else each.field
