"""Which PLOVER event a claim is: who acts, on whom, in which mode and context."""

import re
from typing import NamedTuple

from whoarms.model import ROLES, Actor, Claim, Kind

_SCALE = {
    "AGREE": 2.5,
    "CONSULT": 2.5,
    "SUPPORT": 5.0,
    "COOPERATE": 9.5,
    "AID": 10.0,
    "RETREAT": 6.5,
    "SANCTION": -6.0,
    "COERCE": -7.0,
}
"""The scores of the manual; MOBILIZE has none here, see `coded`."""
_QUAD = {"AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "SANCTION": 4, "COERCE": 4}
_BECOME_AGREE = ("CONSULT", "SUPPORT", "COOPERATE", "AID")
_NEED_RECIPIENT = ("COOPERATE", "AID", "SANCTION")
_CONTEXTS: dict[Kind, tuple[str, ...]] = {
    "launch": ("technology",),
    "agreement": ("military", "diplomatic"),
    "intelligence": ("intelligence",),
    "aid": ("military", "economic"),
    "sanction": ("economic",),
    "seizure": ("trafficking",),
}
_GIVEN = re.compile(
    r"\b(?:donat\w+|gift(?:s|ed)?|grants?|granted|free of charge|(?:military|security|lethal) (?:aid|assistance))\b",
    re.IGNORECASE,
)


class Coding(NamedTuple):
    """An event with its actors; `quad` and `scale` are None where they would mislead."""

    event: str
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    auxiliary: tuple[str, ...] = ()
    quad: int | None = None
    scale: float | None = None

    @property
    def requires_recipient(self) -> bool:
        """Say whether the manual requires a recipient of this event."""
        return self.event in _NEED_RECIPIENT


def coded(claim: Claim) -> Coding | None:
    """Code a claim, or give None for the kinds that are no event between two actors.

    What is planned and cooperative is AGREE, as the manual says; other plans and denials keep their event and an
    auxiliary mode. A denied event has no quad code and no score; nor has a deployment, for whether the host has
    agreed to it is not known.
    """
    event, modes = _event(claim)
    if not event:
        return None
    planned, denied = claim.certainty == "planned", claim.certainty == "denied"
    if planned and event in _BECOME_AGREE:
        event, planned = "AGREE", False
    actors, recipients = _sides(claim, event)
    return Coding(
        event,
        actors,
        recipients,
        modes,
        _CONTEXTS.get(claim.kind, ("military",)),
        ("negation",) * denied + ("future",) * planned,
        None if denied else _QUAD.get(event),
        None if denied else _SCALE.get(event),
    )


def _event(claim: Claim) -> tuple[str, tuple[str, ...]]:
    cancelled = claim.stage == "cancelled"
    match claim.kind:
        case "transfer" | "production":
            return _of_transfer(claim)
        case "agreement":
            return ("SANCTION", ("discontinue",)) if cancelled else (_of_agreement(claim), ())
        case "sanction":
            return ("RETREAT", ()) if cancelled else ("SANCTION", ("discontinue",))
        case "training" | "aid":
            return "AID", ()
        case "launch" | "exercise" | "intelligence":
            return "COOPERATE", ()
        case "deployment":
            return "MOBILIZE", ("troops",)
        case "seizure":
            return "COERCE", ("seize",)
        case _:
            return "", ()


def _of_transfer(claim: Claim) -> tuple[str, tuple[str, ...]]:
    match claim.stage:
        case "talks":
            return "CONSULT", ()
        case "approval" | "order":
            return "AGREE", ()
        case "cancelled":
            return "SANCTION", ("discontinue",)
        case _:
            return ("AID" if _is_given(claim) else "COOPERATE"), ()


def _of_agreement(claim: Claim) -> str:
    return "CONSULT" if claim.stage == "talks" else "SUPPORT"


def _is_given(claim: Claim) -> bool:
    """Say whether the words of a transfer call it a gift."""
    return claim.value is None and any(_GIVEN.search(evidence.quote) for evidence in claim.evidence)


def _sides(claim: Claim, event: str) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Give who acts and on whom; parties to a mutual act stand on both sides where a recipient is required."""
    first, *others = (claim.roles.get(role, ()) for role in ROLES[claim.kind])
    if claim.kind in ("agreement", "exercise"):
        return first, first if event in _NEED_RECIPIENT and len(first) > 1 else ()
    if event == "CONSULT":
        return tuple(actor for side in (first, *others) for actor in side), ()
    if claim.kind == "deployment":
        return first, ()
    return first, tuple(actor for side in others for actor in side)
