"""Who wrote it: lines such as "By Jane Doe, Example News" or "Written by – Jane Doe:"."""

import re
from typing import NamedTuple

_PREFIX = re.compile(
    r"\W{0,2}(?:(?:written|reported|posted|published|authored|story|report|analysis|text|article|words)\s+)?"
    r"(?:by\b|author\b(?=\s*[:–—-]))\s*[:–—-]?\s*",
    re.I,
)
_PARTICLE = r"(?:de|da|di|del|der|den|van|von|bin|bint|ibn|al|el|la|le|ter|dos|du|y|e|st)"
_TOKEN = r"(?:(?:al|el|an|as|ar|Al|El)-|[OD]['’])?[^\W\d_a-z][\w.'’-]*"
_NAME = rf"{_TOKEN}(?:\s+(?:{_TOKEN}|{_PARTICLE})){{0,4}}"
_NAMES = re.compile(rf"{_NAME}(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*){_NAME}){{0,5}}")
_BREAK = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+|\s+(?:in|from|at|on|for|of)\s+")
_OUTLET = re.compile(
    r"\b(?:News|Times|Post|Press|Agency|Journal|Daily|Weekly|Herald|Tribune|Monitor|Review|Telegraph|Gazette|"
    r"Observer|Reuters|AFP|Radio|TV|Television|Media|Magazine|Wire|Bulletin|Chronicle|Standard|Today)\b"
)
_NO_NAME = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|june|july|august|september|"
    r"october|november|december)|(?:the|a|an|this|that|its|his|her|their|contrast|comparison|far|now|then)\b",
    re.I,
)
_LONGEST = 140


class Byline(NamedTuple):
    """The writers as the line names them, and the outlet if it names one."""

    author: str
    outlet: str | None


def read_byline(line: str) -> Byline | None:
    """Read a line that is a byline and nothing else; None for any other line."""
    line = " ".join(line.split())
    prefix = _PREFIX.match(line) if len(line) <= _LONGEST else None
    if prefix is None:
        return None
    first, *rest = [part for part in _BREAK.split(line[prefix.end() :].strip(" .:*_")) if part] or [""]
    names, tail = first, rest
    if not _NAMES.fullmatch(names) or _NO_NAME.match(names):
        return None
    parts = names.split(", ")
    outlets = [part for part in parts[1:] + tail if _OUTLET.search(part) and len(part) <= 50]
    author = ", ".join(part for part in parts if part not in outlets and not _is_post(part))
    return Byline(author or names, outlets[0] if outlets else None)


def _is_post(part: str) -> bool:
    """Say whether a part names a post and not a person: "Defence Correspondent"."""
    return bool(re.search(r"\b(?:Correspondent|Editor|Reporter|Analyst|Fellow|Writer|Staff|Desk|Bureau)\b", part))
