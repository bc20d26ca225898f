"""Deals that hold claims which a person says are of one deal become one."""

from collections import defaultdict
from collections.abc import Sequence

from whoarms.register.links import Links


def united(deals: Sequence[Sequence[str]], links: Links) -> dict[str, int]:
    """Give for each claim the place of the deal that it is of in the end, by its id.

    `deals` are ids of claims, in no deal two that are judged different. Deals with claims that are judged the
    same are put together whole; where that would join what is judged different, only those claims move.
    """
    claims = [set(deal) for deal in deals]
    teams = [{links.team(claim) for claim in deal} for deal in deals]
    places: dict[str, list[int]] = defaultdict(list)
    for place, names in enumerate(teams):
        for name in names:
            places[name].append(place)
    for name in sorted(name for name, held in places.items() if len(held) > 1):
        home, *others = [place for place in range(len(teams)) if name in teams[place]]
        for other in others:
            parted = any(not links.apart(team).isdisjoint(teams[home]) for team in teams[other])
            moved = {claim for claim in claims[other] if links.team(claim) == name or not parted}
            claims[home] |= moved
            claims[other] -= moved
            teams[home] |= {links.team(claim) for claim in moved}
            teams[other] = {links.team(claim) for claim in claims[other]}
    return {claim: place for place, held in enumerate(claims) for claim in held}
