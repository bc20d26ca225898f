"""JSON, JSON lines and CSV on standard output, one value at a time."""

import csv
import io
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
    _write(_csv_line(columns))
    for value in values:
        _write(_csv_line(_cell(content(value)) for content in columns.values()))


def _write(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _csv_line(cells: Iterable[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()


def _cell(content: object) -> str:
    """Put a list into one cell, and a quote before a text that starts like a formula."""
    if isinstance(content, (int, float)):
        return str(content)
    if isinstance(content, (list, tuple)):
        text = "; ".join(str(part) for part in content)
    else:
        text = "" if content is None else str(content)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text
