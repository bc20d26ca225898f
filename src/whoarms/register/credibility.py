"""How credible what is reported of a deal is, from 1 to 6.

The grades are those of the credibility of information in NATO's doctrine for intelligence (AJP-2.1, after
STANAG 2511): 1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 truth
cannot be judged. They say nothing of how reliable a source is, which that doctrine grades apart, by letters.
"""

from collections.abc import Iterator, Sequence, Set

from whoarms.model import Certainty, Claim
from whoarms.register.values import Conflict, Credibility

_DETAILS = {"quantity", "value", "date"}

_Rule = tuple[bool, Credibility, str]
"""Whether it holds, the grade that it gives, and why."""


def credibility(
    claims: Sequence[Claim], origins: int, confirmed: bool, conflicts: Sequence[Conflict]
) -> tuple[Credibility, str]:
    """Grade a deal, and say by which rule; the first that holds counts.

    `origins` assert the deal; it is `confirmed` if a party to it is one of them.
    """
    said = {claim.certainty for claim in claims}
    disputed = sorted({conflict.field for conflict in conflicts} & _DETAILS)
    rules = _rules(said, origins > 1, confirmed, " and ".join(disputed))
    return next((grade, rule) for holds, grade, rule in rules if holds)


def _rules(said: Set[Certainty], several: bool, confirmed: bool, disputed: str) -> Iterator[_Rule]:
    denied, doubted = "denied" in said, "unconfirmed" in said
    yield "planned" in said and not said & {"asserted", "possible"}, 6, "it is only planned"
    yield not said & {"asserted", "possible"}, 6, "nobody asserts it"
    yield confirmed and denied and several, 2, "a party confirms it, and so does another origin, though it is denied"
    yield confirmed and denied, 3, "a party confirms it, and it is denied"
    yield confirmed and several and not disputed, 1, "a party confirms it, and so does another origin"
    yield confirmed, 2, "a party confirms it"
    yield denied and several, 4, "it is asserted by more than one origin, and denied"
    yield denied, 5, "it is asserted by one origin, and denied"
    yield doubted and several, 3, "more than one origin asserts it, and somebody cannot confirm it"
    yield doubted, 4, "one origin asserts it, and somebody cannot confirm it"
    yield several and "asserted" not in said, 3, "more than one origin thinks it possible"
    yield several and bool(disputed), 2, f"independent origins assert it, and differ on {disputed}"
    yield several, 1, "independent origins assert it, and nothing contradicts it"
    yield "asserted" in said, 3, "one origin asserts it, and nothing contradicts it"
    yield True, 4, "one origin thinks it possible"
