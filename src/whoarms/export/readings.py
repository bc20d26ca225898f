"""Documents with their claims, in the form that `whoarms read` prints and `whoarms add` takes."""

import msgspec
from msgspec.structs import replace

from whoarms.export.selection import Exported, Selection
from whoarms.model import Claim, Reading


def claims(selection: Selection) -> Exported:
    """Write each document on a line, with its text and all its claims, also those that were not asked for."""
    by_document: dict[str, list[Claim]] = {}
    for report in selection.reports:
        by_document.setdefault(report.document.id, []).append(report.claim)
    readings = (
        Reading(replace(document, text=selection.texts.get(document.id)), tuple(by_document.get(document.id, ())))
        for document in selection.documents
    )
    return Exported(b"".join(msgspec.json.encode(reading) + b"\n" for reading in readings).decode())
