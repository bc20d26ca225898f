"""`whoarms register`: what the register holds."""

from typing import TYPE_CHECKING, Any

import typer

from whoarms.cli import review
from whoarms.cli.database import open_register
from whoarms.cli.endings import ends_well
from whoarms.cli.options import AnswerForm, AsOf, Database, Identity, filtered, for_terminal_or_pipe

if TYPE_CHECKING:
    from whoarms.register import Filter

app = typer.Typer(
    name="register",
    help="Show the deals, claims and documents of the register, and decide which deals are one.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)
app.add_typer(review.app)


@app.command()
@ends_well
@filtered
def deals(wanted: dict[str, Any], as_of: AsOf = None, form: AnswerForm = None, db: Database = None) -> None:
    """Show deals, each put together from all claims about it.

    [bold]Examples[/bold]

    whoarms register deals --supplier Iran --category uav

    whoarms register deals --actor RUS --since 2022-06 --format csv > deals.csv

    whoarms register deals --as-of 2024-03
    """
    from whoarms.cli import columns, deal_table, forms
    from whoarms.cli.views import View, show_values

    with open_register(db) as register:
        view = View(forms.deal, columns.DEALS, deal_table.show_deals)
        show_values(register.deals(_filter(wanted), as_of=as_of), form, view)


@app.command()
@ends_well
@filtered
def claims(wanted: dict[str, Any], as_of: AsOf = None, form: AnswerForm = None, db: Database = None) -> None:
    """Show claims, each with who says so and the document that carries it.

    [bold]Examples[/bold]

    whoarms register claims --certainty denied

    whoarms register claims --system shahed-136 --stage delivery --format jsonl
    """
    from whoarms.cli import claim_table, columns, forms
    from whoarms.cli.views import View, show_values

    with open_register(db) as register:
        view = View(forms.report, columns.CLAIMS, claim_table.show_reports)
        show_values(register.claims(_filter(wanted), as_of=as_of), form, view)


@app.command()
@ends_well
@filtered
def documents(wanted: dict[str, Any], as_of: AsOf = None, form: AnswerForm = None, db: Database = None) -> None:
    """Show documents: all, or those with a claim that fits.

    [bold]Examples[/bold]

    whoarms register documents --since 2023 --until 2023-06

    whoarms register documents --recipient Hezbollah --format csv
    """
    from whoarms.cli import columns, document_table, forms
    from whoarms.cli.views import View, show_values

    with open_register(db) as register:
        view = View(forms.held, columns.DOCUMENTS, document_table.show_documents)
        show_values(register.documents(_filter(wanted), as_of=as_of), form, view)


@app.command()
@ends_well
def show(
    wanted: Identity,
    as_of: AsOf = None,
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
        found = register.show(wanted, as_of=as_of)
    chosen = for_terminal_or_pipe(form)
    if chosen == "csv":
        output.write_csv(found.reports, columns.CLAIMS)
    elif chosen == "table":
        show_found(found)
    else:
        output.write_values([forms.found(found)], as_list=chosen == "json")


@app.command()
@ends_well
def rebuild(db: Database = None) -> None:
    """Make all deals anew from the claims and judgements. The same deals come out.

    [bold]Examples[/bold]

    whoarms register rebuild
    """
    with open_register(db) as register:
        register.rebuild()
        count, waiting = len(register.deals()), len(register.review.waiting())
    typer.echo(f"deals: {count:,}; waiting for review: {waiting:,}")


def _filter(wanted: dict[str, Any]) -> "Filter":
    from whoarms.register import Filter

    return Filter(**wanted)
