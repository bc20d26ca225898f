"""The command line."""

from importlib.metadata import version
from typing import Annotated

import typer

from whoarms.cli import export, measures, plot, reading, records, registry, sources

app = typer.Typer(
    name="whoarms",
    help="Read reporting on arms transfers into claims, and keep a register of deals.",
    epilog="Start with: [bold]whoarms read ARTICLE.html[/bold]",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode="rich",
)
app.command()(reading.read)
app.command()(reading.add)
app.command("import")(records.import_)
registry.app.command()(records.compare)
registry.app.command()(records.precedents)
app.command()(export.export)
app.add_typer(registry.app)
app.add_typer(sources.app)
app.command()(measures.level)
app.command()(measures.flows)
app.command()(measures.network)
app.add_typer(plot.app)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"whoarms {version('whoarms')}")
        raise typer.Exit


@app.callback()
def _options(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Take what comes before the command."""


def main() -> None:
    """Run the command line; it ends the process."""
    app(prog_name="whoarms")
