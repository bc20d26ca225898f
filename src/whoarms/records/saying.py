"""What rows of a record say, before they have become evidence in a document."""

from typing import NamedTuple

from msgspec.structs import replace

from whoarms.model import ROLES, Actor, Certainty, Claim, Item, Kind, Money, Quantity, Source, Stage, When
from whoarms.records.tables import Row


class Said(NamedTuple):
    """A claim that is still without id and evidence, and the rows that make it."""

    claim: Claim
    rows: tuple[Row, ...]


class Subject(NamedTuple):
    """What all claims of a row have in common."""

    supplier: tuple[Actor, ...]
    recipient: tuple[Actor, ...]
    item: Item
    sources: tuple[Source, ...]
    kind: Kind = "transfer"
    value: Money | None = None


class Step(NamedTuple):
    """How far a deal came: a stage with its number of pieces and its time."""

    stage: Stage | None
    quantity: Quantity | None
    when: When | None
    certainty: Certainty = "asserted"


def said(subject: Subject, step: Step, *rows: Row) -> Said:
    """Make the claim that a deal came to a stage."""
    claim = Claim(
        id="",
        kind=subject.kind,
        stage=step.stage,
        certainty=step.certainty,
        roles=_roles(subject),
        items=(replace(subject.item, quantity=step.quantity),) if subject.item.text else (),
        value=subject.value,
        when=step.when,
        sources=subject.sources,
    )
    return Said(claim, rows)


def _roles(subject: Subject) -> dict[str, tuple[Actor, ...]]:
    """Put the two sides of a row into the roles of its kind, the giving one first."""
    roles = ROLES[subject.kind]
    if roles == ("parties",):
        return {"parties": subject.supplier + subject.recipient}
    return dict(zip(roles, (subject.supplier, subject.recipient), strict=True))
