"""Numbers, money and times in words."""

from whoarms.model import Money, When


def number_words(low: int | None, high: int | None, unit: str | None = None) -> str:
    """Say how many: `40`, `24 to 99`, `up to 200`, `at least 12`, with a unit where there is one."""
    if low == high:
        words = str(low)
    elif low is None:
        words = f"up to {high}"
    else:
        words = f"at least {low}" if high is None else f"{low} to {high}"
    return f"{words} {unit}" if unit else words


def money_words(value: Money) -> str:
    """Say an amount with its currency."""
    return f"{value.currency} {value.amount:,.12g}"


def time_words(when: When) -> str:
    """Say a time as precisely as the text."""
    return when.start if when.start == when.end else f"{when.start} to {when.end}"
