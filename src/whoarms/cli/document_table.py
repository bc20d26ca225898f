"""Stored documents for a person."""

from collections.abc import Iterable

from whoarms.cli import words
from whoarms.cli.layout import Column, Screen
from whoarms.register.values import HeldDocument

_COLUMNS = (
    Column("ID", width=8),
    Column("Published", width=10),
    Column("Outlet", share=2),
    Column("Title", share=5),
    Column("Claims", width=6),
    Column("Arrived", width=10),
)


def show_documents(documents: Iterable[HeldDocument]) -> None:
    """Show each document in a row."""
    Screen().rows(_COLUMNS, map(_row, documents))


def _row(held: HeldDocument) -> list[str]:
    document = held.document
    title = words.one_line(document.title or document.url or document.name)
    if document.truncated:
        title += " (cut short)"
    return [
        words.short_id(document.id),
        document.published or "",
        words.one_line(document.outlet or ""),
        title,
        str(held.claims),
        f"{held.arrived:%Y-%m-%d}",
    ]
