"""JSON: documents as records, one a line or in one value, and readings that were made before."""

import json
import re
from collections.abc import Iterator
from typing import Protocol

import msgspec

from whoarms.documents.dateline import date_line
from whoarms.documents.decode import refuse_binary
from whoarms.documents.guard import MEGABYTE, SIZE_LIMIT, check_size
from whoarms.errors import InputError
from whoarms.model import Document, Reading

Found = Document | Reading | InputError


_ISO = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)?(?![\w-])|\d{4}-[01]\d-[0-3]\d(?=T)")


class Lines(Protocol):
    """A stream of bytes that is read line by line."""

    def readline(self, size: int, /) -> bytes:
        """Read up to the end of the line, or `size` bytes of it."""
        ...


class _Record(msgspec.Struct, frozen=True):
    """A document as others write it."""

    text: str
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


class _Keys(msgspec.Struct, frozen=True):
    """What tells a reading from a document."""

    document: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    claims: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET


_keys = msgspec.json.Decoder(_Keys)
_record = msgspec.json.Decoder(_Record)
_reading = msgspec.json.Decoder(Reading)
_list = msgspec.json.Decoder(list[msgspec.Raw])


def read_lines(lines: Lines, name: str) -> Iterator[Found]:
    """Read JSON lines, one at a time: drafts, readings, and an error named `name:7` for a broken line.

    Raises InputError when they are a binary.
    """
    for number, line in enumerate(_bounded(lines), start=1):
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if number == 1 and not line.lstrip().startswith(b"{"):
            refuse_binary(line, name)
        if line.strip():
            yield _attempt(line, f"{name}:{number}")


def read_json(data: bytes, name: str) -> Iterator[Found]:
    """Read one record, a list of them (named `name#1` …) or one reading. Raises InputError, with the line."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not data.strip():
        yield Document(id="", name=name)
    elif not data.lstrip().startswith(b"["):
        yield _attempt(data, name)
    else:
        try:
            records = _list.decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise _broken(error, data, name) from error
        for number, record in enumerate(records, start=1):
            yield _attempt(bytes(record), f"{name}#{number}")


def _bounded(lines: Lines) -> Iterator[bytes]:
    """Give the lines of a stream; of a line over the limit only so much that it is seen to be over."""
    while line := lines.readline(SIZE_LIMIT + 1):
        yield line
        while len(line) > SIZE_LIMIT and not line.endswith(b"\n"):
            line = lines.readline(MEGABYTE) and lines.readline(SIZE_LIMIT + 1)


def _attempt(data: bytes, name: str) -> Found:
    """Read one record, or say what is wrong with it."""
    try:
        check_size(len(data), name)
        keys = _keys.decode(data)
        if msgspec.UNSET not in (keys.document, keys.claims):
            return _reading.decode(data)
        return _draft(_record.decode(data), name)
    except InputError as error:
        return error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return _broken(error, data, name)


def _draft(record: _Record, name: str) -> Document:
    """Take a record as it is: its text is the main text already, letter for letter."""
    return Document(
        id=record.id or "",
        name=name,
        url=record.url,
        title=record.title,
        outlet=record.outlet,
        author=record.author,
        published=_day(record.published or ""),
        language=record.language,
        text=record.text,
    )


def _day(words: str) -> str | None:
    """Read a day in ISO notation, with a time or not, or in words; None for what can be read in two ways."""
    if iso := _ISO.match(words):
        return iso[0]
    found = date_line(words)
    return found and found[0]


def _broken(error: Exception, data: bytes, name: str) -> InputError:
    """Say in one line what is wrong with JSON, with the line in a file of several."""
    if isinstance(error, msgspec.ValidationError):
        return InputError(name, f"not a document or a reading: {error}")
    if isinstance(error, UnicodeDecodeError):
        return InputError(name, "broken JSON: not UTF-8")
    if isinstance(error, RecursionError):
        return InputError(name, "JSON nested too deep")
    try:
        json.loads(data)
    except json.JSONDecodeError as exact:
        is_line = re.search(r":\d+$", name)
        where = f"column {exact.colno}" if is_line else f"line {exact.lineno}, column {exact.colno}"
        return InputError(name if is_line else f"{name}:{exact.lineno}", f"broken JSON: {exact.msg} ({where})")
    except (ValueError, RecursionError):
        pass
    return InputError(name, f"broken JSON: {error}")
