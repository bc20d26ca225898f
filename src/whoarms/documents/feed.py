"""RSS and Atom: each item a draft of a document, with the source that the feed names for it."""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from importlib import import_module
from typing import Any

from whoarms.documents.blocks import visible_lines
from whoarms.documents.body import Body, main_text
from whoarms.documents.decode import decode
from whoarms.documents.guard import check_html, check_size, check_xml
from whoarms.errors import InputError
from whoarms.model import Document

_ISO = re.compile(r"\s*(\d{4}-\d\d-\d\d)")
_DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]*\?>")


def read_feed(data: bytes, name: str, url: str | None = None, charset: str | None = None) -> Iterator[Document]:
    """Read the bytes of a feed into drafts of documents named `name#1`, `name#2` …

    Raises InputError when it is no feed, has no items, is too large, or declares entities of its own.
    """
    check_size(len(data), name)
    text = decode(data, name, charset)
    check_xml(text, name)
    check_html(text.encode(), name)
    found = _parse(_DECLARATION.sub("", text), name, url)
    if not found.version:
        raise InputError(name, "XML, but no feed of news (RSS or Atom)")
    if not found.entries:
        raise InputError(name, "a feed without items")
    outlet = _words(found.feed.get("title"))
    for number, entry in enumerate(found.entries, start=1):
        yield _item(entry, f"{name}#{number}", outlet)


def _parse(text: str, name: str, url: str | None) -> Any:
    try:
        return import_module("feedparser").parse(text.encode(), response_headers=_headers(url))
    except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise InputError(name, f"the feed could not be parsed ({type(error).__name__})") from error


def _headers(url: str | None) -> dict[str, str]:
    """Tell feedparser the charset that the text was just given, and where relative links lead."""
    headers = {"content-type": "application/xml; charset=utf-8"}
    return headers | {"content-location": url} if url else headers


def _item(entry: Any, name: str, outlet: str | None) -> Document:
    source = _words(entry.get("source", {}).get("title"))
    title = _words(entry.get("title"))
    if title and source:
        title = title.removesuffix(f" - {source}")
    body = _body(entry, name, title)
    return Document(
        id="",
        name=name,
        url=entry.get("link"),
        title=title,
        outlet=outlet,
        author=_words(entry.get("author_detail", {}).get("name") or entry.get("author")) or body.author,
        published=_day(entry) or body.published,
        language=entry.get("language"),
        truncated=body.truncated or not body.paragraphs,
        credits=(source,) if source else (),
        text="\n\n".join(body.paragraphs) or title,
    )


def _body(entry: Any, name: str, title: str | None) -> Body:
    """Take the longest text of an item: its content, else its summary."""
    texts = [content.get("value") or "" for content in entry.get("content", [])] + [entry.get("summary") or ""]
    html = max(texts, key=len)
    check_html(html.encode(), name)
    return main_text(visible_lines(html), title)


def _words(value: object) -> str | None:
    """Make one line of a text that may hold HTML."""
    return " ".join(visible_lines(value)) or None if isinstance(value, str) else None


def _day(entry: Any) -> str | None:
    """Read the day of publication where it was published, not in UTC; None when the feed gives none."""
    words = next((entry[key] for key in ("published", "updated") if key in entry), "")
    if iso := _ISO.match(words):
        return iso[1]
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except (TypeError, ValueError):
        return None
