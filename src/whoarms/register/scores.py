"""How well a claim fits a deal, from 0 to 1, with the reasons in words."""

from collections.abc import Mapping, Sequence, Set

import msgspec

from whoarms.register.amounts import money, numbers
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
_ACCESSORIES = {"other", "components", "service", "training_system", "ammunition"}
"""What goes with a weapon in one deal."""
_COUSINS = (
    {"vehicle", "armoured_vehicle"},
    {"missile", "air_defence"},
    {"missile", "ammunition"},
    {"missile", "bomb"},
    {"missile", "artillery"},
    {"artillery", "ammunition"},
    {"artillery", "armoured_vehicle"},
    {"aircraft", "uav"},
    {"aircraft", "helicopter"},
    {"uav", "missile"},
    {"sensor", "air_defence"},
    {"ship", "submarine"},
)
"""Categories that one thing is easily put in."""


class Match(msgspec.Struct, frozen=True):
    """How well a claim fits a deal, 0 to 1, and why."""

    score: float
    reasons: tuple[str, ...]


def score(claim: Traits, deal: Profile) -> Match:
    """Say how well a claim fits a deal; 0 where it cannot be of it."""
    points = weigh(claim, deal)
    return Match(0.0, ("other parties or another kind",)) if points is None else as_match(points)


def as_match(points: Sequence[Points]) -> Match:
    """Sum up reasons."""
    total = sum(point.weight for point in points)
    return Match(round(min(1.0, max(0.0, total)), 2), tuple(point.reason for point in points if point.reason))


def weigh(claim: Traits, deal: Profile) -> list[Points] | None:
    """Give all reasons for and against a claim being of a deal; None where it cannot be.

    It cannot where kind or parties contradict each other, or nobody is named by both.
    """
    parties = _parties(claim.roles, deal.roles)
    if claim.kind != deal.kind or parties is None:
        return None
    start = [Points(_START, ""), parties, _items(claim, deal), _purpose(claim, deal)]
    return [*start, timing(claim, deal), numbers(claim, deal), money(claim, deal), _page(claim, deal)]


def _parties(a: Mapping[str, Set[str]], b: Mapping[str, Set[str]]) -> Points | None:
    alike = parts = unknown = 0
    for role in sorted(a.keys() | b.keys()):
        one, other = a.get(role, frozenset()), b.get(role, frozenset())
        if not one or not other:
            unknown += bool(one or other)
        elif one == other:
            alike += 1
        elif one <= other or other <= one:
            parts += 1
        else:
            return None
    if not alike and not parts:
        return None
    if unknown:
        return Points(0.05, "one names a party that the other does not")
    return Points(0.1, "one names more parties") if parts else Points(0.2, "the same parties")


def _items(claim: Traits, deal: Profile) -> Points:
    a, b = claim.systems, deal.systems
    if not a or not b:
        return Points(0.05, "one does not say what it is about") if a or b else Points(0.1, "")
    theirs = set().union(*b.values())
    if common := sorted(set().union(*a.values()) & theirs):
        return Points(0.3, f"the same system ({', '.join(common)})")
    shared = sorted(a.keys() & b.keys())
    if any(not (a[category] and b[category]) for category in shared):
        return Points(0.15, f"the same category ({', '.join(shared)})")
    if shared:
        return Points(-0.4, "other systems of the category")
    return _no_category_shared(claim, deal)


def _no_category_shared(claim: Traits, deal: Profile) -> Points:
    if claim.document in deal.documents and claim.systems.keys() <= _ACCESSORIES:
        return Points(0.05, "goods that go with it, in the same document")
    if any({mine, other} in _COUSINS for mine in claim.systems for other in deal.systems):
        return Points(-0.1, "categories that are easily confused")
    return Points(-0.5, "other categories")


def _purpose(claim: Traits, deal: Profile) -> Points:
    """Keep samples, loans and follow-on orders apart from the deal beside them."""
    if claim.purposes in deal.purposes:
        return Points(0.0, "")
    said = sorted(claim.purposes.union(*deal.purposes))
    if not claim.purposes:
        return Points(-0.1, f"only one speaks of a {' or '.join(said)}")
    return Points(-0.4, f"only one speaks of a {' or '.join(said)}")


def _page(claim: Traits, deal: Profile) -> Points:
    return Points(0.05, "the same document") if claim.document in deal.documents else Points(0.0, "")
