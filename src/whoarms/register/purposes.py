"""What a claim says of its purpose that makes it a deal of its own, and what is no deal at all."""

import re
from typing import Literal

from whoarms.model import Claim, Kind, Stage
from whoarms.register.dates import Span, between

Purpose = Literal["sample", "loan", "follow-on"]

_SAMPLE = re.compile(
    r"\b(?:samples?|trials?|try(?:ing)?[- ]?outs?|tried out|tested|testing|(?:for|pre-purchase|acceptance) tests?|"
    r"test (?:units?|batch|lot)|evaluat(?:e|ion|ing)|demonstrat(?:or|ors|ion|ions)|demo units?|prototypes?)\b",
    re.IGNORECASE,
)
_LOAN = re.compile(r"\b(?:on loan|loaned|lent|leas(?:e|es|ed|ing)|borrow(?:ed|s|ing)?)\b", re.IGNORECASE)
_FOLLOW_ON = re.compile(
    r"\b(?:follow[- ]?(?:on|up)|repeat|second|third|additional|further|another|extra|more|top-up)\s+"
    r"(?:\w+\s+){0,2}?(?:orders?|contracts?|purchases?|buys?|deals?|batteries|systems|units|aircraft|jets|drones|vehicles|"
    r"tanks|ships|helicopters|missiles|\d+)\b|\b(?:follow[- ]on|repeat order)\b",
    re.IGNORECASE,
)
_BEFORE_DELIVERY: tuple[Stage, ...] = ("talks", "approval", "order", "cancelled")
_SUMMED = re.compile(
    r"\bsince (?:19|20)\d\d\b|\b(?:over|in|during) the (?:past|last) (?:\w+ )?(?:years|decades?)\b|\bdecades?\b|"
    r"\bin total\b|\btotal(?:l?ed|l?ing|s)?\b|\bannual(?:ly)?\b|\b(?:per|a|each|every) year\b|\bcumulative\b|"
    r"\bbetween (?:19|20)\d\d and (?:19|20)\d\d\b|\bfrom (?:19|20)\d\d to (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_NO_DEAL: tuple[Kind, ...] = ("capability", "use")
"""A figure of a weapon and its use in action: nothing passes between two actors in them."""
_YEAR = 366


def purposes_of(claim: Claim) -> frozenset[Purpose]:
    """Tell samples, loans and follow-on orders by the words that carry a claim of a transfer."""
    if claim.kind != "transfer":
        return frozenset()
    words = " ".join(evidence.quote for evidence in claim.evidence)
    found: list[Purpose] = []
    if _SAMPLE.search(words):
        found.append("sample")
    if _LOAN.search(words):
        found.append("loan")
    if claim.stage in _BEFORE_DELIVERY and _FOLLOW_ON.search(words):
        found.append("follow-on")
    return frozenset(found)


def is_deal(claim: Claim) -> bool:
    """Say whether a claim is about a deal: not a figure of a weapon, not its use, and no total of many deals."""
    return claim.kind not in _NO_DEAL and not is_total(claim)


def is_total(claim: Claim) -> bool:
    """Say whether a claim sums up many transfers: arms in general, worth so much, over years.

    A single year is taken for a sum only where not just two parties are named.
    """
    goods = [item for item in claim.items if item.category != "unspecified" or item.quantity]
    if claim.kind != "transfer" or goods or claim.value is None:
        return False
    span = claim.when and between(claim.when.start, claim.when.end)
    days = _days(span) if span else 0
    pair = all(len(claim.roles.get(role, ())) == 1 for role in ("supplier", "recipient"))
    return days > _YEAR or (days >= _YEAR - 1 and not pair) or any(_SUMMED.search(e.quote) for e in claim.evidence)


def _days(span: Span) -> int:
    return (span[1] - span[0]).days + 1
