"""Plain text that was saved from a page: title, byline, date at the head, notices at the end."""

import re
from collections.abc import Sequence

from whoarms.documents.body import main_text
from whoarms.documents.byline import read_byline
from whoarms.documents.dateline import date_line
from whoarms.documents.decode import normal_text
from whoarms.documents.furniture import is_furniture, is_prose
from whoarms.model import Document

_TITLE_LONGEST = 220
_WRAPPED = range(45, 101)
_PARTS = re.compile(r"\s+[|»]\s+")


def read_plain(text: str, name: str, title: str | None = None) -> Document:
    """Read plain text into a draft of a document: fields that the text itself gives, and its paragraphs.

    The first line is the title when it looks like one and `title` is not given.
    """
    lines = paragraphs(normal_text(text))
    outlet = None
    if title is None and _is_title(lines):
        title, *rest = _PARTS.split(lines[0].strip("# *_"))
        outlet = rest[-1] if rest else None
        lines = lines[1:]
    body = main_text(lines, title)
    return Document(
        id="",
        name=name,
        title=title,
        outlet=body.outlet or outlet,
        author=body.author,
        published=body.published,
        truncated=body.truncated,
        text="\n\n".join(body.paragraphs),
    )


def paragraphs(text: str) -> list[str]:
    """Split text into paragraphs: blocks between blank lines, hard-wrapped lines are joined."""
    found: list[str] = []
    for block in re.split(r"\n[ ]*\n", text):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        found += [" ".join(lines)] if _is_wrapped(lines) else lines
    return found


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Say whether lines were broken to fit a width: the next word would not have fitted on any of them."""
    if len(lines) < 2:
        return False
    widest = max(map(len, lines))
    heads = (following.split(maxsplit=1)[0] for following in lines[1:])
    return widest in _WRAPPED and all(
        len(line) + 1 + len(head) > widest for line, head in zip(lines, heads, strict=False)
    )


def _is_title(lines: Sequence[str]) -> bool:
    if len(lines) < 2 or len(lines[0]) > _TITLE_LONGEST:
        return False
    first = lines[0]
    ends_as_sentence = bool(re.search(r"[.,;:]['\"”’)]*$", first))
    is_other = is_furniture(first) or read_byline(first) or date_line(first)
    return not ends_as_sentence and not is_other and any(is_prose(line) for line in lines[1:])
