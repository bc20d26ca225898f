"""One reason for or against two reports being about one deal."""

from typing import NamedTuple


class Points(NamedTuple):
    """How much a reason weighs, and the reason in words (empty where there is nothing to say)."""

    weight: float
    reason: str
