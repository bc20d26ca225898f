"""The command line."""

from importlib.metadata import version
from typing import Annotated

import typer

from whoarms.cli import export, reading, registry

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
app.command()(export.export)
app.add_typer(registry.app)


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
