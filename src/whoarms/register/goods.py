"""Which categories of goods are taken for each other, and which go along with others."""

from collections.abc import Set
from functools import cache

from whoarms.model import Category

ACCESSORIES: Set[Category] = {"other", "components", "service", "training_system", "ammunition"}
"""What goes with a weapon in one deal."""

_COUSINS: tuple[Set[Category], ...] = (
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


@cache
def cousins(category: Category) -> frozenset[Category]:
    """Give the categories that a thing of this one is easily put in by mistake."""
    return frozenset(other for pair in _COUSINS if category in pair for other in pair if other != category)
