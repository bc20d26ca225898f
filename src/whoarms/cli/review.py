"""`whoarms register review`: the doubtful pairs of deals, and what is decided of them."""

from typing import Annotated

import typer

from whoarms.cli.database import open_register
from whoarms.cli.deciding import decider
from whoarms.cli.endings import ends_well
from whoarms.cli.options import AnswerForm, AsOf, By, Database, Reason, for_terminal_or_pipe

app = typer.Typer(
    name="review",
    help="Decide which doubtful deals are one; only a later decision undoes one, and a new reading does not.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)

DealId = Annotated[str, typer.Argument(metavar="DEAL", help="The id of a deal, or its start.")]
OtherDeal = Annotated[str, typer.Argument(metavar="DEAL", help="The id of the other deal, or its start.")]
ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim, or of a deal for its oldest claim.")]
OtherClaim = Annotated[str, typer.Argument(metavar="CLAIM", help="The other claim, or deal.")]
ClaimIds = Annotated[list[str], typer.Argument(metavar="CLAIM...", help="The ids of the claims that go.")]
DocumentId = Annotated[str, typer.Argument(metavar="DOCUMENT", help="The id of a document, or its start.")]
OtherDocument = Annotated[str, typer.Argument(metavar="DOCUMENT", help="The other document.")]
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="The number of the decision, as `log` shows it.")]


@app.command("list")
@ends_well
def list_(as_of: AsOf = None, form: AnswerForm = None, db: Database = None) -> None:
    """List the pairs of deals that may be one, the likeliest first.

    [bold]Examples[/bold]

    whoarms register review list
    """
    from whoarms.cli.review_table import SUGGESTIONS, show_suggestions
    from whoarms.cli.views import View, show_values

    with open_register(db) as register:
        waiting = register.review.waiting(as_of)
    show_values(waiting, form, View(lambda one: one, SUGGESTIONS, show_suggestions))


@app.command()
@ends_well
def show(left: DealId, right: OtherDeal, form: AnswerForm = None, db: Database = None) -> None:
    """Show two deals, one under the other, with all claims and their quotes.

    [bold]Examples[/bold]

    whoarms register review show 3f2a91c0 77b0e1d2
    """
    from whoarms.cli import columns, forms, output
    from whoarms.cli.found_table import show_found

    with open_register(db) as register:
        sides = [register.show(left), register.show(right)]
    chosen = for_terminal_or_pipe(form)
    if chosen == "csv":
        output.write_csv([report for side in sides for report in side.reports], columns.CLAIMS)
    elif chosen == "table":
        for side in sides:
            show_found(side)
    else:
        shown = [{**forms.found(side), "evidence": list(map(forms.report, side.reports))} for side in sides]
        output.write_values(shown, as_list=chosen == "json")


@app.command()
@ends_well
def merge(left: DealId, right: OtherDeal, reason: Reason = "", by: By = None, db: Database = None) -> None:
    """Say that two deals are one.

    [bold]Examples[/bold]

    whoarms register review merge 3f2a91c0 77b0e1d2 --reason "one contract, two ministries"
    """
    with open_register(db) as register:
        _done(register.review.merge(left, right, by=decider(by), reason=reason))


@app.command()
@ends_well
def split(deal: DealId, claims: ClaimIds, reason: Reason = "", by: By = None, db: Database = None) -> None:
    """Say that some claims of a deal are another deal, together.

    [bold]Examples[/bold]

    whoarms register review split 3f2a91c0 0b6c5d11 9a77f0e3 --reason "the order of 2019"
    """
    with open_register(db) as register:
        _done(register.review.split(deal, claims, by=decider(by), reason=reason))


@app.command()
@ends_well
def same(left: ClaimId, right: OtherClaim, reason: Reason = "", by: By = None, db: Database = None) -> None:
    """Say that two claims are about one deal.

    [bold]Examples[/bold]

    whoarms register review same 0b6c5d11 9a77f0e3 --by "A. Keeper"
    """
    with open_register(db) as register:
        _done(register.review.judge(left, right, "same", by=decider(by), reason=reason))


@app.command()
@ends_well
def different(left: ClaimId, right: OtherClaim, reason: Reason = "", by: By = None, db: Database = None) -> None:
    """Say that two claims are about different deals.

    [bold]Examples[/bold]

    whoarms register review different 0b6c5d11 9a77f0e3 --reason "two years apart"
    """
    with open_register(db) as register:
        _done(register.review.judge(left, right, "different", by=decider(by), reason=reason))


@app.command()
@ends_well
def unsure(left: ClaimId, right: OtherClaim, reason: Reason = "", by: By = None, db: Database = None) -> None:
    """Say that it is open whether two claims are about one deal, whatever was said before.

    [bold]Examples[/bold]

    whoarms register review unsure 0b6c5d11 9a77f0e3
    """
    with open_register(db) as register:
        _done(register.review.judge(left, right, "unsure", by=decider(by), reason=reason))


@app.command("refuse-tie")
@ends_well
def refuse_tie(left: DocumentId, right: OtherDocument, reason: Reason = "", by: By = None, db: Database = None) -> None:
    """Say that neither of two documents goes back to the other: they are independent.

    [bold]Examples[/bold]

    whoarms register review refuse-tie post-1 wire-9 --reason "both were in the room"
    """
    with open_register(db) as register:
        _done(register.review.refuse_tie(left, right, by=decider(by), reason=reason))


@app.command()
@ends_well
def undo(number: Number, reason: Reason = "", by: By = None, db: Database = None) -> None:
    """Take a decision back, or the undoing of one. Both stay in the log.

    [bold]Examples[/bold]

    whoarms register review undo 12 --reason "the wrong claim"
    """
    with open_register(db) as register:
        _done(register.review.undo(number, by=decider(by), reason=reason))


@app.command()
@ends_well
def log(as_of: AsOf = None, form: AnswerForm = None, db: Database = None) -> None:
    """Show all that was decided, the first first.

    [bold]Examples[/bold]

    whoarms register review log --format csv
    """
    from whoarms.cli.review_table import DECISIONS, show_decisions
    from whoarms.cli.views import View, show_values

    with open_register(db) as register:
        decisions = register.review.decisions(as_of)
    show_values(decisions, form, View(lambda one: one, DECISIONS, show_decisions))


def _done(number: int) -> None:
    typer.echo(f"decision {number}")
