"""`whoarms plot`: measures as pictures."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from whoarms.cli.endings import ends_well
from whoarms.cli.measure_options import LEVEL_OPTIONS, Actor, At, Other, Year, asked_levels, asked_movements, held
from whoarms.cli.options import Database, bundled, filtered

if TYPE_CHECKING:
    from whoarms.measures.charts import Spec

app = typer.Typer(
    name="plot",
    help="Draw levels, flows, the network and timelines into PNG or SVG files.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)

Output = Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="A file that ends in .png or .svg.")]
Colour = Annotated[
    Literal["category", "supplier", "recipient", "supplier-region", "recipient-region"],
    typer.Option("--by", help="What the colours tell apart."),
]


@app.command()
@ends_well
@bundled(LEVEL_OPTIONS)
def level(chosen: dict[str, Any], actor: Actor, other: Other, output: Output, db: Database = None) -> None:
    """Draw the level of cooperation of two actors.

    [bold]Example[/bold]

    whoarms plot level IRN RUS --by quarter -o level.svg
    """
    from whoarms.measures.charts import level_chart

    found = asked_levels((actor, other), chosen, db)
    _draw(found, lambda: level_chart(found), output)


@app.command()
@ends_well
@filtered
def flows(wanted: dict[str, Any], output: Output, by: Colour = "category", at: At = None, db: Database = None) -> None:
    """Draw how many deals there were in each year.

    [bold]Example[/bold]

    whoarms plot flows --supplier Iran --by recipient -o flows.png
    """
    from whoarms.measures.charts import flows_chart
    from whoarms.measures.flows import flows as flows_of

    found = flows_of(asked_movements(wanted, at, db), ["year", by])
    _draw(found, lambda: flows_chart(found, by), output)


@app.command()
@ends_well
@filtered
def network(wanted: dict[str, Any], output: Output, year: Year = None, at: At = None, db: Database = None) -> None:
    """Draw who supplies whom.

    [bold]Example[/bold]

    whoarms plot network --year 2023 -o network.svg
    """
    from whoarms.measures.network import network as network_of
    from whoarms.measures.network_chart import network_chart

    found = network_of(asked_movements(wanted, at, db), year=year)
    _draw(found.nodes, lambda: network_chart(found), output)


@app.command()
@ends_well
@filtered
def timeline(wanted: dict[str, Any], output: Output, db: Database = None) -> None:
    """Draw when each deal reached which stage.

    [bold]Example[/bold]

    whoarms plot timeline --supplier IRN --recipient RUS -o timeline.png
    """
    from whoarms.measures.charts import timeline_chart
    from whoarms.register import Filter

    found = held(db, Filter(**wanted)).deals
    _draw(found, lambda: timeline_chart(found), output)


def _draw(found: object, chart: "Callable[[], Spec]", output: Path) -> None:
    """Draw a chart, if there is anything to show."""
    from whoarms.measures.pictures import save

    if not found:
        typer.echo("nothing found")
        return
    save(chart(), output)
