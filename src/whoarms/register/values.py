"""What the register is asked and what it answers."""

from datetime import datetime
from typing import Literal

import msgspec

from whoarms.errors import SettingsError
from whoarms.model import Actor, Category, Certainty, Claim, Document, Kind, Stage
from whoarms.register.dates import day_span
from whoarms.register.fold import fold

DealStatus = Literal["reported", "corroborated", "contested", "denied", "confirmed_by_party", "cancelled"]
Credibility = Literal[1, 2, 3, 4, 5, 6]
"""Of an item of information, as NATO grades it: 1 confirmed … 5 improbable, 6 cannot be judged."""
TieKind = Literal["copy", "credit", "quote", "figure"]


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """What to select; a field that is None selects everything.

    Actors are given by id or name, in any case, or by another name that the vocabulary knows (UK, British).
    `supplier` and `recipient` are the giving and the receiving side of every kind (a trainer counts as
    supplier). `system` is an id or words of the item. `since` and `until` are `YYYY`, `YYYY-MM` or
    `YYYY-MM-DD`, both included; they are compared with the time of the event where the claim has one, else
    with the day of publication. Raises SettingsError for a date or a name that
    cannot be one.
    """

    supplier: str | None = None
    recipient: str | None = None
    actor: str | None = None
    category: Category | None = None
    system: str | None = None
    kind: Kind | None = None
    stage: Stage | None = None
    certainty: Certainty | None = None
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        """Refuse what could never match anything."""
        for option in ("since", "until"):
            text = getattr(self, option)
            if text is not None and day_span(text) is None:
                raise SettingsError(f"{option}: {text!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
        for option in ("supplier", "recipient", "actor", "system"):
            text = getattr(self, option)
            if text is not None and not fold(text):
                raise SettingsError(f"{option}: {text!r} names nothing")


class Report(msgspec.Struct, frozen=True):
    """A stored claim with the document that makes it (without its text) and the digest of that text.

    `reliability` is the grade (A to F) of its source, where the user has set one.
    """

    claim: Claim
    document: Document
    text_digest: str | None = None
    reliability: str | None = None


class Tie(msgspec.Struct, frozen=True, order=True):
    """One document goes back to an earlier one; `reason` says in words how that shows."""

    document: str
    earlier: str
    kind: TieKind
    reason: str


class HeldDocument(msgspec.Struct, frozen=True):
    """A stored document without its text, when (UTC) it first came in, and how many claims it makes."""

    document: Document
    arrived: datetime
    claims: int


class DealItem(msgspec.Struct, frozen=True):
    """What a deal is about, in the words of its oldest claim."""

    text: str
    system: str | None
    category: Category


class ReportedQuantity(msgspec.Struct, frozen=True):
    """A number that is reported for one item of a deal, and the origins and documents that give it."""

    min: int | None
    max: int | None
    unit: str | None
    category: Category
    system: str | None
    origins: tuple[str, ...]
    documents: tuple[str, ...]


class ReportedValue(msgspec.Struct, frozen=True):
    """The money that is reported of a deal, and the origins and documents that give it."""

    amount: float
    currency: str
    origins: tuple[str, ...]
    documents: tuple[str, ...]


class ReportedDate(msgspec.Struct, frozen=True):
    """A time that is reported of a stage, and the origins and documents that give it.

    `start` and `end` are each as precise as the text.
    """

    stage: Stage | None
    start: str
    end: str
    planned: bool
    origins: tuple[str, ...]
    documents: tuple[str, ...]


class DealStage(msgspec.Struct, frozen=True):
    """A stage as it is claimed: how surely, for when (None: not said), and who says so."""

    stage: Stage | None
    certainty: Certainty
    start: str | None
    end: str | None
    first_reported: str | None
    origins: tuple[str, ...]
    claims: tuple[str, ...]
    documents: tuple[str, ...]


class Side(msgspec.Struct, frozen=True):
    """One side of a contradiction: what is said, in which words, and by whom."""

    value: str
    quotes: tuple[str, ...]
    origins: tuple[str, ...]
    claims: tuple[str, ...]
    documents: tuple[str, ...]


class Conflict(msgspec.Struct, frozen=True):
    """What reports of a deal contradict each other in.

    `field` is `certainty`, `quantity`, `value`, `date` or a role; `about` says of what (a stage, an item).
    """

    field: str
    about: str
    sides: tuple[Side, ...]


class Deal(msgspec.Struct, frozen=True):
    """One deal, or one other act of cooperation, put together from all claims about it.

    `stage` and `certainty` belong together: the latest stage and how surely it is claimed. `claims` and
    `documents` are ids, the oldest first; `origins` are the lines of reporting that assert the deal.
    `credibility` grades what the deal's reports say together, and `credibility_rule` says why. `reliability` are the
    grades (A to F) that the user has set for the sources of the asserting claims, the best first.
    """

    id: str
    kind: Kind
    roles: dict[str, tuple[Actor, ...]]
    items: tuple[DealItem, ...]
    stage: Stage | None
    certainty: Certainty
    status: DealStatus
    credibility: Credibility
    credibility_rule: str
    quantities: tuple[ReportedQuantity, ...]
    values: tuple[ReportedValue, ...]
    dates: tuple[ReportedDate, ...]
    stages: tuple[DealStage, ...]
    conflicts: tuple[Conflict, ...]
    first_reported: str | None
    independent_origins: int
    origins: tuple[str, ...]
    denied_by: tuple[Actor, ...]
    precedents: tuple[str, ...]
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    reliability: tuple[str, ...] = ()


class Suggestion(msgspec.Struct, frozen=True):
    """Two deals, by their ids, that may be one: how well they fit (0 to 1), and why."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]


class Found(msgspec.Struct, frozen=True):
    """What an id stands for: a deal, a document, or else a claim; with the claims that belong to it.

    `ties` are those among the documents of a deal.
    """

    reports: tuple[Report, ...]
    deal: Deal | None = None
    document: HeldDocument | None = None
    ties: tuple[Tie, ...] = ()
