"""The register as its users see it."""

import re
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from whoarms.errors import RegisterError
from whoarms.model import Reading
from whoarms.register.deals import deals_of
from whoarms.register.store import Store
from whoarms.register.values import Deal, Filter, Found, HeldDocument, Report

_EVERYTHING = Filter()
_SURROGATE = re.compile("[\ud800-\udfff]")
"""What no database can compare: bytes on the command line that are no characters."""


class Register:
    """Documents and claims in a database, and the deals that follow from them.

    >>> with Register("sqlite:///whoarms.db") as register:
    ...     for reading in read("article.html"):
    ...         register.add(reading)
    ...     for deal in register.deals(Filter(supplier="Iran", since="2022")):
    ...         print(deal.status, deal.quantities)

    Claims are the stored truth; deals are made of them whenever they are asked for. All methods raise
    RegisterError where the database fails.
    """

    def __init__(self, url: str) -> None:
        """Open the register at an SQLAlchemy URL; what is missing (a folder, a file, tables) is made."""
        self._store = Store(url)

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
        arrival, and its claims take the place of the former ones. Raises InputError where the id of the
        document or of a claim belongs to another document, and where the database cannot hold a value.
        """
        return reading.document.status == "read" and self._store.add(reading)

    def deals(self, wanted: Filter = _EVERYTHING) -> list[Deal]:
        """Give the deals of which at least one claim is wanted, the first reported first.

        `wanted.stage` is compared with the latest stage of the deal. A deal always holds all its claims,
        also those that are not wanted themselves.
        """
        found = deals_of(self._store.reports(Filter(kind=wanted.kind)))
        chosen = self._store.claim_ids(replace(wanted, stage=None))
        return [deal for deal in found if not chosen.isdisjoint(deal.claims) and wanted.stage in (None, deal.stage)]

    def claims(self, wanted: Filter = _EVERYTHING) -> Iterator[Report]:
        """Give the claims that are wanted, each with its document, the first published first."""
        return self._store.reports(wanted)

    def documents(self, wanted: Filter = _EVERYTHING) -> Iterator[HeldDocument]:
        """Give the documents with a wanted claim, the first published first; all, if nothing is asked.

        `wanted.since` and `wanted.until` are compared with the day of publication.
        """
        return self._store.documents(wanted)

    def text(self, document_id: str) -> str | None:
        """Give the text of a document; None where the register holds none."""
        return self._store.text(document_id)

    def show(self, prefix: str) -> Found:
        """Give the deal, the document or the claim of an id, or of a prefix that only one id has.

        Raises RegisterError where there is none, or more than one.
        """
        candidates = self._candidates(prefix) if prefix and not _SURROGATE.search(prefix) else {}
        if prefix in candidates:
            return candidates[prefix]
        if not candidates:
            raise RegisterError(f"{prefix}: the register holds no deal, claim or document with this id")
        if len(candidates) > 1:
            raise RegisterError(f"{prefix}: more than one id starts so: {', '.join(sorted(candidates)[:5])}")
        return next(iter(candidates.values()))

    def _candidates(self, prefix: str) -> dict[str, Found]:
        """Give what a prefix can stand for, by the whole id; a document goes before a deal and a claim."""
        reports = list(self._store.reports(_EVERYTHING))
        by_claim = {report.claim.id: report for report in reports}
        deals = [deal for deal in deals_of(reports) if deal.id.startswith(prefix)]
        return {
            **{r.claim.id: Found(reports=(r,)) for r in self._store.reports_like(prefix)},
            **{deal.id: Found(tuple(by_claim[claim] for claim in deal.claims), deal=deal) for deal in deals},
            **{
                held.document.id: Found(tuple(self._store.reports_of(held.document.id)), document=held)
                for held in self._store.documents_like(prefix)
            },
        }
