"""How commands end: one line for what went wrong and the right exit code, not a traceback."""

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from whoarms.cli.words import one_line
from whoarms.errors import SettingsError, WhoarmsError

P = ParamSpec("P")

_FAILED, _USAGE, _INTERRUPTED, _PIPE_CLOSED = 1, 2, 130, 141


def complain(message: str) -> None:
    """Say on standard error what went wrong, in one line."""
    typer.echo(f"whoarms: {one_line(message)}", err=True)


def ends_well(command: Callable[P, None]) -> Callable[P, None]:
    """Let a command end with a line and an exit code for errors of whoarms, Ctrl-C and a closed pipe."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except WhoarmsError as error:
            complain(str(error))
            raise typer.Exit(_USAGE if isinstance(error, SettingsError) else _FAILED) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(_INTERRUPTED) from error
        except BrokenPipeError as error:
            # What is still buffered has nobody to read it; the interpreter would complain when it flushes it.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(_PIPE_CLOSED) from error
        except OSError as error:
            if error.filename is not None:
                raise
            # A file that cannot be written: the output on a full disk.
            complain(f"the output cannot be written: {(error.strerror or str(error)).lower()}")
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(_FAILED) from error

    return run


def end_as_failed() -> None:
    """End with the exit code for "some input could not be read"."""
    raise typer.Exit(_FAILED)
