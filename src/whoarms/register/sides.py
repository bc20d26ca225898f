"""Which side of a deal each role of each kind stands on."""

from typing import Literal

from whoarms.model import ROLES, Kind

Side = Literal["supplier", "recipient", "either", "neither"]


def side_of(kind: Kind, role: str) -> Side:
    """Say on which side a role stands: a trainer counts as supplier, `parties` as either.

    A role that is itself called supplier or recipient stays what it is: in `use` the supplier made the arms
    and the user has received them; who seizes a shipment stands on neither side of it. A role that the kind
    does not have is on neither side.
    """
    if role == "parties":
        return "either"
    if role == "supplier":
        return "supplier"
    if role == "recipient":
        return "recipient"
    others = [name for name in ROLES[kind] if name not in ("supplier", "recipient")]
    free: list[Side] = [side for side in ("supplier", "recipient") if side not in ROLES[kind]]
    return free[others.index(role)] if role in others[: len(free)] else "neither"
