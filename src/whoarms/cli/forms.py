"""What JSON output shows of each value of the register."""

from msgspec.structs import asdict

from whoarms.cli.reading_forms import document
from whoarms.register.deals import flat
from whoarms.register.values import Deal, Found, HeldDocument, Report


def report(value: Report) -> dict[str, object]:
    """Show a claim, and its document as one more field."""
    return {**asdict(value.claim), "reliability": value.reliability, "document": document(value.document)}


def held(value: HeldDocument) -> dict[str, object]:
    """Show a stored document, when it came in, and how many claims it makes."""
    return {**document(value.document), "arrived": value.arrived, "claims": value.claims}


def deal(value: Deal) -> dict[str, object]:
    """Show a deal in the form of the contract."""
    return flat(value)


def found(value: Found) -> dict[str, object]:
    """Show a deal with the ties among its documents, a claim as such, and a document like one just read."""
    if value.deal is not None:
        return {**deal(value.deal), "ties": value.ties}
    if value.document is not None:
        claims = [report.claim for report in value.reports]
        return {"document": document(value.document.document), "claims": claims}
    return report(value.reports[0])
