"""Options that several commands share."""

import inspect
import sys
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, Literal

import typer

from whoarms.model import CATEGORIES, CERTAINTIES, KINDS, STAGES, Category, Certainty, Kind, Stage

Form = Literal["table", "json", "jsonl"]
RegisterForm = Literal["table", "json", "jsonl", "csv"]

Database = Annotated[
    str | None,
    typer.Option("--db", metavar="URL", help="The register's database, an SQLAlchemy URL; else WHOARMS_DB."),
]
ReadForm = Annotated[
    Form | None, typer.Option("--format", help="table on a terminal and jsonl into a pipe, unless given.")
]
AnswerForm = Annotated[
    RegisterForm | None,
    typer.Option("--format", help="table on a terminal and jsonl into a pipe, unless given."),
]
Inputs = Annotated[
    list[str], typer.Argument(metavar="INPUT", help="Files, folders, addresses, or - for standard input.")
]
AllowPrivate = Annotated[bool, typer.Option("--allow-private", help="Fetch from private and loopback networks too.")]
Evidence = Annotated[bool, typer.Option("--evidence", help="Show the words that carry each claim.")]
WithText = Annotated[bool, typer.Option("--with-text", help="Print each document's text too.")]
Identity = Annotated[str, typer.Argument(metavar="ID", help="The id of a deal, a claim or a document, or its start.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="As the register stood at the end of this year, month or day (UTC)."),
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides; the login name, unless given.")]
Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why.")]

_CATEGORIES, _KINDS = ", ".join(CATEGORIES), ", ".join(KINDS)
_STAGES, _CERTAINTIES = ", ".join(STAGES), ", ".join(CERTAINTIES)
_FILTERS: dict[str, Any] = {
    "supplier": Annotated[str | None, typer.Option(help="An actor on the giving side, by id or name.")],
    "recipient": Annotated[str | None, typer.Option(help="An actor on the receiving side, by id or name.")],
    "actor": Annotated[str | None, typer.Option(help="An actor in any role, by id or name.")],
    "category": Annotated[Category | None, typer.Option(metavar="CATEGORY", help=f"Of items: {_CATEGORIES}.")],
    "system": Annotated[str | None, typer.Option(help="A weapon system, by id or words of its name.")],
    "kind": Annotated[Kind | None, typer.Option(metavar="KIND", help=f"Of event: {_KINDS}.")],
    "stage": Annotated[Stage | None, typer.Option(metavar="STAGE", help=f"{_STAGES}; of a deal, the latest.")],
    "certainty": Annotated[Certainty | None, typer.Option(metavar="CERTAINTY", help=f"{_CERTAINTIES}.")],
    "since": Annotated[str | None, typer.Option(metavar="DATE", help="From this year, month or day on.")],
    "until": Annotated[str | None, typer.Option(metavar="DATE", help="Up to this year, month or day.")],
}


def bundled(options: dict[str, Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command options, by their names and annotations; it takes what is given as one dictionary."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def run(**given: Any) -> None:
            wanted = {name: given.pop(name) for name in options}
            command(wanted, **given)

        _, *others = inspect.signature(command).parameters.values()
        shown: Any = run
        shown.__signature__ = inspect.Signature(
            [
                *(
                    inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
                    for name, annotation in options.items()
                ),
                *(other.replace(kind=inspect.Parameter.KEYWORD_ONLY) for other in others),
            ]
        )
        return run

    return decorate


filtered = bundled(_FILTERS)
"""Give a command an option for each field of `whoarms.register.Filter`."""


def for_terminal_or_pipe(form: RegisterForm | None) -> RegisterForm:
    """Choose the form of the output where none was asked for."""
    return form or ("table" if sys.stdout.isatty() else "jsonl")
