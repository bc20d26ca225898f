"""Who gives what to whom: what deals are found by."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from whoarms.model import Category, Kind
from whoarms.register.sides import Side, side_of
from whoarms.register.values import Deal


class Way(NamedTuple):
    """What deals are found by: a kind, who gives to whom, and a category.

    Without a direction the two are in the order of their ids; without `taker` it is all that `giver` has a part in,
    without `category` it is all goods.
    """

    kind: Kind
    giver: str
    taker: str | None = None
    category: Category | None = None
    directed: bool = True


def pair(kind: Kind, one: str, other: str) -> Way:
    """Give the way between two actors, whoever gives."""
    return Way(kind, min(one, other), max(one, other), directed=False)


def sides(deal: Deal) -> tuple[list[str], list[str], list[str]]:
    """Give the actors on the giving side, on the receiving side, and those of a kind without sides."""
    found: dict[Side, list[str]] = {"supplier": [], "recipient": [], "either": [], "neither": []}
    for role, actors in deal.roles.items():
        found[side_of(deal.kind, role)] += [actor.id for actor in actors]
    return found["supplier"], found["recipient"], found["either"]


def crossed(givers: Sequence[str], takers: Sequence[str]) -> list[tuple[str, str]]:
    """Pair each giver with each taker, nobody with itself."""
    return [(giver, taker) for giver in givers for taker in takers if giver != taker]


def categories(deal: Deal) -> tuple[Category, ...]:
    """Give what a deal is about, as far as it is said."""
    return tuple(dict.fromkeys(item.category for item in deal.items if item.category != "unspecified"))


def ways(deal: Deal) -> Iterator[Way]:
    """Give all ways that a deal is on, each once."""
    givers, takers, parties = sides(deal)
    yield from (Way(deal.kind, actor, directed=False) for actor in {*givers, *takers, *parties})
    yield from {pair(deal.kind, one, other) for one, other in combinations(parties, 2)}
    pairs, named = crossed(givers, takers), categories(deal)
    yield from {pair(deal.kind, giver, taker) for giver, taker in pairs}
    for giver, taker in pairs:
        yield Way(deal.kind, giver, taker)
        yield from (Way(deal.kind, giver, taker, category) for category in named)
