"""Values in words for a person."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from whoarms.model import ROLES, Actor, Kind, Measure, Money, Quantity, Source, When

if TYPE_CHECKING:
    from whoarms.register.values import ReportedQuantity


_HASH_LENGTH, _SHORT_LENGTH = 20, 8


def short_id(id_: str) -> str:
    """Shorten an id made of a hash to what tells it apart, and leave one that a person gave as it is."""
    hashed = len(id_) == _HASH_LENGTH and set(id_) <= set("0123456789abcdef")
    return id_[:_SHORT_LENGTH] if hashed else one_line(id_)


def one_line(text: str) -> str:
    """Put a text on one line, without what could steer a terminal (control and direction characters)."""
    shown = (" " if mark.isspace() else mark for mark in text)
    return " ".join("".join(mark for mark in shown if unicodedata.category(mark) not in _STEERING).split())


_STEERING = {"Cc", "Cf", "Cs"}


def parties(kind: Kind, roles: Mapping[str, Sequence[Actor]]) -> str:
    """Say who gives what to whom; the kind is named unless it is a transfer."""
    names = {role: _names(roles.get(role, ())) for role in ROLES[kind]}
    match kind:
        case "transfer":
            return " → ".join(names.values())
        case "seizure":
            return f"seizure by {names['seizer']}: {names['supplier']} → {names['recipient']}"
        case "use":
            return f"use by {names['user']}, made by {names['supplier']}"
        case _:
            return f"{kind}: {' → '.join(names.values())}"


def _names(actors: Sequence[Actor]) -> str:
    return one_line(", ".join(actor.name for actor in actors)) or "?"


def number(quantity: Quantity | None) -> str:
    """Say how many, as surely as it was said."""
    if quantity is None:
        return ""
    low, high = quantity.min, quantity.max
    about = "about " if quantity.approx else ""
    unit = f" {_plural(one_line(quantity.unit), low, high)}" if quantity.unit else ""
    return f"{about}{_bounds(low, high)}{unit}" if low is not None or high is not None else ""


def _plural(unit: str, low: int | None, high: int | None) -> str:
    """Put a unit into the plural, unless there is one of it or its word ends like a plural already."""
    if (low == high == 1) or unit.endswith("s"):
        return unit
    return re.sub("(?<=[^aeiou])y$", "ie", re.sub("(x|ch|sh)$", r"\1e", unit)) + "s"


def reported(quantity: "ReportedQuantity") -> str:
    """Say how many are reported."""
    return number(Quantity(quantity.min, quantity.max, unit=quantity.unit))


def measured(measure: Measure) -> str:
    """Say what is measured and how much it is."""
    about = "about " if measure.approx else ""
    return one_line(f"{measure.quantity} {about}{_bounds(measure.min, measure.max)} {measure.unit}")


def money(value: Money) -> str:
    """Say an amount with its currency, a round one in millions or billions."""
    size, word = next(
        (pair for pair in _SIZES if value.amount >= pair[0] and _is_round(value.amount / pair[0])), (1, "")
    )
    return f"{one_line(value.currency)} {_figure(value.amount / size)}{word}"


_SIZES = ((1e9, " billion"), (1e6, " million"))


def _is_round(figure: float) -> bool:
    return figure == round(figure, 3)


def speaker(sources: Sequence[Source], outlet: str | None) -> str:
    """Say who says so: the innermost source and through whom, else the document's outlet itself."""
    if not sources:
        return one_line(outlet or "") or "the document itself"
    *through, innermost = (one_line(source.text) for source in sources)
    return f"{innermost}, via {', '.join(reversed(through))}" if through else innermost


def time(when: When) -> str:
    """Say when it was, each end as precise as the text."""
    return one_line(when.start if when.start == when.end else f"{when.start} to {when.end}")


def _bounds(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return f"up to {_figure(high)}" if high is not None else f"at least {_figure(low)}"
    return _figure(low) if low == high else f"{_figure(low)}–{_figure(high)}"


def _figure(value: float | None) -> str:
    return "?" if value is None else f"{value:,.12g}"
