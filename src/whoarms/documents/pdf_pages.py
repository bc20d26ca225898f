"""The lines of a PDF's pages, read in a process of their own: a small PDF can ask for any memory and time."""

import subprocess
import sys
from contextlib import closing, suppress
from importlib import import_module
from typing import Any

import msgspec

from whoarms.documents.guard import MEGABYTE
from whoarms.errors import InputError

PAGE_LIMIT = 500
TEXT_LIMIT = 5_000_000
MEMORY_LIMIT = 1_500 * MEGABYTE
SECONDS = 60


class _Pages(msgspec.Struct, frozen=True):
    """The text of each page, or why there is none."""

    pages: tuple[str, ...] = ()
    cause: str | None = None


def pages_of(data: bytes, name: str) -> tuple[str, ...]:
    """Give the text of each page. Raises InputError where the PDF is encrypted, damaged or too much."""
    command = [sys.executable, "-P", "-m", __name__]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise InputError(name, f"the PDF takes longer than {SECONDS} seconds to read") from error
    if done.returncode:
        raise InputError(
            name, f"reading the PDF failed (it may need more than {MEMORY_LIMIT // MEGABYTE:,} MB of memory)"
        )
    found = msgspec.json.decode(done.stdout, type=_Pages)
    if found.cause:
        raise InputError(name, found.cause)
    return found.pages


def _main() -> None:
    """Read a PDF from standard input and write its pages; what is too large ends the process."""
    with suppress(ImportError):  # Windows has no such limit
        resource = import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.buffer.write(msgspec.json.encode(_read(sys.stdin.buffer.read())))


def _read(data: bytes) -> _Pages:
    pdfium = import_module("pypdfium2")
    try:
        with pdfium.PdfDocument(data) as pdf:
            if len(pdf) > PAGE_LIMIT:
                return _Pages(cause=f"a PDF of {len(pdf)} pages (at most {PAGE_LIMIT} are read)")
            return _texts(pdf)
    except pdfium.PdfiumError as error:
        return _Pages(cause=f"the PDF {'is encrypted with a password' if 'assword' in str(error) else 'is damaged'}")


def _texts(pdf: Any) -> _Pages:
    texts: list[str] = []
    for page in pdf:
        with closing(page), closing(page.get_textpage()) as words:
            texts.append(words.get_text_bounded())
        if sum(map(len, texts)) > TEXT_LIMIT:
            return _Pages(cause=f"a PDF with more than {TEXT_LIMIT:,} characters of text")
    return _Pages(tuple(texts))


if __name__ == "__main__":
    _main()
