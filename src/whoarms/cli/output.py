"""JSON, JSON lines and CSV on standard output, one value at a time."""

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import msgspec

T = TypeVar("T")


def write_values(values: Iterable[object], *, as_list: bool) -> None:
    """Write values as lines or as one list, each as soon as there is one."""
    if not as_list:
        for value in values:
            _write(msgspec.json.encode(value) + b"\n")
        return
    before = b"["
    for value in values:
        _write(before + b"\n" + msgspec.json.encode(value))
        before = b","
    _write(b"[]\n" if before == b"[" else b"\n]\n")


def write_csv(values: Iterable[T], columns: Mapping[str, Callable[[T], object]]) -> None:
    """Write a line of names and a row a value; what a spreadsheet would run as a formula becomes text."""
    from whoarms.export import cells

    _write(cells.line(columns).encode())
    for value in values:
        _write(cells.line(content(value) for content in columns.values()).encode())


def _write(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
