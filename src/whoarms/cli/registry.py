"""`whoarms register`: what the register holds."""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import typer

from whoarms.cli.database import open_register
from whoarms.cli.endings import ends_well
from whoarms.cli.options import AnswerForm, Database, Identity, RegisterForm, filtered, for_terminal_or_pipe

if TYPE_CHECKING:
    from whoarms.register import Filter

T = TypeVar("T")

app = typer.Typer(
    name="register",
    help="Show the deals, claims and documents of the register.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)


@app.command()
@ends_well
@filtered
def deals(wanted: dict[str, Any], form: AnswerForm = None, db: Database = None) -> None:
    """Show deals, each put together from all claims about it.

    [bold]Examples[/bold]

    whoarms register deals --supplier Iran --category uav

    whoarms register deals --actor RUS --since 2022-06 --format csv > deals.csv
    """
    from whoarms.cli import columns, deal_table, forms

    with open_register(db) as register:
        view = _View(forms.deal, columns.DEALS, deal_table.show_deals)
        _write(register.deals(_filter(wanted)), form, view)


@app.command()
@ends_well
@filtered
def claims(wanted: dict[str, Any], form: AnswerForm = None, db: Database = None) -> None:
    """Show claims, each with who says so and the document that carries it.

    [bold]Examples[/bold]

    whoarms register claims --certainty denied

    whoarms register claims --system shahed-136 --stage delivery --format jsonl
    """
    from whoarms.cli import claim_table, columns, forms

    with open_register(db) as register:
        view = _View(forms.report, columns.CLAIMS, claim_table.show_reports)
        _write(register.claims(_filter(wanted)), form, view)


@app.command()
@ends_well
@filtered
def documents(wanted: dict[str, Any], form: AnswerForm = None, db: Database = None) -> None:
    """Show documents: all, or those with a claim that fits.

    [bold]Examples[/bold]

    whoarms register documents --since 2023 --until 2023-06

    whoarms register documents --recipient Hezbollah --format csv
    """
    from whoarms.cli import columns, document_table, forms

    with open_register(db) as register:
        view = _View(forms.held, columns.DOCUMENTS, document_table.show_documents)
        _write(register.documents(_filter(wanted)), form, view)


@app.command()
@ends_well
def show(
    wanted: Identity,
    form: AnswerForm = None,
    db: Database = None,
) -> None:
    """Show one deal, claim or document with its claims and their evidence.

    [bold]Examples[/bold]

    whoarms register show 3f2a91c0

    whoarms register show 3f2a91c0 --format json
    """
    from whoarms.cli import columns, forms, output
    from whoarms.cli.found_table import show_found

    with open_register(db) as register:
        found = register.show(wanted)
    chosen = for_terminal_or_pipe(form)
    if chosen == "csv":
        output.write_csv(found.reports, columns.CLAIMS)
    elif chosen == "table":
        show_found(found)
    else:
        output.write_values([forms.found(found)], as_list=chosen == "json")


def _filter(wanted: dict[str, Any]) -> "Filter":
    from whoarms.register import Filter

    return Filter(**wanted)


class _View(NamedTuple, Generic[T]):
    """How values are shown: as JSON, as rows of CSV, as a table."""

    as_json: Callable[[T], object]
    columns: Mapping[str, Callable[[T], object]]
    as_table: Callable[[Iterable[T]], None]


def _write(values: Iterable[T], form: RegisterForm | None, view: _View[T]) -> None:
    from whoarms.cli import output

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
