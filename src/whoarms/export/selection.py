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
    """Deals, and all claims of their documents in the order of the register.

    `texts` holds the text of each document, by its id, where there is one and the format needs it.
    """

    deals: tuple[Deal, ...] = ()
    reports: tuple[Report, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Give each document once."""
        return tuple({report.document.id: report.document for report in self.reports}.values())

    def reports_of(self, deal: Deal) -> list[Report]:
        """Give the claims of a deal with their documents, the oldest first."""
        return [self._by_claim[id_] for id_ in deal.claims]

    def claims_of(self, deal: Deal) -> list[Claim]:
        """Give the claims of a deal, the oldest first."""
        return [report.claim for report in self.reports_of(deal)]

    def pairs(self) -> Iterator[tuple[Deal, Report]]:
        """Give each claim of each deal with it."""
        return ((deal, report) for deal in self.deals for report in self.reports_of(deal))

    @cached_property
    def _by_claim(self) -> dict[str, Report]:
        return {report.claim.id: report for report in self.reports}


def select(register: Register, wanted: Filter, *, with_texts: bool = False) -> Selection:
    """Take from a register the deals that are wanted, with their documents and all that these claim."""
    deals = register.deals(wanted)
    ids = {id_ for deal in deals for id_ in deal.documents}
    reports = tuple(report for report in register.claims() if report.document.id in ids)
    texts = {id_: register.text(id_) for id_ in sorted(ids)} if with_texts else {}
    return Selection(tuple(deals), reports, {id_: text for id_, text in texts.items() if text})
