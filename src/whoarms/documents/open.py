"""Inputs into documents: files, folders, addresses, standard input. Nothing raises; what fails says why."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import Protocol, cast

import msgspec

from whoarms.documents.guard import SIZE_LIMIT, check_size
from whoarms.documents.kinds import EXTENSIONS, Kind, kind_of_answer, kind_of_bytes, kind_of_file
from whoarms.documents.parse import parse
from whoarms.documents.records import Found, Lines, read_lines
from whoarms.documents.settle import settle, unreadable
from whoarms.errors import InputError
from whoarms.model import Document, Reading

_SCHEME = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]{1,20})://")


class _Stream(Lines, Protocol):
    def peek(self) -> bytes: ...

    def read(self, size: int, /) -> bytes: ...


def open_inputs(names: Sequence[str], *, allow_private: bool = False) -> Iterator[Document | Reading]:
    """Open files, folders, http and https addresses and `-` (standard input), in order, one document at a
    time.

    A readable text is a document with the status `read`, its id, language and text. What cannot be read is a
    document without text whose status is `unreadable`, `empty` or `unsupported_language`, with the cause in
    `message`; nothing is raised for it. Readings made before (JSON with `document` and `claims`) come as they
    are. `allow_private` lets private and loopback addresses be fetched.
    """
    for name in names:
        for found in _attempt(name, allow_private):
            if isinstance(found, InputError):
                yield unreadable(found)
            elif isinstance(found, Reading):
                yield found
            else:
                yield settle(found)


def _attempt(name: str, allow_private: bool) -> Iterator[Found]:
    """Open one input; an error ends it and is its last find."""
    try:
        if not name or "\0" in name:
            raise InputError(repr(name), "not a file name")
        if name == "-":
            yield from _read_stdin()
        elif scheme := _SCHEME.match(name):
            yield from _read_address(name, scheme["scheme"].lower(), allow_private)
        elif os.path.isdir(name):
            yield from _read_folder(Path(name))
        else:
            yield from _read_file(Path(name))
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(name, (error.strerror or str(error)).lower())


def _read_stdin() -> Iterator[Found]:
    if sys.stdin is None:
        raise InputError("-", "standard input is closed")
    stream = BufferedReader(cast(RawIOBase, sys.stdin.buffer))
    try:
        yield from _read_stream(stream, "-", None)
    finally:
        stream.detach()


def _read_folder(folder: Path) -> Iterator[Found]:
    files = sorted(
        Path(parent, file)
        for parent, folders, files in os.walk(folder)
        for file in files
        if not file.startswith(".") and Path(file).suffix.lower() in EXTENSIONS and not _is_special(Path(parent, file))
    )
    if not files:
        raise InputError(str(folder), f"a folder without readable files ({' '.join(EXTENSIONS)})")
    for file in files:
        yield from _attempt(str(file), allow_private=False)


def _is_special(path: Path) -> bool:
    """Say whether a path is a pipe, a device or a socket, whose opening may wait for ever."""
    return path.exists() and not path.is_file()


def _read_file(path: Path) -> Iterator[Found]:
    if path.suffix:
        path.stat()
        kind_of_file(path, b"")
    with path.open("rb") as stream:
        kind = kind_of_file(path, stream.peek())
        if kind != "jsonl":
            check_size(os.fstat(stream.fileno()).st_size, str(path))
        yield from _read_stream(stream, str(path), kind)


def _read_stream(stream: _Stream, name: str, kind: Kind | None) -> Iterator[Found]:
    """Read JSON lines as they come, anything else whole."""
    kind = kind or kind_of_bytes(stream.peek())
    if kind == "jsonl":
        yield from _read_lines(stream, name)
    else:
        yield from parse(stream.read(SIZE_LIMIT + 1), kind, name)


def _read_lines(stream: _Stream, name: str) -> Iterator[Found]:
    is_empty = True
    for found in read_lines(stream, name):
        is_empty = False
        yield found
    if is_empty:
        yield Document(id="", name=name, message="the input is empty")


def _read_address(url: str, scheme: str, allow_private: bool) -> Iterator[Found]:
    if scheme not in ("http", "https"):
        raise InputError(url, f"only http and https addresses are fetched, not '{scheme}'")
    from whoarms.documents.fetch import fetch

    answer = fetch(url, allow_private=allow_private)
    kind = kind_of_answer(answer.content_type, answer.data, url)
    for found in parse(answer.data, kind, url, answer.url, answer.charset):
        if isinstance(found, Document) and not found.url:
            found = msgspec.structs.replace(found, url=answer.url)
        yield found
