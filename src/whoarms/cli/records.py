"""`whoarms import`, `whoarms register compare` and `whoarms register precedents`: official records."""

from typing import Annotated, Any, Literal

import typer

from whoarms.cli.database import open_register
from whoarms.cli.endings import ends_well
from whoarms.cli.options import AnswerForm, Database, Identity, filtered
from whoarms.cli.reading import store, told
from whoarms.cli.views import View, show_values
from whoarms.model import Reading

Files = Annotated[list[str], typer.Argument(metavar="FILE", help="Tables of official records, as CSV.")]
Only = Annotated[
    Literal["press", "register", "both", "differing"] | None,
    typer.Option(help="Only deals that the press alone, the record alone or both hold, or in which they differ."),
]


@ends_well
def import_(files: Files, db: Database = None) -> None:
    """Import official records into the register: trade registers, UN register rows, or a plain table.

    [bold]Examples[/bold]

    whoarms import trade-register.csv

    whoarms import our-table.csv --db sqlite:///gulf.db
    """
    from whoarms.records.open import open_records

    unread: list[Reading] = []
    store(told(open_records(files), unread), db, unread)


@ends_well
@filtered
def compare(wanted: dict[str, Any], only: Only = None, form: AnswerForm = None, db: Database = None) -> None:
    """Compare press and official records: what only one of them has, and what differs.

    [bold]Examples[/bold]

    whoarms register compare --only differing --supplier Iran

    whoarms register compare --since 2020 --format csv > compared.csv
    """
    from whoarms.cli import comparison_table as shown
    from whoarms.register import Filter
    from whoarms.register.compare import compare as compared

    with open_register(db) as register:
        reports = {report.claim.id: report for report in register.claims(Filter(kind=wanted["kind"]))}
        found = compared(register.deals(Filter(**wanted)), reports)
        chosen = (one for one in found if only in (None, one.held_by, "differing" if one.differences else None))
        show_values(chosen, form, View(shown.as_json, shown.COLUMNS, shown.show_comparisons))


@ends_well
def precedents(wanted: Identity, form: AnswerForm = None, db: Database = None) -> None:
    """Ask whether a deal, or the deal of a claim, is the first or the largest of its kind.

    [bold]Examples[/bold]

    whoarms register precedents 3f2a91c0

    whoarms register precedents 3f2a91c0 --format json
    """
    from whoarms.cli import precedent_table as shown
    from whoarms.register.precedents import precedents_of

    with open_register(db) as register:
        found = precedents_of(register.show(wanted), register.deals(), register.claims())
    show_values(found, form, View(shown.as_json, shown.COLUMNS, shown.show_precedents))
