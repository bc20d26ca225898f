"""Deals as one wide table: a row an item, with all that the register says of it."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from whoarms.export import figures
from whoarms.export.names import system_name
from whoarms.export.scope import scope
from whoarms.export.selection import Selection
from whoarms.model import ROLES, Claim, Stage
from whoarms.register import Deal
from whoarms.register.values import DealItem

_ALL_ROLES = tuple(dict.fromkeys(role for roles in ROLES.values() for role in roles))
_NOTHING = DealItem("", None, "unspecified")


class Row(NamedTuple):
    """An item of a deal, with the claims about the deal."""

    deal: Deal
    item: DealItem
    claims: list[Claim]


class Column(NamedTuple):
    """A column: its name, what it holds, and where from."""

    name: str
    type: Literal["text", "whole", "decimal", "truth", "texts", "wholes"]
    of: Callable[[Row], object]


def rows(selection: Selection) -> Iterator[Row]:
    """Give a row for each item of each deal, and one for a deal without items."""
    for deal in selection.deals:
        claims = selection.claims_of(deal)
        yield from (Row(deal, item, claims) for item in deal.items or (_NOTHING,))


def _role(role: str) -> Column:
    return Column(role, "texts", lambda row: [actor.id for actor in row.deal.roles.get(role, ())])


def _counts(name: str, stage: Stage) -> tuple[Column, ...]:
    def number(row: Row) -> figures.Number:
        return figures.number(row.deal, row.item, row.claims, stage)

    return (
        Column(f"{name}_min", "whole", lambda row: number(row).min),
        Column(f"{name}_max", "whole", lambda row: number(row).max),
        Column(f"{name}_unit", "text", lambda row: number(row).unit),
        Column(f"{name}_uncertain", "truth", lambda row: number(row).uncertain),
    )


COLUMNS: tuple[Column, ...] = (
    Column("deal", "text", lambda row: row.deal.id),
    Column("kind", "text", lambda row: row.deal.kind),
    *map(_role, _ALL_ROLES),
    Column("item", "text", lambda row: row.item.text or None),
    Column("category", "text", lambda row: row.item.category),
    Column("system", "text", lambda row: row.item.system),
    Column("system_name", "text", lambda row: system_name(row.item.system)),
    Column("in_trade_register_scope", "text", lambda row: scope(row.deal, row.item.category).answer),
    Column("scope_rule", "text", lambda row: scope(row.deal, row.item.category).rule),
    Column("stage", "text", lambda row: row.deal.stage),
    Column("certainty", "text", lambda row: row.deal.certainty),
    Column("status", "text", lambda row: row.deal.status),
    Column("credibility", "whole", lambda row: row.deal.credibility),
    Column("credibility_rule", "text", lambda row: row.deal.credibility_rule),
    *_counts("ordered", "order"),
    *_counts("delivered", "delivery"),
    Column("quantities", "texts", lambda row: figures.all_numbers(row.deal, row.item)),
    Column("order_year", "whole", lambda row: next(iter(figures.order_year(row.deal).years), None)),
    Column("order_year_uncertain", "truth", lambda row: figures.order_year(row.deal).uncertain),
    Column("delivery_years", "wholes", lambda row: list(figures.delivery_years(row.deal).years)),
    Column("delivery_years_uncertain", "truth", lambda row: figures.delivery_years(row.deal).uncertain),
    Column("amount", "decimal", lambda row: (money := figures.worth(row.deal).money) and money.amount),
    Column("currency", "text", lambda row: (money := figures.worth(row.deal).money) and money.currency),
    Column("amount_uncertain", "truth", lambda row: figures.worth(row.deal).uncertain),
    Column("values", "texts", lambda row: list(figures.worth(row.deal).reported)),
    Column("conflicts", "texts", lambda row: list(dict.fromkeys(conflict.field for conflict in row.deal.conflicts))),
    Column("first_reported", "text", lambda row: row.deal.first_reported),
    Column("independent_origins", "whole", lambda row: row.deal.independent_origins),
    Column("origins", "texts", lambda row: list(row.deal.origins)),
    Column("denied_by", "texts", lambda row: [actor.id for actor in row.deal.denied_by]),
    Column("claims", "texts", lambda row: list(row.deal.claims)),
    Column("documents", "texts", lambda row: list(row.deal.documents)),
)
