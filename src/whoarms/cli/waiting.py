"""A line on standard error while a person waits."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

_PATIENCE_S = 2.0


def watched(values: Iterator[T], doing: str) -> Iterator[T]:
    """Pass values on; from the third second on, show on a terminal how many there have been.

    The line is away while the receiver has a value, so whatever it prints is not mixed up with it.
    """
    if not sys.stderr.isatty():
        yield from values
        return
    begun, count = monotonic(), 0
    while True:
        with _line(f"{doing}: {count:,} done", after_s=_PATIENCE_S - (monotonic() - begun)):
            found = next(values, _END)
        if isinstance(found, _End):
            return
        yield found
        count += 1


class _End:
    pass


_END = _End()


@contextmanager
def _line(text: str, after_s: float) -> Iterator[None]:
    """Show a line with a moving sign, if the body takes longer than `after_s` seconds."""
    from rich.console import Console
    from rich.live import Live
    from rich.spinner import Spinner

    live = Live(
        Spinner("dots", text),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    timer = Timer(max(0.0, after_s), live.start)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        live.stop()
