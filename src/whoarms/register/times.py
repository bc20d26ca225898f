"""Does a claim speak of the same time as a deal?"""

from whoarms.model import Kind
from whoarms.register.dates import Span, days_apart
from whoarms.register.points import Points
from whoarms.register.profile import Profile
from whoarms.register.traits import Traits

_YEAR = 365
_NEAR, _FAR, _REMOTE = 183, 548, 1096
"""Half a year, eighteen months, three years: what reports without a date of the event are compared by."""
_MONTH = 31
_LONGEST_WAIT = 8 * _YEAR
"""The longest time from an order to a delivery."""
_ONE_EVENT: dict[Kind, int] = {
    "transfer": _NEAR,
    "production": _YEAR,
    "training": _FAR,
    "launch": _NEAR,
    "agreement": _NEAR,
    "exercise": 61,
    "deployment": _FAR,
    "intelligence": _FAR,
    "aid": _NEAR,
    "sanction": _NEAR,
    "seizure": 61,
}
"""How many days two dates of one event can lie apart, for the haste and the mistakes of reports."""


def timing(claim: Traits, deal: Profile) -> Points:
    """Compare the dates of the same stage, then the order of stages, then how near the reports are."""
    return _order_of_stages(claim, deal) or _same_stage(claim, deal) or _nearness(claim, deal)


def days_off(claim: Traits, deal: Profile) -> int:
    """Count the days between a claim and all that a deal speaks of, 0 where either has no time."""
    return days_apart(claim.span, deal.active) if claim.span and deal.active else 0


def _same_stage(claim: Traits, deal: Profile) -> Points | None:
    if claim.when is None:
        return None
    happened, planned = deal.happened.get(claim.stage, set()), deal.planned.get(claim.stage, set())
    if claim.certainty == "planned" or not happened:
        return _slipped(claim.when, happened | planned)
    apart, allowed = _closest(claim.when, happened), _ONE_EVENT.get(claim.kind, _NEAR)
    if claim.stage == "delivery":
        return _deliveries(apart)
    if apart <= allowed // 2:
        return Points(0.15, "the same date")
    return Points(0.0, f"dates {apart} days apart") if apart <= allowed else Points(-0.45, f"dates {apart} days apart")


def _slipped(when: Span, others: set[Span]) -> Points | None:
    """Compare a plan with plans and with what came of them: plans slip."""
    if not others:
        return None
    apart = _closest(when, others)
    if apart == 0:
        return Points(0.1, "planned for the same time")
    return Points(0.0, "planned times differ") if apart <= _REMOTE else Points(-0.3, "planned for years apart")


def _deliveries(apart: int) -> Points:
    if apart <= _NEAR:
        return Points(0.1, "delivered at the same time")
    if apart <= _REMOTE:
        return Points(0.0, f"deliveries {apart} days apart")
    return Points(-0.3, f"deliveries {apart} days apart")


def _order_of_stages(claim: Traits, deal: Profile) -> Points | None:
    """Find a delivery that would come before its order, or long after it."""
    if claim.certainty == "planned":
        return None
    if claim.stage == "delivery" and (orders := deal.happened.get("order")):
        done = claim.when or claim.published
        return _wait(max(orders), done, bool(claim.when)) if done else None
    if claim.stage == "order" and claim.when and (delivered := deal.happened.get("delivery")):
        return _wait(claim.when, min(delivered), True)
    return None


def _wait(order: Span, delivery: Span, dated: bool) -> Points | None:
    if (order[0] - delivery[1]).days > _MONTH:
        return Points(-0.45, "delivered before it was ordered")
    if not dated:
        return None
    return Points(0.05, "delivered after the order") if days_apart(order, delivery) <= _LONGEST_WAIT else None


def _nearness(claim: Traits, deal: Profile) -> Points:
    if claim.span is None or deal.active is None:
        return Points(0.0, "")
    apart = days_off(claim, deal)
    if apart <= _NEAR:
        return Points(0.1, "near in time")
    if apart <= _FAR:
        return Points(0.0, f"{apart} days apart")
    return Points(-0.15 if apart <= _REMOTE else -0.35, f"{apart} days apart")


def _closest(when: Span, others: set[Span]) -> int:
    return min(days_apart(when, other) for other in others)
