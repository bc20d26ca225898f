"""`whoarms export`: deals, claims and documents in the formats of others."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from whoarms.cli.database import open_register
from whoarms.cli.endings import complain, ends_well
from whoarms.cli.options import Database, filtered
from whoarms.errors import SettingsError, WhoarmsError
from whoarms.export import FormatName

Name = Annotated[FormatName, typer.Argument(metavar="FORMAT", help="One of those above.")]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; else standard output.")]


@ends_well
@filtered
def export(wanted: dict[str, Any], name: Name, output: Output = None, db: Database = None) -> None:
    """Write deals, their claims and documents in the formats of others.

    sipri: transfers as rows of the trade register (CSV)
    unroca: deliveries as rows of the UN register (CSV)
    plover: claims as event records (JSON lines)
    ftm: actors, deals and evidence for FollowTheMoney (JSON lines)
    graphml, gexf: who gives to whom, as a graph
    csv, parquet: one wide table, a row an item
    annotations: the evidence as W3C Web Annotations (JSON-LD)
    bibtex: the documents
    claims: documents with their claims, for whoarms add

    [bold]Examples[/bold]

    whoarms export sipri --supplier Iran > iran.csv

    whoarms export parquet --since 2022 -o deals.parquet

    whoarms export claims -o claims.jsonl && whoarms add claims.jsonl --db sqlite:///copy.db
    """
    from whoarms.export.formats import FORMATS
    from whoarms.export.selection import select
    from whoarms.register import Filter

    chosen, to_stdout = FORMATS[name], output in (None, "-")
    if chosen.is_binary and to_stdout and sys.stdout.isatty():
        raise SettingsError(f"{name} is binary and no text for a terminal: give -o FILE")
    with open_register(db) as register:
        selection = select(register, Filter(**wanted), with_texts=chosen.with_texts)
    content, left_out = chosen.write(selection)
    data = content.encode() if isinstance(content, str) else content
    _write(data, None if to_stdout else output)
    for reason, times in left_out.items():
        if times:
            complain(f"{name} leaves out {times:,} {reason}")


def _write(data: bytes, file: str | None) -> None:
    if file is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        Path(file).write_bytes(data)
    except OSError as error:
        raise WhoarmsError(f"{file}: {(error.strerror or str(error)).lower()}") from error
