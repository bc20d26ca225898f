"""Which register a command works on."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from whoarms.settings import load_settings

if TYPE_CHECKING:
    from whoarms.register import Register


def open_register(url: str | None) -> "Register":
    """Open the register at a URL, else at the one set; a new one in the default place is announced."""
    from whoarms.register import Register

    settings = load_settings()
    if url is None and settings.database_is_default:
        path = Path(settings.database.removeprefix("sqlite:///"))
        if not path.exists():
            typer.echo(f"whoarms: making the register {path} (WHOARMS_DB or --db chooses another)", err=True)
    return Register(url or settings.database)
