"""Whether a row is in the scope of the trade register of arms transfers.

The rules are those that SIPRI gives with its register of transfers of major weapons: twelve categories with
bounds of size, only what is ordered or delivered, no small arms, trucks, components, services or training. A claim
seldom tells a size, so a category with a bound is in scope where most of its systems are over it, else unclear.
"""

from typing import Literal, NamedTuple

from whoarms.model import Category
from whoarms.register import Deal

Answer = Literal["yes", "no", "unclear"]


class Scope(NamedTuple):
    """The answer, and the rule that gives it."""

    answer: Answer
    rule: str


_RULES: dict[Category, Scope] = {
    "aircraft": Scope("yes", "aircraft"),
    "helicopter": Scope("yes", "aircraft"),
    "uav": Scope("yes", "unmanned aircraft of 20 kg and more"),
    "air_defence": Scope("yes", "air-defence systems and their missiles"),
    "missile": Scope("yes", "guided missiles"),
    "bomb": Scope("unclear", "guided bombs only"),
    "artillery": Scope("yes", "artillery of 100 mm and more"),
    "armoured_vehicle": Scope("yes", "armoured vehicles"),
    "vehicle": Scope("no", "no trucks"),
    "ship": Scope("yes", "ships of 100 t and more, or armed"),
    "submarine": Scope("yes", "ships"),
    "naval_weapon": Scope("yes", "naval and anti-submarine weapons"),
    "sensor": Scope("unclear", "sensors with a range of 25 km and more"),
    "electronic_warfare": Scope("unclear", "sensors with a range of 25 km and more"),
    "engine": Scope("unclear", "engines of combat aircraft, large ships and armoured vehicles"),
    "satellite": Scope("unclear", "reconnaissance satellites only"),
    "launcher": Scope("no", "no space launchers"),
    "ammunition": Scope("no", "no unguided ammunition"),
    "small_arms": Scope("no", "no small arms"),
    "training_system": Scope("no", "no training"),
    "components": Scope("no", "no components"),
    "dual_use": Scope("no", "no dual-use goods"),
    "service": Scope("no", "no services"),
    "other": Scope("unclear", "turrets and refuelling systems only"),
    "unspecified": Scope("unclear", "the arms are not named"),
}


def scope(deal: Deal, category: Category | None) -> Scope:
    """Say whether an item of a deal is in the trade register's scope."""
    if deal.kind not in ("transfer", "production"):
        return Scope("no", f"no {deal.kind}")
    if deal.stage == "cancelled":
        return Scope("no", "cancelled")
    if not any(_is_made(deal)):
        return Scope("no", "neither ordered nor delivered")
    return _RULES[category or "unspecified"]


def _is_made(deal: Deal) -> list[bool]:
    return [one.stage in ("order", "delivery") and one.certainty in ("asserted", "possible") for one in deal.stages]
