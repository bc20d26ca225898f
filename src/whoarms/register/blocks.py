"""Which deals are worth comparing with a claim: an index, so that not all are compared with all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from whoarms.model import ROLES
from whoarms.register.goods import cousins
from whoarms.register.traits import Traits

_ANY = "*"
_NONE = ""
_REACH, _FAR_REACH = 3, 8
"""How many years from its own time a claim is looked for; further if it gives a date, numbers or money to tell by."""

_Key = tuple[str, ...]


class Blocks:
    """Deals by kind, actors, goods and year, and by document."""

    def __init__(self) -> None:
        """Start empty."""
        self._deals: dict[_Key, dict[int | None, set[int]]] = defaultdict(lambda: defaultdict(set))
        self._documents: dict[str, set[int]] = defaultdict(set)

    def add(self, claim: Traits, deal: int) -> None:
        """Say that a deal holds a claim."""
        self._documents[claim.document].add(deal)
        actors = [{*named, _ANY} if named else {_NONE} for named in _actors(claim)]
        years = _years(claim, 0) or (None,)
        for key in _keys(claim, actors, {*_goods(claim), _ANY}):
            for year in years:
                self._deals[key][year].add(deal)

    def near(self, claim: Traits) -> set[int]:
        """Find the deals that can be the claim's.

        They are in its document, or they share an actor in each role that both fill, and a category or a system
        if both name any, and lie within reach in time.
        """
        wanted = _years(claim, _FAR_REACH if claim.when or claim.numbers or claim.value else _REACH)
        found = set(self._documents.get(claim.document, ()))
        actors = [{*named, _NONE} if named else {_NONE, _ANY} for named in _actors(claim)]
        for key in _keys(claim, actors, _goods_wanted(claim)):
            years = self._deals.get(key)
            if years is not None:
                found.update(*(years.get(year, ()) for year in ((*wanted, None) if wanted else years)))
        return found


def _actors(claim: Traits) -> list[frozenset[str]]:
    return [claim.roles.get(role, frozenset()) for role in ROLES[claim.kind]]


def _goods(claim: Traits) -> set[str]:
    """Give a claim's categories, its systems (`=name`), and the categories without a system (`?category`)."""
    systems = {f"={name}" for names in claim.systems.values() for name in names}
    open_ = {f"?{category}" for category, names in claim.systems.items() if not names}
    return systems.union(open_, claim.systems) or {_NONE}


def _goods_wanted(claim: Traits) -> set[str]:
    """Give the goods of the deals that can be the claim's.

    Where it names a system, these are the ones with that system, or with none in its category; only numbers and
    money can tell that a category was mistaken.
    """
    if not claim.systems:
        return {_ANY}
    named = {category for category, names in claim.systems.items() if names}
    wanted = {_NONE, *(f"?{category}" for category in named), *(claim.systems.keys() - named)}
    wanted.update(f"={name}" for category in named for name in claim.systems[category])
    return wanted.union(*map(cousins, claim.systems)) if claim.numbers or claim.value else wanted


def _keys(claim: Traits, actors: list[set[str]], goods: Iterable[str]) -> Iterator[_Key]:
    """Combine actors and goods; a key that names nobody is none."""
    for named in product(*actors):
        if any(actor not in (_NONE, _ANY) for actor in named):
            yield from ((claim.kind, thing, *named) for thing in goods)


def _years(claim: Traits, reach: int) -> range | None:
    if claim.span is None:
        return None
    return range(claim.span[0].year - reach, claim.span[1].year + reach + 1)
