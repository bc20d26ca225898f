"""The last step of every input: a draft gets its id, language and status; an error becomes a document."""

import re
from typing import Literal

import msgspec

from whoarms.documents.credits import credits_of
from whoarms.documents.language import SUPPORTED, language_of
from whoarms.errors import InputError
from whoarms.model import Document, content_id

LONGEST_TEXT = 1_000_000


def settle(draft: Document) -> Document:
    """Make a document of a draft: `language` is a hint until here, `message` the cause of no text."""
    text = draft.text or ""
    if not re.search(r"\w", text):
        return refused(draft, "empty", draft.message or "there is no text in it")
    if len(text) > LONGEST_TEXT:
        return refused(draft, "unreadable", f"{len(text):,} characters are more than the {LONGEST_TEXT:,} of a book")
    language = language_of(text, draft.language)
    if language != SUPPORTED:
        draft = msgspec.structs.replace(draft, language=language)
        return refused(draft, "unsupported_language", f"language '{language}' is not supported (only English is)")
    named = dict.fromkeys([*draft.credits, *credits_of(text, draft.author)])
    credits = (name for name in named if not _is_outlet(name, draft.outlet or ""))
    return msgspec.structs.replace(
        draft,
        id=draft.id or content_id(text),
        name=_printable(draft.name),
        language=language,
        message=None,
        credits=tuple(credits),
    )


def unreadable(error: InputError) -> Document:
    """Make the document that stands for an input that could not be read."""
    return refused(Document(id="", name=error.name), "unreadable", error.cause)


def refused(draft: Document, status: Literal["empty", "unreadable", "unsupported_language"], message: str) -> Document:
    """Keep of a draft only what names it, with the reason why it is not read."""
    return msgspec.structs.replace(
        draft,
        id=draft.id or content_id(draft.name if status == "empty" else draft.text or draft.name),
        name=_printable(draft.name),
        status=status,
        message=_printable(message),
        text=None,
    )


def _printable(text: str) -> str:
    """Write out the bytes of a file name that are not UTF-8; Python keeps them as characters of no encoding."""
    return text.encode("utf-8", "backslashreplace").decode()


def _is_outlet(name: str, outlet: str) -> bool:
    """Say whether a credit names the outlet itself: "Example News" as Example News, Example or EN."""
    initials = "".join(word[0] for word in outlet.split() if word[0].isupper())
    return name == initials or f"{outlet} ".startswith(f"{name} ")
