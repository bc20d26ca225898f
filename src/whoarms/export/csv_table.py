"""The wide table as CSV."""

from whoarms.export.cells import table
from whoarms.export.selection import Exported, Selection
from whoarms.export.wide import COLUMNS, rows


def csv(selection: Selection) -> Exported:
    """Write the wide table as CSV, lists with semicolons."""
    cells = ([column.of(row) for column in COLUMNS] for row in rows(selection))
    return Exported(table([column.name for column in COLUMNS], cells))
