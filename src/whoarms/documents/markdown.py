"""Markdown into plain text: marks of headings, links, emphasis and pictures go, the words stay."""

import re

from whoarms.documents.plain import read_plain
from whoarms.model import Document

_FRONT = re.compile(r"\A---\n(?P<fields>(?:[^\n]{0,1000}\n){0,60}?)---\n")
_TITLE_FIELD = re.compile(r"^title:\s*[\"']?(?P<title>.{1,220}?)[\"']?\s*$", re.M)
_HEADING = re.compile(r"\A\s*#\s+(?P<title>[^\n]{1,220}?)\s*#*\s*(?:\n|\Z)")
_MARKS = (
    (re.compile(r"!\[[^][\n]{0,300}\]\([^)\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^][\n]{1,300})\]\([^)\n]{0,2000}\)"), r"\1"),
    (re.compile(r"^#{1,6}\s+", re.M), ""),
    (re.compile(r"^>\s?", re.M), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,1000})(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]{1,1000})(?<=\S)\1(?![\w*])"), r"\2"),
)


def read_markdown(text: str, name: str) -> Document:
    """Read Markdown into a draft of a document; titled by the front matter or the first heading."""
    text = text.replace("\r\n", "\n")
    title = None
    if front := _FRONT.match(text):
        text = text[front.end() :]
        if field := _TITLE_FIELD.search(front["fields"]):
            title = field["title"]
    if heading := _HEADING.match(text):
        title = title or _plain(heading["title"])
        text = text[heading.end() :]
    return read_plain(_plain(text), name, title)


def _plain(text: str) -> str:
    for pattern, words in _MARKS:
        text = pattern.sub(words, text)
    return text
