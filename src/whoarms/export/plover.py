"""Claims as event records of PLOVER (draft 2.0 of its manual), one JSON object a line.

Halterman, Bagozzi, Beger, Schrodt and Scarborough: PLOVER and POLECAT: A New Political Event Ontology and Dataset
(2023); the manual at <https://github.com/openeventdata/PLOVER>.
"""

from collections import Counter

import msgspec

from whoarms.export.names import is_state
from whoarms.export.plover_coding import Coding, coded
from whoarms.export.plover_entities import Entity, entity
from whoarms.export.selection import Exported, Selection
from whoarms.model import Claim, Document, Source
from whoarms.register import Deal, Report
from whoarms.register.dates import Span, between, day_span

_CODEBOOK = "PLOVER draft 2.0"
_UNCODED = "claims of a kind that PLOVER has no event for (use, capability)"
_NO_ACTOR = "claims without an actor on the acting side, or without the recipient that their event requires"
_NO_DATE = "claims without any date, of the event or of publication"


class _Ours(msgspec.Struct, frozen=True, omit_defaults=True):
    """What PLOVER has no field for."""

    kind: str
    stage: str | None
    certainty: str
    auxiliary_mode: tuple[str, ...]
    date_basis: str
    date_precision: str
    items: tuple[str, ...]
    sources: tuple[Source, ...]
    deal_status: str | None


class _Text(msgspec.Struct, frozen=True):
    start: int
    end: int


class _Cited(msgspec.Struct, frozen=True, omit_defaults=True):
    citation: str
    url: str | None = None
    title: str | None = None
    language: str | None = None
    publication: str | None = None
    coder: str = ""
    codebook: str = ""


class _Record(msgspec.Struct, frozen=True, omit_defaults=True):
    """A record with the names of the manual; what is not known is left out."""

    id: str
    date: str
    actor: tuple[Entity, ...]
    event: tuple[str, ...]
    enddate: str | None = None
    recipient: tuple[Entity, ...] = ()
    event_loc: dict[str, str] | None = None
    event_text: tuple[str, ...] = ()
    quad_code: int | None = None
    event_scale: float | None = None
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    link: str | None = None
    text_info: _Text | None = None
    cite_info: _Cited | None = None
    whoarms: _Ours | None = None


def plover(selection: Selection) -> Exported:
    """Write an event record for each claim that PLOVER can code."""
    left_out: Counter[str] = Counter()
    lines: list[bytes] = []
    for report, deal in selection.told():
        made = _record(report, deal)
        if isinstance(made, _Record):
            lines.append(msgspec.json.encode(made) + b"\n")
        else:
            left_out[made] += 1
    return Exported(b"".join(lines).decode(), left_out)


def _record(report: Report, deal: Deal | None) -> _Record | str:
    """Code a claim, or say why it cannot be coded."""
    claim, document = report.claim, report.document
    coding, dated = coded(claim), _dated(claim, document)
    if coding is None:
        return _UNCODED
    if not coding.actors or (coding.requires_recipient and not coding.recipients):
        return _NO_ACTOR
    if dated is None:
        return _NO_DATE
    (first, last), basis, precision = dated
    return _Record(
        id=claim.id,
        date=first.isoformat(),
        enddate=last.isoformat() if last != first else None,
        actor=tuple(map(entity, coding.actors)),
        recipient=tuple(map(entity, coding.recipients)),
        event=(coding.event,),
        event_loc=_place(claim),
        event_text=tuple(evidence.quote for evidence in claim.evidence),
        quad_code=coding.quad,
        event_scale=coding.scale,
        mode=coding.modes,
        context=coding.contexts,
        link=deal.id if deal else None,
        text_info=_Text(claim.evidence[0].start, claim.evidence[0].end) if claim.evidence else None,
        cite_info=_cited(document),
        whoarms=_ours(claim, deal, coding, basis, precision),
    )


def _place(claim: Claim) -> dict[str, str] | None:
    """Give the place that is named, and the state that hosts a deployment, for it is no recipient."""
    hosts = [actor for actor in claim.roles.get("host", ()) if is_state(actor.id)]
    place = {"extracted_place": claim.place} if claim.place else {}
    country = {"country_code": entity(hosts[0]).code or ""} if len(hosts) == 1 else {}
    return {**place, **country} or None


def _ours(claim: Claim, deal: Deal | None, coding: Coding, basis: str, precision: str) -> _Ours:
    return _Ours(
        kind=claim.kind,
        stage=claim.stage,
        certainty=claim.certainty,
        auxiliary_mode=coding.auxiliary,
        date_basis=basis,
        date_precision=precision,
        items=tuple(item.text for item in claim.items),
        sources=claim.sources,
        deal_status=deal.status if deal else None,
    )


def _cited(document: Document) -> _Cited:
    return _Cited(
        citation=document.id,
        url=document.url,
        title=document.title,
        language=document.language,
        publication=document.outlet,
        coder="whoarms",
        codebook=_CODEBOOK,
    )


def _dated(claim: Claim, document: Document) -> tuple[Span, str, str] | None:
    """Give the days of an event, whether they are its own or those of publication, and how precise they are."""
    if claim.when and (own := between(claim.when.start, claim.when.end)):
        shorter = min(claim.when.start, claim.when.end, key=len)
        return own, "event", {4: "year", 7: "month"}.get(len(shorter), "day")
    published = day_span(document.published)
    precision = {4: "year", 7: "month"}.get(len(document.published or ""), "day")
    return (published, "publication", precision) if published else None
