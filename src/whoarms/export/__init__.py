"""What the register holds, in the formats of others."""

from typing import Literal

FormatName = Literal[
    "sipri",
    "unroca",
    "plover",
    "ftm",
    "graphml",
    "gexf",
    "parquet",
    "csv",
    "annotations",
    "bibtex",
    "claims",
]
"""The formats by their names on the command line; `whoarms.export.formats` says what each is."""
