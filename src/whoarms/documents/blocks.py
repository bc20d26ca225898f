"""The visible lines of HTML, all, in order: for fragments in feeds, and to see what an extractor left out."""

from importlib import import_module
from typing import Any

from whoarms.documents.decode import normal_text

_HIDDEN_WORDS = "script style noscript template head title iframe object svg select option button form"
_HIDDEN = frozenset(_HIDDEN_WORDS.split())
_BREAKING_WORDS = (
    "p div br li ul ol tr td th table h1 h2 h3 h4 h5 h6 section article aside header footer nav main "
    "figure figcaption blockquote pre hr dl dt dd body"
)
_BREAKING = frozenset(_BREAKING_WORDS.split())


def visible_lines(html: str) -> list[str]:
    """List the lines that a reader of the page or fragment sees; none when nothing can be parsed.

    The caller has seen to it that the HTML is safe to parse (guard.check_html).
    """
    etree = import_module("lxml.etree")
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True)
    root = etree.fromstring(f"<html><body>{html}", parser) if html.strip() else None
    if root is None:
        return []
    pieces: list[str] = []
    _walk(etree, root, pieces)
    return [line for piece in "".join(pieces).split("\0") if (line := " ".join(normal_text(piece).split()))]


def _walk(etree: Any, root: Any, pieces: list[str]) -> None:
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        breaks = "\0" if element.tag in _BREAKING else ""
        if element.tag in _HIDDEN:
            hidden += 1 if event == "start" else -1
        inner = element.text if event == "start" else element.tail
        pieces.append(breaks)
        if inner and not hidden:
            pieces.append(inner.replace("\0", ""))
