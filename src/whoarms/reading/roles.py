"""Who fills the roles of a claim, from the chances of every naming of an actor."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from whoarms.model import ROLES, Kind
from whoarms.reading.passage import Passage

Chances = Mapping[int, float]
"""The chance that an actor candidate, by its number, fills a role."""

_SURE = 0.5
_LEAST = 0.08
_LEAST_PARTY = 0.2
_LEAST_LISTED = 0.15
_PAIR = 2
_IN_A_LIST = re.compile(r"\s*(?:,|and|or|&|as well as|along with)(?:\s+and)?\s+(?:the\s+)?")


class Filled(NamedTuple):
    """For each role the candidates that fill it; from 0 to 1, how doubtful they are and how strong their rivals."""

    roles: dict[str, tuple[int, ...]]
    doubt: float
    rivalry: float


def fill_roles(passage: Passage, kind: Kind, chances: Mapping[str, Chances]) -> Filled:
    """Choose for each role the candidates that fill it.

    The likeliest pairs of role and actor go first. A role stays empty only where nobody is at all likely; one actor
    does not stand in two roles, but in production; the actors of a list ("A, B and C") are chosen together.
    """
    actors = {role: _by_actor(passage, chances[role]) for role in ROLES[kind]}
    pairs = [(chance, role, id_, number) for role in actors for id_, (chance, number) in actors[role].items()]
    chosen: dict[str, list[int]] = {role: [] for role in ROLES[kind]}
    doubts = dict.fromkeys(ROLES[kind], 1.0)
    taken: set[str] = set()
    for chance, role, id_, number in sorted(pairs, reverse=True):
        if chance > _least(role, len(chosen[role])) and (kind == "production" or id_ not in taken):
            doubts[role] = min(doubts[role], 1 - chance)
            chosen[role].append(number)
            taken.add(id_)
    rivalry = [_rivalry(actors[role], sum(chances[role][n] for n in chosen[role]), taken) for role in actors]
    for role, numbers in chosen.items():
        numbers += _listed_with(passage, numbers, chances[role], taken)
    roles = {role: tuple(numbers) for role, numbers in chosen.items()}
    return Filled(roles, sum(doubts.values()) / len(doubts), sum(rivalry) / len(rivalry))


def _rivalry(actors: Mapping[str, tuple[float, int]], chosen: float, taken: set[str]) -> float:
    """The share of the chances in a role that those have who were chosen for none; `chosen` is the others' share."""
    rest = sum(chance for id_, (chance, _) in actors.items() if id_ not in taken)
    return rest / (chosen + rest) if chosen else 1.0


def _least(role: str, held: int) -> float:
    """The least chance of one more actor in a role that holds some already."""
    if held == 0:
        return _LEAST
    return _LEAST_PARTY if role == "parties" and held == 1 else _SURE


def _by_actor(passage: Passage, chances: Chances) -> dict[str, tuple[float, int]]:
    """For each actor its likeliest naming: (chance, number)."""
    best: dict[str, tuple[float, int]] = {}
    for number, chance in chances.items():
        id_ = passage.candidates.actor[number].value.id
        best[id_] = max(best.get(id_, (-1.0, 0)), (chance, number))
    return best


def _listed_with(passage: Passage, kept: list[int], chances: Chances, taken: set[str]) -> list[int]:
    """The actors that stand in a list with those kept; of a list of two, only if it is not unlikely."""
    actors = passage.candidates.actor
    added: list[int] = []
    for number in kept:
        members = _list_around(passage, number)
        for member in members:
            id_ = actors[member].value.id
            if id_ not in taken and (len(members) > _PAIR or chances.get(member, 0.0) > _LEAST_LISTED):
                taken.add(id_)
                added.append(member)
    return added


def _list_around(passage: Passage, number: int) -> range:
    first = last = number
    while _are_listed(passage, first - 1, first):
        first -= 1
    while _are_listed(passage, last, last + 1):
        last += 1
    return range(first, last + 1)


def _are_listed(passage: Passage, first: int, second: int) -> bool:
    actors = passage.candidates.actor
    return (
        first >= 0
        and second < len(actors)
        and bool(_IN_A_LIST.fullmatch(passage.whole, actors[first].end, actors[second].start))
    )
