"""A cheap look at the bytes before a parser sees them: linear time, no copies, a cause in words.

No parser survives every page: one tag with 300,000 attributes hangs all of them, deep nesting makes some
return no text without a word. What would do so is refused here.
"""

import re

from whoarms.errors import InputError

MEGABYTE = 1_000_000
SIZE_LIMIT = 20 * MEGABYTE
DEPTH_LIMIT = 250
"""libxml2 gives up at 256 elements, silently."""
ATTRIBUTE_LIMIT = 250
TAG_LIMIT = 100_000
RUN_LIMIT = 9 * MEGABYTE
"""libxml2 drops a longer run of text, silently."""

_TAG_START = re.compile(rb"<(?:(!--)|(/?)([a-zA-Z][^\s/>]{0,40}))")
_TAG_REST = re.compile(rb"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_ATTRIBUTE = re.compile(rb"""[^\s=>"'/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']++))?+""")
_RAW_ENDS = {b"script": b"</script", b"style": b"</style", b"textarea": b"</textarea"}
_FLAT = frozenset(b"area base br col embed hr img input link meta source track wbr p li dt dd option tr td th".split())
"""Elements that are empty, or that the next of their kind closes: they do not nest by themselves."""
_PROLOG = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?P<inside>[^>\[]*(?P<subset>\[)?)>?", re.S | re.I)


def check_size(size: int, name: str, limit: int = SIZE_LIMIT) -> None:
    """Refuse what is larger than `limit` bytes. Raises InputError."""
    if size > limit:
        raise InputError(name, f"larger than {limit // MEGABYTE} MB")


def check_html(data: bytes, name: str) -> None:
    """Refuse a page that would hang or silence a parser. Raises InputError naming what is too much of it."""
    lower = data.lower()
    stack: list[bytes] = []
    open_count: dict[bytes, int] = {}
    position, tags = 0, 0
    while match := _TAG_START.search(lower, position):
        _check_run(match.start() - position, name)
        if match[1]:
            position = _after(lower, b"-->", match.end())
            continue
        tags += 1
        position = _end_of_tag(lower, match.end(), name)
        if match[2]:
            _close(stack, open_count, match[3])
        elif match[3] in _RAW_ENDS:
            position = _after(lower, _RAW_ENDS[match[3]], position)
        elif match[3] not in _FLAT:
            stack.append(match[3])
            open_count[match[3]] = open_count.get(match[3], 0) + 1
        if len(stack) > DEPTH_LIMIT:
            raise InputError(name, f"markup nested deeper than {DEPTH_LIMIT} elements")
        if tags > TAG_LIMIT:
            raise InputError(name, f"markup with more than {TAG_LIMIT:,} tags")
    _check_run(len(lower) - position, name)


def check_xml(text: str, name: str) -> None:
    """Refuse XML that declares entities or a document type of its own. Raises InputError."""
    position = 0
    while match := _PROLOG.match(text, position):
        if match["subset"] or "<!ENTITY" in (match["inside"] or ""):
            raise InputError(name, "XML with its own document type or entities is not read (entity bomb)")
        position = match.end()


def _check_run(size: int, name: str) -> None:
    if size > RUN_LIMIT:
        raise InputError(name, f"markup with more than {RUN_LIMIT // MEGABYTE} MB in one run of text")


def _after(data: bytes, mark: bytes, position: int) -> int:
    found = data.find(mark, position)
    return len(data) if found < 0 else found + len(mark)


def _end_of_tag(data: bytes, position: int, name: str) -> int:
    rest = _TAG_REST.match(data, position)
    end = rest.end() if rest else len(data)
    if end - position > ATTRIBUTE_LIMIT:
        for count, _ in enumerate(_ATTRIBUTE.finditer(data, position, end)):
            if count >= ATTRIBUTE_LIMIT:
                raise InputError(name, f"markup with more than {ATTRIBUTE_LIMIT:,} attributes in one tag")
    return end


def _close(stack: list[bytes], open_count: dict[bytes, int], tag: bytes) -> None:
    if not open_count.get(tag):
        return
    while True:
        closed = stack.pop()
        open_count[closed] -= 1
        if closed == tag:
            return
