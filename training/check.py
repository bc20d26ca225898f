"""Faults of gold records against docs/claims.md: `python -m training.check` prints them; exit 1 if any."""

import re
import sys
from collections.abc import Iterator

from training.corpus import HERE, Record, load_jsonl
from whoarms.model import CATEGORIES, CERTAINTIES, KINDS, ROLES, STAGES

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_WHEN = re.compile(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?")
_STAGED = {
    "transfer": STAGES,
    "production": STAGES,
    "sanction": (None, "talks", "cancelled"),
    "agreement": (None, "talks", "cancelled"),
}


def main() -> None:
    """Check every record of the corpus."""
    found = list(corpus_faults())
    print("\n".join(found) or "no faults")
    sys.exit(bool(found))


def corpus_faults() -> Iterator[str]:
    """Yield a line for each fault of the corpus and of the annotations, and for each id that stands twice."""
    seen: set[str] = set()
    for folder in ("corpus", "annotations"):
        for path in sorted((HERE / folder).glob("*.jsonl")):
            for record in load_jsonl(path):
                yield from (f"{path.name}: {record['id']}: {fault}" for fault in faults(record))
                if record["id"] in seen:
                    yield f"{path.name}: {record['id']}: this id stands twice"
                seen.add(record["id"])


def faults(record: Record) -> Iterator[str]:
    """Yield the faults of one gold record, or of one annotation (its evidence is [start, end] in the passage)."""
    if not _DATE.fullmatch(record["published"] or ""):
        yield f"published {record['published']!r}"
    for number, claim in enumerate(record["claims"]):
        yield from (f"claim {number}: {fault}" for fault in _claim_faults(claim))
        evidence = claim["evidence"]
        if "text" in record and (not evidence or evidence not in f"{record['title']}\n{record['text']}"):
            yield f"claim {number}: evidence is not in the text: {evidence!r}"
        if (
            "span" in record
            and evidence
            and not 0 <= evidence[0] < evidence[1] <= record["span"][1] - record["span"][0]
        ):
            yield f"claim {number}: evidence {evidence} lies outside the passage"


def _claim_faults(claim: Record) -> Iterator[str]:
    kind = claim.get("kind")
    if kind not in KINDS:
        yield f"kind {kind!r}"
        return
    if claim.get("stage") not in _STAGED.get(kind, (None,)):
        yield f"stage {claim.get('stage')!r} of {kind}"
    if claim.get("certainty") not in CERTAINTIES:
        yield f"certainty {claim.get('certainty')!r}"
    for role in ROLES[kind]:
        if not isinstance(claim.get(role), list):
            yield f"{role} is no list: {claim.get(role)!r}"
    for item in claim.get("items") or []:
        if item.get("category") not in CATEGORIES or not item.get("text"):
            yield f"item {item!r}"
    if claim.get("when") is not None and not _WHEN.fullmatch(claim["when"]):
        yield f"when {claim['when']!r}"
    value = claim.get("value")
    if value is not None and not (
        isinstance(value["amount"], int | float) and re.fullmatch("[A-Z]{3}", value["currency"])
    ):
        yield f"value {value!r}"


if __name__ == "__main__":
    main()
