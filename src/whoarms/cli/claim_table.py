"""Claims under the documents that make them, for a person."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby

from rich.padding import Padding
from rich.text import Text

from whoarms.cli import words
from whoarms.cli.layout import Column, Screen
from whoarms.model import Claim, Document, Reading
from whoarms.register.values import Report

_WIDE = (
    Column("Who → whom", share=4),
    Column("What", share=4),
    Column("How many", width=14),
    Column("Stage", width=9),
    Column("Certainty", width=11),
    Column("Who says so", share=4),
)
_NARROW = (
    Column("Who → whom", share=5),
    Column("What", share=5),
    Column("How many", width=9),
    Column("Stage, certainty", width=11),
    Column("Who says so", share=4),
)
_ID = Column("ID", width=8)
_GRADE = Column("Source", width=6)


def show_readings(readings: Iterable[Reading], *, evidence: bool, with_text: bool) -> None:
    """Show each document with its claims as soon as it is read."""
    screen = Screen()
    for reading in readings:
        show_heading(screen, reading.document)
        if with_text and reading.document.text:
            for line in reading.document.text.splitlines():
                screen.print(Text(words.one_line(line)))
        if reading.document.status == "read":
            show_claims(screen, reading.document, reading.claims, evidence=evidence)
        screen.print()


def show_reports(reports: Iterable[Report], *, evidence: bool = False) -> None:
    """Show stored claims with their ids, under a heading for each document."""
    screen = Screen()
    for _, together in groupby(reports, key=lambda report: report.document.id):
        members = list(together)
        show_heading(screen, members[0].document)
        show_stored(screen, members, evidence=evidence)
        screen.print()


def show_stored(screen: Screen, members: Sequence[Report], *, evidence: bool) -> None:
    """Show stored claims of one document, with the grades of their sources where there are any."""
    grades = {report.claim.id: report.reliability for report in members if report.reliability}
    claims = [report.claim for report in members]
    show_claims(screen, members[0].document, claims, evidence=evidence, grades=grades, ids=True)


def show_heading(screen: Screen, document: Document) -> None:
    """Show what a document is, where it is from, and what is missing of it."""
    screen.print(Text(words.one_line(document.title or document.name or document.id), style="bold"))
    about = [document.outlet, document.author, document.published, document.url or document.name]
    if document.status != "read":
        about.append(f"{document.status.replace('_', ' ')}: {document.message or 'no claims'}")
    if document.truncated:
        about.append("cut short by a paywall or the like: what follows is not known")
    screen.print(Text(" · ".join(words.one_line(part) for part in about if part), style="dim"))


def show_claims(
    screen: Screen,
    document: Document,
    claims: Sequence[Claim],
    *,
    evidence: bool,
    grades: Mapping[str, str] | None = None,
    ids: bool = False,
) -> None:
    """Show the claims of one document; their evidence, ids and grades of sources (by claim id) if these are wanted."""
    if not claims:
        screen.print("no claims")
        return
    columns = ((_ID,) if ids else ()) + (_WIDE if screen.is_wide else _NARROW) + ((_GRADE,) if grades else ())
    rows = [list(_rows(screen, document, claim, ids, grades or {})) for claim in claims]
    if not evidence:
        screen.rows(columns, chain.from_iterable(rows))
        return
    for number, claim in enumerate(claims):
        screen.rows(columns, rows[number], header=number == 0)
        for line in _evidence(claim):
            screen.print(Padding(Text(line, style="italic"), (0, 0, 0, 2)))


def _rows(
    screen: Screen, document: Document, claim: Claim, ids: bool, grades: Mapping[str, str]
) -> Iterator[list[str]]:
    """Give a row for each thing that a claim is about; who, how far and how surely stand on the first."""
    before = [words.short_id(claim.id)] if ids else []
    before.append(words.parties(claim.kind, claim.roles))
    standing: list[str] = [claim.stage or "", claim.certainty]
    if not screen.is_wide:
        standing = [", ".join(part for part in standing if part)]
    after = [*standing, words.speaker(claim.sources, document.outlet)]
    after += [grades.get(claim.id, "")] if grades else []
    for what, how_many in _things(claim):
        yield [*before, what, how_many, *after]
        before, after = [""] * len(before), [""] * len(after)


def _things(claim: Claim) -> list[tuple[str, str]]:
    things = [(words.one_line(item.text), words.number(item.quantity)) for item in claim.items]
    if claim.measure:
        things[:1] = [(things[0][0] if things else "", words.measured(claim.measure))]
    if claim.value:
        things.append(("worth", words.money(claim.value)))
    return things or [("", "")]


def _evidence(claim: Claim) -> Iterator[str]:
    where = [words.time(claim.when)] if claim.when else []
    where += [words.one_line(claim.place)] if claim.place else []
    if where:
        yield ", ".join(where)
    for evidence in claim.evidence:
        yield f"“{words.one_line(evidence.quote)}”"
