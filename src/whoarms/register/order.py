"""The one order in which reports are taken: what follows from them does not depend on their arrival."""

from whoarms.register.dates import day_span
from whoarms.register.values import Report

Key = tuple[str, str, int, str]


def age(report: Report) -> Key:
    """Sort by day of publication (unknown days last), then by document, place in it, and claim."""
    published = report.document.published if day_span(report.document.published) else None
    place = min((one.start for one in report.claim.evidence), default=0)
    return published or "9999-99-99", report.document.id, place, report.claim.id
