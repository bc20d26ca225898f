"""Acts of cooperation, or against it, between two actors."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

import msgspec

from whoarms.measures.evidence import Evidence, doubtful
from whoarms.measures.steps import Basis, Step, steps
from whoarms.measures.weights import Domain, Weight, Weights
from whoarms.model import Certainty, Kind, Stage
from whoarms.register import Deal


class Act(msgspec.Struct, frozen=True):
    """A dated stage of a deal, as something that `source` does towards `target` (ids of actors).

    `weight` is that of the event scale for the category `code`; `evidence` the factor for how well it is known,
    `doubtful` whether it may not have happened at all.
    """

    deal: str
    kind: Kind
    stage: Stage | None
    domain: Domain
    source: str
    target: str
    day: date
    dated_by: Basis
    code: str
    weight: float
    certainty: Certainty
    contested: bool
    confirmed: bool
    origins: int
    evidence: float
    doubtful: bool
    documents: tuple[str, ...]


def acts_between(
    deals: Iterable[Deal], left: str, right: str, weights: Weights, evidence: Evidence
) -> tuple[list[Act], int]:
    """Give the acts between two actors (ids), the earliest first, and how many are left out for want of any date."""
    found: list[Act] = []
    undated = 0
    for deal, step in ((each, step) for each in deals for step in steps(each)):
        for weight, source, target in _directed(deal, step, weights, {left, right}):
            if step.day is None:
                undated += 1
            else:
                found.append(_act(deal, step, step.day, weight, (source, target), evidence))
    return sorted(found, key=lambda act: (act.day, act.deal, act.stage or "", act.source, act.target)), undated


def _directed(deal: Deal, step: Step, weights: Weights, pair: Collection[str]) -> Iterator[tuple[Weight, str, str]]:
    """Give the weights of a step that act between the pair; in one direction only where both fill both roles."""
    for weight in weights.of(deal.kind, step.stage, "planned" if step.certainty == "planned" else "done"):
        sources, targets = ({actor.id for actor in deal.roles.get(role, ())} for role in _roles(weight))
        for source in sorted(sources.intersection(pair)):
            others = targets.intersection(pair) - {source}
            if others:
                yield weight, source, others.pop()
                break


def _roles(weight: Weight) -> tuple[str, str]:
    return weight.source_role, weight.target_role


def _act(deal: Deal, step: Step, day: date, weight: Weight, direction: tuple[str, str], evidence: Evidence) -> Act:
    confirmed = deal.status == "confirmed_by_party"
    return Act(
        deal=deal.id,
        kind=deal.kind,
        stage=step.stage,
        domain=weight.domain,
        source=direction[0],
        target=direction[1],
        day=day,
        dated_by=step.dated_by,
        code=weight.code,
        weight=weight.weight,
        certainty=step.certainty,
        contested=step.contested,
        confirmed=confirmed,
        origins=len(step.origins),
        evidence=round(evidence.factor(step, confirmed), 4),
        doubtful=doubtful(step, confirmed),
        documents=step.documents,
    )
