"""The values that whoarms passes on: documents, claims and their parts.

All are frozen and serialise to the JSON of the contract with `msgspec.json.encode`. A value and its basis are
two fields; what the text does not say is None, never a guess.
"""

import hashlib
from typing import Literal, get_args

import msgspec

Kind = Literal[
    "transfer",
    "production",
    "training",
    "launch",
    "agreement",
    "exercise",
    "deployment",
    "intelligence",
    "aid",
    "sanction",
    "seizure",
    "use",
    "capability",
]
Stage = Literal["talks", "approval", "order", "delivery", "cancelled"]
Certainty = Literal["asserted", "possible", "planned", "denied", "unconfirmed"]
Category = Literal[
    "aircraft",
    "helicopter",
    "uav",
    "air_defence",
    "missile",
    "bomb",
    "artillery",
    "armoured_vehicle",
    "vehicle",
    "ship",
    "submarine",
    "naval_weapon",
    "sensor",
    "electronic_warfare",
    "engine",
    "satellite",
    "launcher",
    "ammunition",
    "small_arms",
    "training_system",
    "components",
    "dual_use",
    "service",
    "other",
    "unspecified",
]
SourceType = Literal["official", "anonymous", "media", "document", "company", "imagery", "other"]
Status = Literal["read", "unsupported_language", "empty", "unreadable"]
DocumentType = Literal["press", "register"]

KINDS: tuple[Kind, ...] = get_args(Kind)
STAGES: tuple[Stage, ...] = get_args(Stage)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
CATEGORIES: tuple[Category, ...] = get_args(Category)

ROLES: dict[Kind, tuple[str, ...]] = {
    "transfer": ("supplier", "recipient"),
    "production": ("supplier", "recipient"),
    "training": ("trainer", "trainee"),
    "launch": ("launcher", "owner"),
    "agreement": ("parties",),
    "exercise": ("parties",),
    "deployment": ("sender", "host"),
    "intelligence": ("supplier", "recipient"),
    "aid": ("supplier", "recipient"),
    "sanction": ("sender", "target"),
    "seizure": ("seizer", "supplier", "recipient"),
    "use": ("user", "supplier"),
    "capability": ("maker",),
}
"""The roles of each kind, the giving or acting side first."""


class Actor(msgspec.Struct, frozen=True):
    """A state or another actor in a role.

    `id` is ISO 3166-1 alpha-3 for a state, else an id of the vocabulary; `name` its usual English name; `text` the
    words of the document that name it.
    """

    id: str
    name: str
    text: str


class Quantity(msgspec.Struct, frozen=True):
    """A number of pieces from `min` to `max`, either of them open (None), in `unit` (None: single pieces)."""

    min: int | None
    max: int | None
    approx: bool = False
    unit: str | None = None


class Item(msgspec.Struct, frozen=True):
    """What is transferred, used, made: `text` as the document names it, `system` the id of a known system."""

    text: str
    category: Category
    system: str | None = None
    quantity: Quantity | None = None


class Money(msgspec.Struct, frozen=True):
    """The money of a deal, in units of `currency` (ISO 4217), not in thousands or millions."""

    amount: float
    currency: str


class When(msgspec.Struct, frozen=True):
    """The time of an event, each end as precise as the text: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""

    start: str
    end: str
    text: str


class Measure(msgspec.Struct, frozen=True):
    """A figure for what a system can do: `quantity` names what is measured (range, endurance …)."""

    quantity: str
    min: float | None
    max: float | None
    unit: str
    approx: bool = False


class Source(msgspec.Struct, frozen=True):
    """One link in the chain of who says so; `actor` is the state or actor that it speaks for, where known."""

    text: str
    type: SourceType = "other"
    actor: str | None = None


class Evidence(msgspec.Struct, frozen=True):
    """The exact words: `document.text[start:end] == quote`, in characters."""

    quote: str
    start: int
    end: int


class Claim(msgspec.Struct, frozen=True):
    """One event that one source reports in one document.

    `sources` runs from the outermost to the innermost. `novelty` are the words that call the event new ("first ever").
    """

    id: str
    kind: Kind
    stage: Stage | None
    certainty: Certainty
    roles: dict[str, tuple[Actor, ...]]
    items: tuple[Item, ...] = ()
    value: Money | None = None
    when: When | None = None
    place: str | None = None
    measure: Measure | None = None
    sources: tuple[Source, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    novelty: str | None = None
    score: float = 1.0


class Document(msgspec.Struct, frozen=True):
    """A text to be read, or the reason why it cannot be (`status` and `message`).

    `name` says where it came from (a path, `file.jsonl:7`, an address). `published` is `YYYY-MM-DD`. `credits` are
    the outlets and agencies that the page or the feed names as the origin of its text. `type` tells reporting
    (`press`) from official records (`register`).
    """

    id: str
    name: str = ""
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    truncated: bool = False
    status: Status = "read"
    message: str | None = None
    credits: tuple[str, ...] = ()
    type: DocumentType = "press"
    text: str | None = None


class Reading(msgspec.Struct, frozen=True):
    """A document and the claims that it makes."""

    document: Document
    claims: tuple[Claim, ...] = ()


def content_id(*parts: str) -> str:
    """Name content by its hash: 20 hexadecimal digits of SHA-256 over the parts, the same on any machine."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def identified(claim: Claim, document_id: str) -> Claim:
    """Give a claim the id that follows from its document and from all that it says, but not from its score."""
    said = msgspec.structs.replace(claim, id="", score=0.0)
    return msgspec.structs.replace(claim, id=content_id(document_id, msgspec.json.encode(said).decode()))
