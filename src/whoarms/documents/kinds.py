"""Which parser an input needs: by its extension, by the content type of an answer, by its first bytes."""

import re
from pathlib import PurePath
from typing import Literal

from whoarms.errors import InputError

Kind = Literal["html", "text", "markdown", "pdf", "json", "jsonl", "xml"]

EXTENSIONS: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".md": "markdown",
    ".pdf": "pdf",
    ".json": "json",
    ".jsonl": "jsonl",
    ".xml": "xml",
}
_CONTENT_TYPES: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
    "application/json": "json",
    "application/feed+json": "json",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "application/rss+xml": "xml",
    "application/atom+xml": "xml",
    "application/rdf+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
}
_VAGUE = frozenset(["", "application/octet-stream", "binary/octet-stream"])
_XML = re.compile(
    rb"(?:<\?xml\b[^>]*>)?(?:\s+|<!--.*?-->|<\?[^>]*>|<!DOCTYPE(?!\s*html)[^>]*>)*<(?:rss|feed|rdf:RDF)\b",
    re.I | re.S,
)
_PEEK = 4096


def kind_of_file(path: PurePath, head: bytes) -> Kind:
    """Choose by the extension, or by the first bytes of a file without one. Raises InputError for others."""
    if not path.suffix:
        return kind_of_bytes(head)
    try:
        return EXTENSIONS[path.suffix.lower()]
    except KeyError:
        known = " ".join(EXTENSIONS)
        raise InputError(str(path), f"'{path.suffix}' is not a kind of file that is read ({known})") from None


def kind_of_answer(content_type: str, head: bytes, url: str) -> Kind:
    """Choose for an answer of a server; a PDF or a feed is known by its bytes. InputError for others."""
    essence = content_type.partition(";")[0].strip().lower()
    by_bytes = kind_of_bytes(head)
    if by_bytes in ("pdf", "xml") or essence in _VAGUE:
        return by_bytes
    if essence not in _CONTENT_TYPES:
        raise InputError(url, f"its content type '{essence[:60]}' is not read")
    return _CONTENT_TYPES[essence]


def kind_of_bytes(head: bytes) -> Kind:
    """Choose by the first bytes of an input without a name: text, unless they look like something else."""
    head = head[:_PEEK].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"%PDF-"):
        return "pdf"
    if _XML.match(head):
        return "xml"
    if head.startswith(b"<"):
        return "html"
    if re.match(rb"""\{\s*["}]""", head):
        first, _, rest = head.partition(b"\n")
        is_line = first.rstrip().endswith(b"}") or (not rest and len(first) > 2)
        return "jsonl" if is_line else "json"
    return "json" if re.match(rb"\[\s*[{\]]", head) else "text"
