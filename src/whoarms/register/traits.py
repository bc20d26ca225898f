"""What claims are compared by."""

from collections.abc import Mapping

import msgspec

from whoarms.model import Claim, Kind
from whoarms.register.dates import Span, between, day_span
from whoarms.register.fold import fold
from whoarms.register.values import Report


class Traits(msgspec.Struct, frozen=True):
    """What claims are compared by; `systems` are the known ones of each category that is named."""

    kind: Kind
    roles: Mapping[str, frozenset[str]]
    systems: Mapping[str, frozenset[str]]
    span: Span | None


def traits_of(report: Report) -> Traits:
    """Take from a report what it is compared by."""
    claim = report.claim
    systems: dict[str, set[str]] = {}
    for item in claim.items:
        if item.category != "unspecified":
            systems.setdefault(item.category, set()).update([fold(item.system)] if item.system else [])
    return Traits(
        kind=claim.kind,
        roles={role: frozenset(actor.id for actor in actors) for role, actors in claim.roles.items()},
        systems={category: frozenset(names) for category, names in systems.items()},
        span=_span(claim, day_span(report.document.published)),
    )


def _span(claim: Claim, published: Span | None) -> Span | None:
    """Give the days that a claim speaks of: its own time, else the publication; for plans, both."""
    said = claim.when and between(claim.when.start, claim.when.end)
    if said and published and claim.certainty == "planned":
        return min(said[0], published[0]), max(said[1], published[1])
    return said or published


def merged(a: Traits, b: Traits) -> Traits:
    """Put together what two sets of claims of one kind say."""
    spans = [span for span in (a.span, b.span) if span]
    return Traits(
        kind=a.kind,
        roles=_union(a.roles, b.roles),
        systems=_union(a.systems, b.systems),
        span=(min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None,
    )


def _union(a: Mapping[str, frozenset[str]], b: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    return {name: a.get(name, frozenset()) | b.get(name, frozenset()) for name in a.keys() | b.keys()}
