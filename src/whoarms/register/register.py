"""The register as its users see it."""

from collections.abc import Iterator
from datetime import datetime
from types import TracebackType
from typing import Self

import msgspec

from whoarms.model import Reading
from whoarms.register import answers, grades, queries
from whoarms.register.choice import chosen, findable
from whoarms.register.grades import Grade, Grades, SourceGrade
from whoarms.register.judging import refused_ties
from whoarms.register.lineage import lineage_of
from whoarms.register.moment import Clock, moment, now
from whoarms.register.review import Review
from whoarms.register.store import Store
from whoarms.register.values import Deal, Filter, Found, HeldDocument, Report

_EVERYTHING = Filter()


class Register:
    """Documents and claims in a database, and the deals that follow from them.

    >>> with Register("sqlite:///whoarms.db") as register:
    ...     for reading in read("article.html"):
    ...         register.add(reading)
    ...     for deal in register.deals(Filter(supplier="Iran", since="2022")):
    ...         print(deal.status, deal.quantities)

    Claims are the stored truth; deals are made of them when claims or judgements have changed. `as_of` asks for
    what the register held at the end of a year, a month or a day, or at a time (UTC): documents, readings,
    judgements and grades that came later are not seen. All methods raise RegisterError where the database fails,
    and SettingsError where `as_of` is no date.
    """

    def __init__(self, url: str, *, clock: Clock = now) -> None:
        """Open the register at an SQLAlchemy URL; what is missing (a folder, a file, tables) is made.

        A register of an older schema is brought up to date; RegisterError is raised for one of a newer schema.
        `clock` gives the time (UTC) at which something is stored.
        """
        self._clock = clock
        self._store = Store(url)
        self.review = Review(self._store, clock)

    def __enter__(self) -> Self:
        """Use the register; it is closed at the end."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the register."""
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    def add(self, reading: Reading) -> bool:
        """Store a document with its claims, whole or not at all, and say whether that changed anything.

        It does not where the register holds the document with the same claims, nor where the document could
        not be read. A document that comes again with other claims (a better reader) keeps its time of
        arrival; its former claims are kept as what was read before. Raises InputError where the id of the
        document or of a claim belongs to another document, and where the database cannot hold a value.
        """
        return reading.document.status == "read" and self._store.add(reading, self._clock())

    def deals(self, wanted: Filter = _EVERYTHING, *, as_of: str | None = None) -> list[Deal]:
        """Give the deals that are wanted, the first reported first.

        A deal is wanted if it has the actors, the category and the system that are asked for, at least one
        claim of that certainty, and days that touch the wanted ones; `wanted.stage` is its latest stage.
        """
        at = moment(as_of)
        held = self._grades(as_of)
        return self._store.ask_deals(lambda connection: answers.deals_wanted(connection, wanted, held), at)

    def claims(self, wanted: Filter = _EVERYTHING, *, as_of: str | None = None) -> Iterator[Report]:
        """Give the claims that are wanted, each with its document, the first published first."""
        at = moment(as_of)
        found = self._store.stream(lambda connection: queries.reports(connection, wanted, at))
        return self._grades(as_of).graded(found)

    def documents(self, wanted: Filter = _EVERYTHING, *, as_of: str | None = None) -> Iterator[HeldDocument]:
        """Give the documents with a wanted claim, the first published first; all, if nothing is asked.

        `wanted.since` and `wanted.until` are compared with the day of publication.
        """
        at = moment(as_of)
        return self._store.stream(lambda connection: queries.held_documents(connection, wanted, at))

    def text(self, document_id: str) -> str | None:
        """Give the text of a document; None where the register holds none."""
        found = self._store.read(lambda connection: list(queries.texts_of(connection, None, [document_id])))
        return found[0].text if found else None

    def show(self, prefix: str, *, as_of: str | None = None) -> Found:
        """Give the deal, the document or the claim of an id, or of a prefix that only one id has.

        Raises RegisterError where there is none, or more than one.
        """
        what = "deal, claim or document"
        return chosen(prefix, self._candidates(findable(prefix, what), as_of), what)

    def rebuild(self) -> None:
        """Make all deals anew of the claims and judgements; the same come out as are held already."""
        self._store.rebuild()

    def set_grade(self, source: str, grade: Grade | None, *, by: str, reason: str = "") -> None:
        """Give a source (an outlet, an agency, a speaker) a grade of reliability; None takes it back."""
        given = SourceGrade(0, source, grade, by, reason, self._clock())
        self._store.write(lambda connection: grades.set_grade(connection, given))

    def grades(self, *, as_of: str | None = None) -> list[SourceGrade]:
        """Give all grades that sources were ever given, the first first; the last one of a source counts."""
        at = moment(as_of)
        return self._store.read(lambda connection: grades.grades_given(connection, at))

    def _grades(self, as_of: str | None) -> Grades:
        return Grades(self.grades(as_of=as_of))

    def _candidates(self, prefix: str, as_of: str | None) -> dict[str, Found]:
        """Give what a prefix can stand for, by the whole id; a document goes before a deal and a claim."""
        at, held = moment(as_of), self._grades(as_of)
        documents = self._store.read(lambda connection: list(queries.documents_like(connection, prefix, at)))
        claims = self._store.read(lambda connection: list(queries.reports_like(connection, prefix, at)))
        deals = self._store.ask_deals(lambda connection: answers.deals_like(connection, prefix, held), at)
        found = [
            *((report.claim.id, Found((report,))) for report in claims),
            *((deal.id, self._of_deal(deal, at)) for deal in deals),
            *((one.document.id, Found(self._of_document(one, at), document=one)) for one in documents),
        ]
        return {id_: msgspec.structs.replace(each, reports=tuple(held.graded(each.reports))) for id_, each in found}

    def _of_deal(self, deal: Deal, at: datetime | None) -> Found:
        reports = self._store.read(lambda connection: queries.reports_by_id(connection, deal.claims, at))
        texts = self._store.read(lambda connection: list(queries.texts_of(connection, at, deal.documents)))
        refused = self._store.read(lambda connection: refused_ties(connection, at))
        lineage = lineage_of(reports, texts, refused)
        return Found(tuple(reports), deal=deal, ties=lineage.among(set(deal.documents)))

    def _of_document(self, held: HeldDocument, at: datetime | None) -> tuple[Report, ...]:
        ask = queries.reports_of
        return tuple(self._store.read(lambda connection: list(ask(connection, held.document.id, at))))
