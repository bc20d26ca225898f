"""Documents as BibTeX entries."""

import re

from whoarms.export.selection import Exported, Selection
from whoarms.model import Document, content_id
from whoarms.register.dates import day_span

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9:_.-]*")
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "$&#_%"},
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(selection: Selection) -> Exported:
    """Write an entry for each document, in UTF-8."""
    entries = [_entry(document) for document in selection.documents]
    return Exported("\n".join(entries))


def _entry(document: Document) -> str:
    fields = {
        "author": _author(document.author),
        "title": f"{{{_text(document.title or document.name or document.id)}}}",
        "howpublished": _text(document.outlet),
        "year": (document.published or "")[:4] if day_span(document.published) else "",
        "url": _url(document.url),
        "language": "english" if document.language == "en" else "",
        "note": f"whoarms document {_text(document.id)}",
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@misc{{{_key(document.id)},\n{''.join(lines)}{_month(document.published)}}}\n"


def _key(id_: str) -> str:
    """Take a document's id for the key where BibTeX can hold it, else a hash of it."""
    return id_ if _KEY.fullmatch(id_) else f"d{content_id(id_)}"


def _month(published: str | None) -> str:
    """Give the month as the macro of BibTeX, which styles print in their own way."""
    if not day_span(published) or not published or len(published) < 7:
        return ""
    day = f"{int(published[8:])}~" if len(published) == 10 else ""
    month = _MONTHS[int(published[5:7]) - 1]
    return f'  month = "{day}" # {month},\n' if day else f"  month = {month},\n"


def _author(author: str | None) -> str:
    """Keep names joined by `and`; one with a comma stands in braces, for its parts are not known."""
    names = (author or "").split(" and ")
    return " and ".join(f"{{{_text(one)}}}" if "," in one else _text(one) for one in names)


def _url(url: str | None) -> str:
    """Write an address as it is, but for what would end its braces."""
    return (url or "").replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _text(words: str | None) -> str:
    return "".join(_SPECIAL.get(mark, mark) for mark in " ".join((words or "").split()))
