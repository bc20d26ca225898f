"""The table of all formats."""

from collections.abc import Callable
from typing import NamedTuple

from whoarms.export import FormatName
from whoarms.export.annotations import annotations
from whoarms.export.bibtex import bibtex
from whoarms.export.csv_table import csv
from whoarms.export.ftm import ftm
from whoarms.export.graph import gexf, graphml
from whoarms.export.parquet import parquet
from whoarms.export.plover import plover
from whoarms.export.readings import claims
from whoarms.export.selection import Exported, Selection
from whoarms.export.sipri import sipri
from whoarms.export.unroca import unroca


class Format(NamedTuple):
    """What writes a format, and whether it is binary or needs the texts of the documents."""

    write: Callable[[Selection], Exported]
    is_binary: bool = False
    with_texts: bool = False


FORMATS: dict[FormatName, Format] = {
    "sipri": Format(sipri),
    "unroca": Format(unroca),
    "plover": Format(plover),
    "ftm": Format(ftm),
    "graphml": Format(graphml),
    "gexf": Format(gexf),
    "parquet": Format(parquet, is_binary=True),
    "csv": Format(csv),
    "annotations": Format(annotations, with_texts=True),
    "bibtex": Format(bibtex),
    "claims": Format(claims, with_texts=True),
}
