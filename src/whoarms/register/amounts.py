"""Can the numbers and the money of a claim belong to a deal?"""

from whoarms.model import Money
from whoarms.register.dates import days_apart
from whoarms.register.goods import cousins
from whoarms.register.points import Points
from whoarms.register.profile import Profile
from whoarms.register.traits import Number, Traits
from whoarms.register.wording import number_words

_TELLING = 3
"""A number from here on is seldom the same by chance."""
_SAME_MONEY = 0.1
_DISPUTED = 365
"""How many days after a stage was last reported another number is still taken for a correction of it."""


def numbers(claim: Traits, deal: Profile) -> Points:
    """Compare how many: the same number, parts of an order, or numbers that contradict each other."""
    points = [found for number in claim.numbers if (found := _number(claim, number, deal))]
    if not points:
        return Points(0.0, "")
    best = max(points)
    more = sum(0.05 for other in points if other.weight > 0) - (0.05 if best.weight > 0 else 0.0)
    return Points(best.weight + more, best.reason)


def money(claim: Traits, deal: Profile) -> Points:
    """Compare the money, where it is of one currency."""
    value = claim.value
    others = [other for other in deal.values if value and other.currency == value.currency]
    if value is None or not others:
        return Points(0.0, "")
    if any(_same_money(value, other) for other in others):
        return Points(0.2, "the same money")
    return Points(-0.05, "other money")


def _number(claim: Traits, number: Number, deal: Profile) -> Points | None:
    if same_number(number, deal):
        return Points(0.2 if _low(number) >= _TELLING else 0.05, f"the same number ({_words(number)})")
    others = deal.numbers.get((number.category, number.unit))
    if not others:
        return None
    delivers = claim.stage == "delivery"
    alike = [other for stage, other in others if (stage == "delivery") == delivers]
    if any(_meet(number, other) for other in alike):
        return Points(0.05, "numbers that can be one")
    ordered = [number] if not delivers else [other for stage, other in others if stage != "delivery"]
    delivered = [number] if delivers else [other for stage, other in others if stage == "delivery"]
    if ordered and delivered and min(map(_low, delivered)) > max(map(_high, ordered)):
        return Points(-0.15, "more delivered than ordered")
    if alike and not delivers:
        weight = -0.15 if _same_season(claim, deal) else -0.3
        return Points(weight, f"other numbers ({_words(number)}, {', '.join(sorted(map(_words, alike)))})")
    return Points(0.0, "a part of the order" if ordered and delivered else "")


def same_number(number: Number, deal: Profile) -> bool:
    """Say whether a deal has a number, of the same category or of one that is easily mistaken for it."""
    for category in (number.category, *cousins(number.category)):
        others = deal.numbers.get((category, number.unit), ())
        if any((number.min, number.max) == (other.min, other.max) for _, other in others):
            return True
    return False


def _same_season(claim: Traits, deal: Profile) -> bool:
    """Say whether a claim is of the time in which the deal's stage was reported: numbers are disputed then."""
    reported = deal.reported.get(claim.stage)
    return reported is None or claim.span is None or days_apart(claim.span, reported) <= _DISPUTED


def _meet(a: Number, b: Number) -> bool:
    return _low(a) <= _high(b) and _low(b) <= _high(a)


def _low(number: Number) -> float:
    return 0 if number.min is None else number.min


def _high(number: Number) -> float:
    return float("inf") if number.max is None else number.max


def _same_money(a: Money, b: Money) -> bool:
    return abs(a.amount - b.amount) <= _SAME_MONEY * max(a.amount, b.amount)


def _words(number: Number) -> str:
    return number_words(number.min, number.max)
