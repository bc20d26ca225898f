"""What is exported: deals, their claims and documents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from whoarms.model import Claim, Document
from whoarms.register import Deal, Filter, Register, Report


class Exported(NamedTuple):
    """A file's content, and how often something had to be left out for which reason."""

    content: str | bytes
    left_out: Mapping[str, int] = {}


@dataclass(frozen=True)
class Selection:
    """Deals, claims and documents, in the order of the register.

    `reports` are all claims of the documents, and `chosen` the ids of those that were asked for or belong to a
    deal that was. `texts` holds the text of each document, by its id, where there is one and the format needs it.
    """

    deals: tuple[Deal, ...] = ()
    reports: tuple[Report, ...] = ()
    documents: tuple[Document, ...] = ()
    chosen: frozenset[str] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)

    def reports_of(self, deal: Deal) -> list[Report]:
        """Give the claims of a deal with their documents, the oldest first."""
        return [self._by_claim[id_] for id_ in deal.claims]

    def claims_of(self, deal: Deal) -> list[Claim]:
        """Give the claims of a deal, the oldest first."""
        return [report.claim for report in self.reports_of(deal)]

    def told(self) -> Iterator[tuple[Report, Deal | None]]:
        """Give each chosen claim with the deal it belongs to, where it is about one."""
        deals = {id_: deal for deal in self.deals for id_ in deal.claims}
        chosen = (report for report in self.reports if report.claim.id in self.chosen)
        return ((report, deals.get(report.claim.id)) for report in chosen)

    @cached_property
    def _by_claim(self) -> dict[str, Report]:
        return {report.claim.id: report for report in self.reports}


def select(register: Register, wanted: Filter, *, with_texts: bool = False) -> Selection:
    """Take from a register the deals and the claims that are wanted, with their documents and all that these claim.

    Documents without claims are taken only where everything is wanted.
    """
    deals = tuple(register.deals(wanted))
    chosen = {id_ for deal in deals for id_ in deal.claims} | {report.claim.id for report in register.claims(wanted)}
    said = list(register.claims())
    ids = {report.document.id for report in said if report.claim.id in chosen}
    held = (held.document for held in register.documents())
    documents = tuple(document for document in held if document.id in ids or wanted == Filter())
    texts = {document.id: register.text(document.id) for document in documents} if with_texts else {}
    return Selection(
        deals,
        tuple(report for report in said if report.document.id in ids),
        documents,
        frozenset(chosen),
        {id_: text for id_, text in texts.items() if text},
    )
