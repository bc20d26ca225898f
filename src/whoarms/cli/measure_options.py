"""What the measures on the command line ask for, and the deals that they take."""

from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

import typer

from whoarms.cli.database import open_register
from whoarms.cli.options import AsOf

if TYPE_CHECKING:
    from whoarms.measures import Level, Movement
    from whoarms.model import Document, Stage
    from whoarms.register import Deal, Filter

Step = Literal["month", "quarter", "year"]

Actor = Annotated[str, typer.Argument(metavar="ACTOR", help="One side of the pair, by id or name.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The other side.")]
Year = Annotated[int | None, typer.Option("--year", metavar="YEAR", help="Only what is dated in this year.")]
At = Annotated[
    Literal["talks", "approval", "order", "delivery", "cancelled"] | None,
    typer.Option("--at", metavar="STAGE", help="Count what reached this stage, at its day; else orders go first."),
]

LEVEL_OPTIONS: dict[str, Any] = {
    "half_life": Annotated[
        float | None, typer.Option(metavar="DAYS", help="Days after which an act counts half; 365 unless given.")
    ],
    "weights": Annotated[
        str | None, typer.Option(metavar="FILE", help="A table of weights, with the columns of the one in the package.")
    ],
    "by": Annotated[Step | None, typer.Option(help="The step of the series; month unless given.")],
    "since": Annotated[str | None, typer.Option(metavar="DATE", help="The first day of the series.")],
    "until": Annotated[str | None, typer.Option(metavar="DATE", help="The last day of the series.")],
    "as_of": AsOf,
}


class Held(NamedTuple):
    """What the register holds: the deals that are wanted, and all documents without their text."""

    deals: "list[Deal]"
    documents: "list[Document]"


def held(db: str | None, wanted: "Filter", as_of: str | None = None) -> Held:
    """Ask the register, as it stood at a date if one is given; this is the one place where measures do."""
    with open_register(db) as register:
        documents = [each.document for each in register.documents(as_of=as_of)]
        return Held(register.deals(wanted, as_of=as_of), documents)


def asked_levels(pair: tuple[str, str], chosen: dict[str, Any], db: str | None) -> "list[Level]":
    """Measure the level of a pair of names with the options that are given."""
    from whoarms.errors import SettingsError
    from whoarms.measures import LevelSettings, levels
    from whoarms.measures.naming import actor_id
    from whoarms.measures.weights import load_weights
    from whoarms.register import Filter

    given = {name: value for name, value in chosen.items() if value is not None}
    as_of = given.pop("as_of", None)
    if "weights" in given:
        given["weights"] = load_weights(given["weights"])
    settings, (left, right) = LevelSettings(**given), pair
    deals, documents = held(db, Filter(actor=left), as_of)
    ids = actor_id(left, deals), actor_id(right, deals)
    if ids[0] == ids[1]:
        raise SettingsError(f"{left} and {right} are one actor: name two")
    return levels(deals, ids, settings, documents)


def asked_movements(wanted: dict[str, Any], at: "Stage | None", db: str | None) -> "list[Movement]":
    """Take the wanted deals, transfers unless another kind is asked for, apart into movements."""
    from whoarms.measures import movements
    from whoarms.measures.movements import selected
    from whoarms.register import Filter

    asked = Filter(**{**wanted, "kind": wanted["kind"] or "transfer"})
    deals = held(db, asked).deals
    return selected(movements(deals, at=at), asked, deals)
