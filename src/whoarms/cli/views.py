"""Values in the form that was asked for: JSON, rows of CSV, a table."""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain, islice
from typing import Generic, NamedTuple, TypeVar

import typer

from whoarms.cli import output
from whoarms.cli.options import RegisterForm, for_terminal_or_pipe

T = TypeVar("T")


class View(NamedTuple, Generic[T]):
    """How values of one type are shown in each form."""

    as_json: Callable[[T], object]
    columns: Mapping[str, Callable[[T], object]]
    as_table: Callable[[Iterable[T]], None]


def show_values(values: Iterable[T], form: RegisterForm | None, view: View[T]) -> None:
    """Show values; a table of nothing says so."""
    chosen = for_terminal_or_pipe(form)
    if chosen == "csv":
        output.write_csv(values, view.columns)
    elif chosen == "table":
        first = list(islice(values := iter(values), 1))
        if not first:
            typer.echo("nothing found")
            return
        view.as_table(chain(first, values))
    else:
        output.write_values(map(view.as_json, values), as_list=chosen == "json")
