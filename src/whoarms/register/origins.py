"""Who really says so: what each claim of one deal goes back to.

The simple version. A claim's origin is
- the innermost source, if it is named: the same name is one origin wherever it is quoted;
- else, for an anonymous source, the outlet that quotes it: two anonymous sources of one outlet cannot be
  told apart;
- else the document that states it in its own voice, or the earlier document which that one repeats.

A document repeats an earlier one of the same deal if its words are the same, or if its credits name the
outlet of the earlier one. A source that is such an outlet ("the Herald reports") stands for the earlier
document as well.
"""

from collections.abc import Iterable

from whoarms.model import Claim, Document, Source
from whoarms.register.fold import fold
from whoarms.register.order import age
from whoarms.register.values import Report


def origins(deal: Iterable[Report]) -> dict[str, str]:
    """Name the origin of each claim of one deal, by claim id: a source as it is called, or a document id."""
    first_carriers: dict[str, Document] = {}  # by digest of the text and by folded outlet
    labels: dict[str, str] = {}  # what an origin was called when it first appeared
    voices: dict[str, str] = {}  # document id -> the origin of the first claim in it
    found: dict[str, str] = {}
    for report in sorted(deal, key=age):
        original = _original(report, first_carriers)
        key, label = _origin(report.claim, original, first_carriers, voices)
        found[report.claim.id] = labels.setdefault(key, label)
        voices.setdefault(report.document.id, found[report.claim.id])
        for name in (report.text_digest, fold(report.document.outlet or "")):
            if name:
                first_carriers.setdefault(name, original)
    return found


def _original(report: Report, first_carriers: dict[str, Document]) -> Document:
    """Give the earlier document that this one repeats, or the document itself."""
    for name in (report.text_digest, *map(fold, report.document.credits)):
        if name and name in first_carriers:
            return first_carriers[name]
    return report.document


def _origin(
    claim: Claim, original: Document, first_carriers: dict[str, Document], voices: dict[str, str]
) -> tuple[str, str]:
    """Give the key that tells an origin from others, and what to call it."""
    if not claim.sources:
        return f"document {original.id}", original.id
    source = claim.sources[-1]
    if source.type == "anonymous":
        outlet = _quoting(claim) or original.outlet
        return f"anonymous {fold(outlet or original.id)}", f"anonymous source of {outlet or original.id}"
    carrier = first_carriers.get(fold(source.text))
    if carrier is not None and carrier.id in voices:
        return f"voice {carrier.id}", voices[carrier.id]
    return f"named {source.actor} {fold(source.text)}", _called(source)


def _quoting(claim: Claim) -> str | None:
    """Name the source that quotes the innermost one."""
    return claim.sources[-2].text if len(claim.sources) > 1 else None


def _called(source: Source) -> str:
    return f"{source.text} ({source.actor})" if source.actor else source.text
