"""`whoarms read` and `whoarms add`: inputs into claims, and into the register."""

from collections.abc import Iterable, Iterator

import typer

from whoarms.cli.database import open_register
from whoarms.cli.endings import complain, end_as_failed, ends_well
from whoarms.cli.options import (
    AllowPrivate,
    Database,
    Evidence,
    Inputs,
    ReadForm,
    RegisterForm,
    WithText,
    for_terminal_or_pipe,
)
from whoarms.errors import InputError
from whoarms.model import Reading


@ends_well
def read(
    inputs: Inputs,
    form: ReadForm = None,
    evidence: Evidence = False,
    with_text: WithText = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Read articles into claims: who gives what to whom, how surely, and who says so.

    [bold]Examples[/bold]

    whoarms read article.html

    whoarms read --evidence https://news.example.org/story

    whoarms read archive/ > claims.jsonl
    """
    unread: list[Reading] = []
    readings = _readings(inputs, allow_private, unread)
    _show(readings, for_terminal_or_pipe(form), evidence, with_text)
    if unread:
        end_as_failed()


@ends_well
def add(inputs: Inputs, db: Database = None, allow_private: AllowPrivate = False) -> None:
    """Add articles, or claims already read, to the register. Adding again changes nothing.

    [bold]Examples[/bold]

    whoarms add articles/ https://news.example.org/feed.xml

    whoarms add claims.jsonl --db sqlite:///gulf.db
    """
    unread: list[Reading] = []
    store(_readings(inputs, allow_private, unread), db, unread)


def store(readings: Iterable[Reading], db: str | None, unread: list[Reading]) -> None:
    """Add readings to the register, say how many are new, and end as failed where some could not be read or held."""
    new, held = _Count(), _Count()
    with open_register(db) as register:
        for reading in readings:
            if reading.document.status != "read":
                continue
            try:
                (new if register.add(reading) else held).count(reading)
            except InputError as error:
                complain(str(error))
                unread.append(reading)
    typer.echo(f"new: {new}; held already: {held}")
    if unread:
        end_as_failed()


class _Count:
    """Documents and their claims, counted for the last line of `add`."""

    def __init__(self) -> None:
        self.documents, self.claims = 0, 0

    def count(self, reading: Reading) -> None:
        """Count a document and its claims."""
        self.documents += 1
        self.claims += len(reading.claims)

    def __str__(self) -> str:
        return f"{_plural(self.documents, 'document')}, {_plural(self.claims, 'claim')}"


def _readings(inputs: list[str], allow_private: bool, unread: list[Reading]) -> Iterator[Reading]:
    from whoarms import pipeline

    return told(pipeline.read(*inputs, allow_private=allow_private), unread)


def told(readings: Iterator[Reading], unread: list[Reading]) -> Iterator[Reading]:
    """Pass readings on; say of each input that cannot be read why, and put it into `unread`."""
    from whoarms.cli.waiting import watched

    for reading in watched(readings, "Reading"):
        if reading.document.status != "read":
            cause = reading.document.message or reading.document.status.replace("_", " ")
            complain(f"{reading.document.name}: {cause}")
            unread.append(reading)
        yield reading


def _show(readings: Iterable[Reading], form: RegisterForm, evidence: bool, with_text: bool) -> None:
    from whoarms.cli import output, reading_forms

    if form == "table":
        from whoarms.cli.claim_table import show_readings

        show_readings(readings, evidence=evidence, with_text=with_text)
        return
    output.write_values((reading_forms.reading(reading, with_text) for reading in readings), as_list=form == "json")


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
