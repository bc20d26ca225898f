"""PDFs: the text layer, its lines joined into paragraphs again."""

import re
from collections import Counter
from collections.abc import Sequence

from whoarms.documents.guard import check_size
from whoarms.documents.pdf_pages import pages_of
from whoarms.documents.plain import read_plain
from whoarms.errors import InputError
from whoarms.model import Document

_END = b"%%EOF"
_END_WITHIN = 2_048
_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.I)
_STOP = re.compile(r"[.!?:]['\"”’)\]]*$")
_HYPHENS = "-\u00ad\u2010"
_BROKEN_WORD = re.compile("[\x02\ufffe]")
_KEEPING_WORDS = "long short medium high low anti air ship ground self multi non co ex pre post re semi"
_KEEPING = frozenset(_KEEPING_WORDS.split())
_SHORT_LINE = 0.8


def read_pdf(data: bytes, name: str) -> Document:
    """Read the bytes of a PDF into a draft of a document; `message` says why there is no text, if there is
    none.

    Raises InputError for a PDF that is cut off, encrypted, damaged, or too large.
    """
    check_size(len(data), name)
    if not data.startswith(b"%PDF-"):
        raise InputError(name, "not a PDF")
    if _END not in data[-_END_WITHIN:]:
        raise InputError(name, "the PDF is cut off before its end")
    text = "\n\n".join(_paragraphs([_lines(page) for page in pages_of(data, name)]))
    if not text:
        return Document(id="", name=name, message="the PDF has no text layer (pictures of pages only)")
    return read_plain(text, name)


def _lines(page: str) -> list[str]:
    """Split a page into lines, the words that a line end breaks too."""
    return [line.strip() for line in _BROKEN_WORD.sub("-\n", page).splitlines() if line.strip()]


def _paragraphs(pages: Sequence[Sequence[str]]) -> list[str]:
    """Join lines into paragraphs: one ends where a sentence ends on a short line."""
    lines = _without_margins(pages)
    widths = sorted(len(line) for line in lines)
    full = widths[len(widths) * 3 // 4] if widths else 0
    known = set(re.findall(r"\w+(?:-\w+)*", " ".join(lines)))
    found: list[str] = []
    is_open = False
    for line in lines:
        if is_open:
            found[-1] = _join(found[-1], line, known)
        else:
            found.append(line)
        is_open = len(line) >= _SHORT_LINE * full if _STOP.search(line) else len(line) >= _SHORT_LINE * full / 2
    return found


def _without_margins(pages: Sequence[Sequence[str]]) -> list[str]:
    """Drop page numbers, and the first and last lines that return on most pages."""
    edges = Counter(_shape(line) for page in pages for line in {*page[:2], *page[-2:]})
    often = max(3, len(pages) // 2)
    kept: list[str] = []
    for page in pages:
        margin = {*page[:2], *page[-2:]}
        kept += [
            line
            for line in page
            if not _NUMBER.fullmatch(line) and not (line in margin and edges[_shape(line)] >= often)
        ]
    return kept


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _join(start: str, line: str, known: set[str]) -> str:
    """Join two lines; a word broken at the end of the first is made whole, with its own hyphen if any."""
    if start[-1] not in _HYPHENS or not line[0].isalpha():
        return f"{start} {line}"
    head, tail = re.split(r"\W+", start[:-1])[-1], re.split(r"\W+", line)[0]
    keeps = f"{head}-{tail}" in known or line[0].isupper() or head.lower() in _KEEPING
    return start[:-1] + ("-" if keeps and head + tail not in known else "") + line
