"""The evidence of claims as W3C Web Annotations (JSON-LD).

See <https://www.w3.org/TR/annotation-model/>; the link into the page is a text fragment,
<https://wicg.github.io/scroll-to-text-fragment/>.
"""

from collections.abc import Iterator
from urllib.parse import quote as percent_encoded

import msgspec

from whoarms.export.names import headline
from whoarms.export.selection import Exported, Selection
from whoarms.model import Claim, Document, Evidence
from whoarms.register import Deal, Report

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""So many characters before and after a quote tell it from others of the same words."""
_LONG = 12
"""A quote of more words is linked by its first and its last ones."""
_ENDS = 4
_NO_EVIDENCE = "claims without evidence"


def annotations(selection: Selection) -> Exported:
    """Write one page of annotations, one for each stretch of evidence of each claim."""
    items = [one for report, deal in selection.told() for one in _annotations(selection, report, deal)]
    page = {"@context": _CONTEXT, "type": "AnnotationPage", "items": items}
    bare = sum(not report.claim.evidence for report, _ in selection.told())
    return Exported(msgspec.json.format(msgspec.json.encode(page), indent=1).decode() + "\n", {_NO_EVIDENCE: bare})


def text_fragment(url: str, quote: str) -> str:
    """Link to a quote in a page: `https://…#:~:text=first%20words,last%20words`."""
    page, _, anchor = url.partition("#")
    return f"{page}#{anchor.partition(':~:')[0]}{_directive(quote)}"


def _directive(quote: str) -> str:
    """Name a quote by its words, a long one or one of several lines by its first and last."""
    words = quote.split()
    if len(words) <= _LONG and "\n" not in quote:
        return f":~:text={_encoded(words)}"
    ends = min(_ENDS, max(1, len(words) // 2))
    return f":~:text={_encoded(words[:ends])},{_encoded(words[-ends:])}"


def _encoded(words: list[str]) -> str:
    return percent_encoded(" ".join(words), safe="").replace("-", "%2D")


def _annotations(selection: Selection, report: Report, deal: Deal | None) -> Iterator[dict[str, object]]:
    claim, document = report.claim, report.document
    text = selection.texts.get(document.id)
    for number, evidence in enumerate(claim.evidence):
        yield {
            "id": f"{_urn('claim', claim.id)}:{number}",
            "type": "Annotation",
            "motivation": "describing",
            "body": [*_body(claim), *_about(deal), *_link(document, evidence)],
            "target": {
                "source": document.url or _urn("document", document.id),
                "selector": [_quote_selector(evidence, text), _position_selector(evidence)],
            },
        }


def _body(claim: Claim) -> Iterator[dict[str, object]]:
    """Give what the claim is in tags, and the whole of it as JSON."""
    for tag in (claim.kind, claim.stage, claim.certainty):
        if tag:
            yield {"type": "TextualBody", "purpose": "tagging", "value": tag}
    whole = msgspec.json.encode(claim).decode()
    yield {"type": "TextualBody", "purpose": "classifying", "format": "application/json", "value": whole}


def _about(deal: Deal | None) -> Iterator[dict[str, object]]:
    if deal:
        yield {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": headline(deal)}
        yield {"type": "SpecificResource", "purpose": "identifying", "source": _urn("deal", deal.id)}


def _link(document: Document, evidence: Evidence) -> Iterator[dict[str, object]]:
    if document.url:
        yield {"type": "SpecificResource", "purpose": "linking", "source": text_fragment(document.url, evidence.quote)}


def _quote_selector(evidence: Evidence, text: str | None) -> dict[str, object]:
    """Give the quote, with what stands before and after it where the text is known and holds it there."""
    selector: dict[str, object] = {"type": "TextQuoteSelector", "exact": evidence.quote}
    if text is None or text[evidence.start : evidence.end] != evidence.quote:
        return selector
    prefix = text[max(0, evidence.start - _AROUND) : evidence.start]
    return {**selector, "prefix": prefix, "suffix": text[evidence.end : evidence.end + _AROUND]}


def _position_selector(evidence: Evidence) -> dict[str, object]:
    return {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end}


def _urn(what: str, id_: str) -> str:
    return f"urn:whoarms:{what}:{percent_encoded(id_, safe='')}"
