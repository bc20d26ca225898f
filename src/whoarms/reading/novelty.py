"""Words by which a text calls an event new: "for the first time", "unprecedented", "the largest ever"."""

import re

_OWNER = r"(?:its|their|his|\w+(?:'s|’s))"
_PART = (
    r"(?:batch|half|phase|stage|quarter|lot|tranche|of|two|three|four|week|month|year|day|round|step|consignment|"
    r"shipment)"
)
_ACT = r"(?:such|foreign|export|sale|delivery|transfer|contract|order|purchase|deal|exercise|joint|known|recorded)"
_NEW = re.compile(
    r"for the first time|first[- ]ever|first time|"
    rf"{_OWNER} first(?! {_PART})\b(?: [\w-]+){{0,2}}|the first {_ACT}\b(?: [\w-]+){{0,2}}|"
    r"unprecedented|never before|no precedent|without precedent|"
    r"(?:largest|biggest|most)[\w -]{0,24}(?:ever|to date|in (?:its|their|the country's) history)|"
    r"record (?:number|order|sale)",
    re.IGNORECASE,
)


def novelty(sentence: str) -> str | None:
    """Give the first words of a sentence that call its event new, None where none do."""
    found = _NEW.search(sentence)
    return " ".join(found.group().split()) if found else None
