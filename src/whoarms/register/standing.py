"""How a deal stands: how far it has come, how surely, who denies it."""

from collections.abc import Sequence

from whoarms.model import STAGES, Actor, Certainty, Claim, Stage
from whoarms.register.dates import day_span
from whoarms.register.order import age
from whoarms.register.values import DealStatus, Report

_ASSERTING: tuple[Certainty, ...] = ("asserted", "possible", "planned")
_SURENESS: tuple[tuple[Certainty, ...], ...] = (
    ("asserted", "possible"),
    ("planned",),
    ("unconfirmed", "denied"),
)


def asserts(claim: Claim) -> bool:
    """Say whether a claim speaks for its deal; a denial and a "cannot confirm" do not."""
    return claim.certainty in _ASSERTING


def latest(deal: Sequence[Report]) -> tuple[Stage | None, Certainty]:
    """Give the latest stage and how surely it is claimed.

    Only the surest claims count: what is asserted or possible, else what is planned, else the rest. Stages
    are in order; cancelled comes last only where no later claim says otherwise.
    """
    best = next(chosen for level in _SURENESS if (chosen := [r for r in deal if r.claim.certainty in level]))
    stage = _latest_stage(best)
    sure = {report.claim.certainty for report in best if report.claim.stage == stage}
    return stage, next(certainty for level in _SURENESS for certainty in level if certainty in sure)


def status(deal: Sequence[Report], origins: int) -> DealStatus:
    """Say how the claims of a deal stand to each other, `origins` being those that assert it."""
    asserted = any(asserts(report.claim) for report in deal)
    if any(report.claim.certainty == "denied" for report in deal):
        return "contested" if asserted else "denied"
    if latest(deal)[0] == "cancelled" and asserted:
        return "cancelled"
    if confirmed_by_party(deal):
        return "confirmed_by_party"
    return "corroborated" if origins > 1 else "reported"


def confirmed_by_party(deal: Sequence[Report]) -> bool:
    """Say whether somebody who speaks for a party to the deal asserts it."""
    parties = {actor.id for report in deal for actors in report.claim.roles.values() for actor in actors}
    return any(_speaker(report.claim) in parties for report in deal if asserts(report.claim))


def deniers(deal: Sequence[Report]) -> tuple[Actor, ...]:
    """Name who denies a deal: the actor that the denial speaks for, else its source, else its outlet."""
    names = {actor.id: actor.name for r in deal for actors in r.claim.roles.values() for actor in actors}
    found: dict[str, Actor] = {}
    for report in deal:
        if report.claim.certainty == "denied":
            denier = _denier(report, names)
            found.setdefault(denier.id, denier)
    return tuple(found.values())


def _denier(report: Report, names: dict[str, str]) -> Actor:
    if not report.claim.sources:
        outlet = report.document.outlet or report.document.id
        return Actor(id=outlet, name=outlet, text=outlet)
    source = report.claim.sources[-1]
    known = source.actor or source.text
    return Actor(id=known, name=names.get(known, known), text=source.text)


def _speaker(claim: Claim) -> str | None:
    """Give the actor for whom a claim's source speaks: an official, a company or a document of it."""
    source = claim.sources[-1] if claim.sources else None
    return source.actor if source and source.type in ("official", "company", "document") else None


def _latest_stage(reports: Sequence[Report]) -> Stage | None:
    staged = [report for report in reports if report.claim.stage]
    if not staged:
        return None
    last = max(staged, key=lambda report: (_day(report), report.claim.stage == "cancelled"))
    if last.claim.stage == "cancelled":
        return "cancelled"
    reached = [STAGES.index(r.claim.stage) for r in staged if r.claim.stage and r.claim.stage != "cancelled"]
    return STAGES[max(reached)]


def _day(report: Report) -> str:
    """Give the first day of the event, else the day of publication, `9999` for neither."""
    said = report.claim.when and day_span(report.claim.when.start)
    return said[0].isoformat() if said else age(report)[0]
