"""Tables that keep their columns from one document to the next, and wrap instead of cutting."""

import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from typing import NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

_GAP = 2
_WIDE = 100


class Column(NamedTuple):
    """A column of fixed `width`, or with a `share` of what the fixed ones leave."""

    title: str
    width: int = 0
    share: int = 0


class Screen(Console):
    """Standard output for a person; no text that comes from outside is taken for markup."""

    def __init__(self) -> None:
        """Take the width of the terminal, or of COLUMNS, or 80; what it lacks becomes a question mark."""
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        super().__init__(markup=False, highlight=False, emoji=False)

    @property
    def is_wide(self) -> bool:
        """Say whether there is room for a column for everything."""
        return self.width >= _WIDE

    def on_broken_pipe(self) -> None:
        """Leave a closed pipe to the command."""
        raise

    def rows(self, columns: Sequence[Column], rows: Iterable[Sequence[str]], header: bool = True) -> None:
        """Print rows of cells under the titles of the columns."""
        table = Table(box=None, show_header=header, pad_edge=False, padding=(0, _GAP, 0, 0))
        for column, width in zip(columns, self._widths(columns), strict=True):
            table.add_column(column.title, width=width, overflow="fold", header_style="underline")
        for row in rows:
            table.add_row(*map(Text, row))
        self.print(table)

    def _widths(self, columns: Sequence[Column]) -> list[int]:
        rest = self.width - _GAP * (len(columns) - 1) - sum(column.width for column in columns)
        shares = sum(column.share for column in columns)
        return [column.width or max(5, rest * column.share // shares) for column in columns]
