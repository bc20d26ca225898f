"""`whoarms sources`: how reliable the user holds sources to be."""

from typing import TYPE_CHECKING, Annotated, cast

import typer

from whoarms.cli.database import open_register
from whoarms.cli.deciding import decider
from whoarms.cli.endings import ends_well
from whoarms.cli.options import AnswerForm, AsOf, By, Database, Reason
from whoarms.errors import SettingsError

if TYPE_CHECKING:
    from whoarms.register.grades import Grade

app = typer.Typer(
    name="sources",
    help="Keep the reliability of outlets, agencies and speakers, from A (reliable) to F (cannot be judged).",
    no_args_is_help=True,
    rich_markup_mode="rich",
)

_NONE = "none"


@app.command("list")
@ends_well
def list_(
    history: Annotated[bool, typer.Option("--history", help="Show the earlier grades too.")] = False,
    as_of: AsOf = None,
    form: AnswerForm = None,
    db: Database = None,
) -> None:
    """Show the sources that have a grade.

    [bold]Examples[/bold]

    whoarms sources list

    whoarms sources list --history --as-of 2024
    """
    from whoarms.cli.grade_table import CSV, show_grades
    from whoarms.cli.views import View, show_values
    from whoarms.register.grades import present

    with open_register(db) as register:
        given = register.grades(as_of=as_of)
    show_values(given if history else present(given), form, View(lambda one: one, CSV, show_grades))


@app.command("set")
@ends_well
def set_(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The source as documents name it.")],
    grade: Annotated[str, typer.Argument(metavar="GRADE", help="A, B, C, D, E or F; none takes a grade back.")],
    reason: Reason = "",
    by: By = None,
    db: Database = None,
) -> None:
    """Give a source a grade; the former one is kept as history.

    [bold]Examples[/bold]

    whoarms sources set "Gulf Wire" B --reason "two of three checked stories held"

    whoarms sources set "Gulf Wire" none
    """
    from whoarms.register.grades import GRADES

    if grade.upper() not in GRADES and grade.lower() != _NONE:
        raise SettingsError(f"grade: {grade!r} is none of {', '.join(GRADES)} and {_NONE}")
    value = None if grade.lower() == _NONE else cast("Grade", grade.upper())
    with open_register(db) as register:
        register.set_grade(name, value, by=decider(by), reason=reason)
