"""The stages that a deal is said to have reached, each once, with its day."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from whoarms.model import Certainty, Stage
from whoarms.register.dates import between, day_span
from whoarms.register.values import Deal, DealStage

Basis = Literal["event", "report"]

_SURENESS: tuple[Certainty, ...] = ("asserted", "possible", "planned")
"""How surely a stage can be said to be reached; a denial and a "cannot confirm" do not say so."""


class Step(msgspec.Struct, frozen=True):
    """A stage of a deal (None: the deal has none), how surely it is said, since when, and by whom.

    `day` is the last day on which it can have happened as far as is reported: the last day of the reported time,
    or the day of the first report where that is earlier. `dated_by` says whether `day` lies in the time of
    the event that is reported. What is planned is dated by its announcement.
    """

    stage: Stage | None
    certainty: Certainty
    day: date | None
    dated_by: Basis
    contested: bool
    origins: tuple[str, ...]
    documents: tuple[str, ...]


def steps(deal: Deal) -> list[Step]:
    """Give each stage that somebody asserts of a deal once, as the surest reports have it, in the order of stages."""
    said: dict[Stage | None, list[DealStage]] = {}
    for one in deal.stages:
        if one.certainty in _SURENESS:
            said.setdefault(one.stage, []).append(one)
    denied = {one.stage for one in deal.stages if one.certainty == "denied"}
    return [_step(stage, reports, not denied.isdisjoint((stage, None))) for stage, reports in said.items()]


def _step(stage: Stage | None, reports: Sequence[DealStage], contested: bool) -> Step:
    certainty = min((one.certainty for one in reports), key=_SURENESS.index)
    surest = [one for one in reports if one.certainty == certainty]
    day, basis = min((_dated(one) for one in surest), key=lambda dated: (dated[1] == "report", dated[0] or date.max))
    return Step(
        stage=stage,
        certainty=certainty,
        day=day,
        dated_by=basis,
        contested=contested,
        origins=_each(origin for one in surest for origin in one.origins),
        documents=_each(document for one in surest for document in one.documents),
    )


def _dated(said: DealStage) -> tuple[date | None, Basis]:
    reported = day_span(said.first_reported)
    happened = between(said.start or "", said.end or "") if said.certainty != "planned" else None
    if happened is None:
        return (reported[0] if reported else None), "report"
    if reported is None or happened[1] <= reported[0]:
        return happened[1], "event"
    return reported[0], ("event" if happened[0] <= reported[0] else "report")


def _each(names: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
