"""Which deals are worth comparing with a claim: an index, so that not all are compared with all."""

from collections import defaultdict
from collections.abc import Iterator, Set
from itertools import product

from whoarms.model import ROLES
from whoarms.register.traits import Traits

_ANYBODY = "*"
_REACH = 8
"""How many years from its own time a claim is looked for."""

_Key = tuple[str, ...]


class Blocks:
    """Deals by kind, actors and year."""

    def __init__(self) -> None:
        """Start empty."""
        self._deals: dict[_Key, dict[int | None, set[int]]] = defaultdict(lambda: defaultdict(set))

    def add(self, claim: Traits, deal: int) -> None:
        """Say that a deal holds a claim."""
        years = _years(claim, 0)
        for key in _keys(claim, [{*actors, _ANYBODY} if actors else {""} for actors in _roles(claim)]):
            for year in years or (None,):
                self._deals[key][year].add(deal)

    def near(self, claim: Traits) -> set[int]:
        """Find the deals that share an actor in each role that both fill, and lie within reach in time."""
        wanted = _years(claim, _REACH)
        found: set[int] = set()
        for key in _keys(claim, [{*actors, ""} if actors else {"", _ANYBODY} for actors in _roles(claim)]):
            years = self._deals.get(key)
            if years is not None:
                found.update(*(years.get(year, ()) for year in ((*wanted, None) if wanted else years)))
        return found


def _roles(claim: Traits) -> list[Set[str]]:
    return [claim.roles.get(role, frozenset()) for role in ROLES[claim.kind]]


def _keys(claim: Traits, choices: list[set[str]]) -> Iterator[_Key]:
    """Combine the choices for each role; a key that names nobody is none."""
    for actors in product(*choices):
        if any(actor not in ("", _ANYBODY) for actor in actors):
            yield claim.kind, *actors


def _years(claim: Traits, reach: int) -> range | None:
    if claim.span is None:
        return None
    return range(claim.span[0].year - reach, claim.span[1].year + reach + 1)
