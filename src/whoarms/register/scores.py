"""How well a claim fits a deal, from 0 to 1, with the reasons in words."""

from collections.abc import Sequence

import msgspec

from whoarms.model import ROLES
from whoarms.register.amounts import money, numbers, same_number
from whoarms.register.goods import ACCESSORIES, cousins
from whoarms.register.points import Points
from whoarms.register.profile import Profile
from whoarms.register.times import timing
from whoarms.register.traits import Traits

SAME = 0.6
"""From this score on, a claim is of the deal."""
DIFFERENT = 0.4
"""Below this score it is not; between the two, a person is asked."""

_START = 0.35
"""What two reports of one kind have in common before anything else is known of them."""


class Match(msgspec.Struct, frozen=True):
    """How well a claim fits a deal, 0 to 1, and why."""

    score: float
    reasons: tuple[str, ...]


def score(claim: Traits, deal: Profile) -> Match:
    """Say how well a claim fits a deal; 0 where it cannot be of it."""
    points = weigh(claim, deal)
    return Match(0.0, ("another kind, other parties or other goods",)) if points is None else as_match(points)


def as_match(points: Sequence[Points]) -> Match:
    """Sum up reasons."""
    total = sum(point.weight for point in points)
    return Match(round(min(1.0, max(0.0, total)), 2), tuple(point.reason for point in points if point.reason))


def weigh(claim: Traits, deal: Profile) -> list[Points] | None:
    """Give all reasons for and against a claim being of a deal; None where it cannot be.

    It cannot where kind, parties or goods contradict each other, or nobody is named by both.
    """
    parties = _parties(claim, deal) if claim.kind == deal.kind else None
    if parties is None:
        return None
    items = _items(claim, deal)
    if items is None:
        return None
    start = [Points(_START, ""), parties, items, _purpose(claim, deal)]
    return [*start, timing(claim, deal), numbers(claim, deal), money(claim, deal), _page(claim, deal)]


def _parties(claim: Traits, deal: Profile) -> Points | None:
    """Compare who takes part; whoever a claim names must be in one line with what each claim of the deal names."""
    alike = parts = unknown = 0
    for role in ROLES[claim.kind]:
        actors, others = claim.roles.get(role), deal.roles.get(role)
        if not actors or not others:
            unknown += bool(actors or others)
        elif others == {actors}:
            alike += 1
        elif all(actors <= other or other <= actors for other in others):
            parts += 1
        else:
            return None
    if not alike and not parts:
        return None
    if unknown:
        return Points(0.05, "one names a party that the other does not")
    return Points(0.1, "one names more parties") if parts else Points(0.2, "the same parties")


def _items(claim: Traits, deal: Profile) -> Points | None:
    a, b = claim.systems, deal.systems
    if not a or not b:
        return Points(0.05, "one does not say what it is about") if a or b else Points(0.1, "")
    common = {name for names in a.values() for name in names if name in deal.names}
    if common:
        return Points(0.3, f"the same system ({', '.join(sorted(common))})")
    shared = [category for category in a if category in b]
    if any(not (a[category] and b[category]) for category in shared):
        return Points(0.15, f"the same category ({', '.join(sorted(shared))})")
    return None if shared else _no_category_shared(claim, deal)


def _no_category_shared(claim: Traits, deal: Profile) -> Points | None:
    if claim.document in deal.documents and claim.systems.keys() <= ACCESSORIES:
        return Points(0.05, "goods that go with it, in the same document")
    if any(not cousins(mine).isdisjoint(deal.systems) for mine in claim.systems):
        return Points(-0.15, "categories that are easily confused")
    return None


def _purpose(claim: Traits, deal: Profile) -> Points:
    """Keep samples, loans and follow-on orders apart from the deal beside them.

    Not every report says that a sample is one: without the words, its number shows it.
    """
    if claim.purposes in deal.purposes:
        return Points(0.0, "")
    said = sorted(claim.purposes.union(*deal.purposes))
    alike = not claim.numbers or any(same_number(number, deal) for number in claim.numbers)
    if not claim.purposes and alike:
        return Points(-0.1, f"only one speaks of a {' or '.join(said)}")
    return Points(-0.4, f"only one speaks of a {' or '.join(said)}")


def _page(claim: Traits, deal: Profile) -> Points:
    return Points(0.05, "the same document") if claim.document in deal.documents else Points(0.0, "")
