"""What JSON output shows of what was read; `whoarms read` needs no register for it."""

from msgspec.structs import asdict

from whoarms.model import Document, Reading


def document(value: Document, with_text: bool = False) -> dict[str, object]:
    """Show a document, its text only where it is asked for."""
    fields = asdict(value)
    if not with_text:
        del fields["text"]
    return fields


def reading(value: Reading, with_text: bool = False) -> dict[str, object]:
    """Show a document with the claims it makes."""
    return {"document": document(value.document, with_text), "claims": value.claims}
