"""The wide table as Parquet."""

import io
from typing import Any

from whoarms.errors import SettingsError
from whoarms.export.selection import Exported, Selection
from whoarms.export.wide import COLUMNS, rows


def parquet(selection: Selection) -> Exported:
    """Write the wide table as Parquet; raises SettingsError where pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow.parquet import write_table
    except ImportError as error:
        raise SettingsError("parquet needs pyarrow: pip install 'whoarms[parquet]'") from error
    found = list(rows(selection))
    columns = {column.name: [column.of(row) for row in found] for column in COLUMNS}
    written = io.BytesIO()
    write_table(pyarrow.table(columns, schema=_schema(pyarrow)), written)
    return Exported(written.getvalue())


def _schema(pyarrow: Any) -> Any:
    types = {
        "text": pyarrow.string(),
        "whole": pyarrow.int64(),
        "decimal": pyarrow.float64(),
        "truth": pyarrow.bool_(),
        "texts": pyarrow.list_(pyarrow.string()),
        "wholes": pyarrow.list_(pyarrow.int64()),
    }
    return pyarrow.schema([(column.name, types[column.type]) for column in COLUMNS])
