"""Whom a text credits: agency bylines and tags, "first published by", "X reported", "citing X", links."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from whoarms.documents.credits import credits_of
from whoarms.model import Document
from whoarms.register.outlets import same_outlet
from whoarms.vocabulary.matching import Terms
from whoarms.vocabulary.outlets import find_outlets
from whoarms.vocabulary.speakers import speaker_words

_BEFORE = re.compile(
    r"\b(?:according to|cit(?:es|ed|ing)|quot(?:es|ed|ing)|told|tells|reported (?:by|in|on)|published (?:by|in|on)|"
    r"reports? (?:by|in|from|of)|reference to|refer(?:s|red|ring) to|interview (?:with|to)|carried by|"
    r"relay(?:s|ed|ing)|picked (?:it |this )?up (?:from|by)|relying on|based on|via|sources?:|seen by|obtained by|"
    r"shown to|quoted (?:by|in))\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"[’']?s?(?:\s+(?:[a-z][\w-]*\s+){{0,2}}?(?:agency|newspaper|daily|weekly|blog|website|site|portal|channel|magazine|paper))?"
    rf"(?:,[^,.;\n]{{0,60}},)?(?:\s+(?:has|had|have|also|first|earlier|later|separately|now|then|which|was|as))*\s+"
    rf"(?:{speaker_words('verb')}|learned|learnt|understands|broke|carried|published|picked)\b"
)
_PART = re.compile(r"\b(?:of|at|for|in|with|from)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before an outlet that is not itself the one who says something: `a reader of the Nile Herald wrote`."""
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")


class Credit(NamedTuple):
    """An outlet that a text credits, or the address of a page, and the words that do it."""

    name: str
    words: str


def page_credits(document: Document) -> tuple[str, ...]:
    """Give the outlets that the page and the ends of its text name as its origin, but not its own outlet."""
    named = (*document.credits, *credits_of(document.text or "", document.author))
    return tuple(dict.fromkeys(name for name in named if not same_outlet(name, document.outlet or "")))


def outlets_of(documents: Iterable[Document]) -> Terms[str]:
    """Make the search for the outlets of some documents."""
    return Terms((name, name) for name in sorted({d.outlet for d in documents if d.outlet}))


def credits_in(document: Document, outlets: Terms[str]) -> Iterator[Credit]:
    """Give each outlet that the page or the running text credits, and each address that the text links to."""
    yield from (Credit(name, name) for name in page_credits(document))
    text = document.text or ""
    known = [(one.start, one.end, one.value.name) for one in find_outlets(text)]
    held = [(one.start, one.end, one.value) for one in outlets.find(text)]
    for start, end, name in sorted({*known, *held}):
        if _is_credit(text, start, end) and not same_outlet(name, document.outlet or ""):
            yield Credit(name, _around(text, start, end))
    yield from (Credit(found.group().rstrip(".,;"), found.group()) for found in _ADDRESS.finditer(text))


def meant(credit: Credit, names: Iterable[str]) -> list[str]:
    """Choose those outlets and addresses that a credit means."""
    if "://" in credit.name:
        return [name for name in names if name == credit.name]
    return [name for name in names if same_outlet(credit.name, name)]


def _around(text: str, start: int, end: int) -> str:
    """Give a place of a text with the few whole words before and after it."""
    first, last = max(0, start - 30), end + 30
    before = text[first:start].partition(" ")[2] if first else text[:start]
    after = text[end:last].rpartition(" ")[0] if last < len(text) else text[end:]
    return " ".join((before + text[start:end] + after).split())


def _is_credit(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 80) : start]
    return bool(_BEFORE.search(before) or (_AFTER.match(text, end) and not _PART.search(before)))
