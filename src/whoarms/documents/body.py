"""The paragraphs of a page without what is no text: bylines, notices, furniture, comments, other articles."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from whoarms.documents.byline import read_byline
from whoarms.documents.dateline import date_line
from whoarms.documents.furniture import (
    is_comments,
    is_furniture,
    is_paywall,
    is_prose,
    is_related,
    is_teaser,
)

_ELLIPSIS = re.compile(r"(?:…|\.\.\.)[\s\])]*$")
_CUT = re.compile(
    r"\s*(?:[\[(]\s*(?:…|\.{3})\s*[\])]\s*)?(?:\(?\b(?:Read (?:more|full (?:story|article)|the (?:full"
    r"|whole) (?:story|article|post))"
    r"|Continue reading|Keep reading)\b[^.!?]{0,150})?[\s.…»›>→)]*$"
)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-Z])")
_TAIL = 300


class Body(NamedTuple):
    """Paragraphs of text, whether a paywall or a cut was seen, and what removed lines said."""

    paragraphs: tuple[str, ...]
    truncated: bool = False
    author: str | None = None
    outlet: str | None = None
    published: str | None = None


def main_text(lines: Iterable[str], title: str | None = None) -> Body:
    """Keep the lines that are paragraphs of the text.

    A line that repeats `title`, a byline and a date line count as furniture only before the second paragraph
    of prose or right at the end; a comments heading ends the text once it has begun.
    """
    found = _Collector(title)
    for line in lines:
        if not found.take(line.strip()):
            break
    return found.body()


class _Collector:
    def __init__(self, title: str | None) -> None:
        self._title = _key(title or "")
        self._kept: list[str] = []
        self._prose = 0
        self._truncated = self._in_related = False
        self._facts: dict[str, str] = {}

    def take(self, line: str) -> bool:
        """Keep or drop a line; False when the text has ended."""
        if self._prose and is_comments(line):
            return False
        if is_paywall(line) or (is_teaser(line) and self._kept):
            self._truncated = True
        elif self._prose and is_related(line):
            self._in_related = True
        elif not self._is_dropped(line):
            self._keep(line)
        return True

    def body(self) -> Body:
        """Finish: cut the mark of a teaser from the last paragraph."""
        if self._kept:
            self._cut_end()
        return Body(tuple(self._kept), self._truncated, **self._facts)

    def _is_dropped(self, line: str) -> bool:
        if is_furniture(line) or is_comments(line) or (self._in_related and not is_prose(line)):
            return True
        if self._prose > 1:
            return False
        return _key(line) == self._title or self._is_fact(line)

    def _is_fact(self, line: str) -> bool:
        if byline := read_byline(line):
            self._note("author", byline.author)
            self._note("outlet", byline.outlet)
        elif dated := date_line(line):
            day, is_update = dated
            if not is_update:
                self._note("published", day)
        else:
            return False
        return True

    def _note(self, field: str, value: str | None) -> None:
        if value:
            self._facts.setdefault(field, value)

    def _keep(self, line: str) -> None:
        self._in_related = False
        self._prose += is_prose(line)
        self._kept.append(line)

    def _cut_end(self) -> None:
        last = self._kept[-1]
        head, tail = last[:-_TAIL], last[-_TAIL:]
        *sentences, end = _SENTENCE.split(tail)
        if sentences and is_paywall(end):
            tail = tail[: -len(end)].rstrip()
            self._truncated = True
        cut = _CUT.search(tail)
        if cut and re.search(r"\w|[\[(]", cut[0]):
            tail = tail[: cut.start()]
            self._truncated = True
        self._truncated |= bool(_ELLIPSIS.search(tail))
        self._kept[-1] = head + tail


def _key(line: str) -> str:
    return re.sub(r"\W+", " ", line).strip().lower()
