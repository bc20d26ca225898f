"""What the heads of the network decide, in the order of their outputs."""

from typing import Literal

from whoarms.model import KINDS, ROLES, Kind, Stage
from whoarms.reading.candidates import MentionType

Link = Literal["role", "item", "number", "item_number", "date", "money", "inner", "outer"]

LINKS: dict[Link, MentionType] = {
    "role": "actor",
    "item": "item",
    "number": "number",
    "item_number": "number",
    "date": "date",
    "money": "money",
    "inner": "speaker",
    "outer": "speaker",
}
"""The links from an anchor (for `item_number`: from an item) to the type of mention that it chooses among."""

ROLE_RELATIONS: dict[tuple[Kind, str], int] = {
    pair: number for number, pair in enumerate((kind, role) for kind in KINDS for role in ROLES[kind])
}
STAGE_CLASSES: tuple[Stage | None, ...] = (None, "talks", "approval", "order", "delivery", "cancelled")


def stages_of(kind: Kind) -> tuple[Stage | None, ...]:
    """The stages that a kind may have."""
    if kind in ("transfer", "production"):
        return STAGE_CLASSES[1:]
    return (
        (None, "talks", "cancelled") if kind == "agreement" else (None, "cancelled") if kind == "sanction" else (None,)
    )
