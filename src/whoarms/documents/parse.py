"""Bytes of a known kind into drafts of documents."""

from collections.abc import Iterator

from whoarms.documents.guard import check_size
from whoarms.documents.kinds import Kind
from whoarms.documents.records import Found
from whoarms.model import Document


def parse(data: bytes, kind: Kind, name: str, url: str | None = None, charset: str | None = None) -> Iterator[Found]:
    """Parse the whole content of an input: drafts, readings, and InputErrors for parts that cannot be read.

    Raises InputError when nothing of it can be read. A parser is imported when the first input needs it.
    """
    check_size(len(data), name)
    if not data.strip():
        yield Document(id="", name=name, url=url, message="the input is empty")
    elif kind == "html":
        from whoarms.documents.html import read_html

        yield read_html(data, name, url, charset)
    elif kind == "xml":
        from whoarms.documents.feed import read_feed

        yield from read_feed(data, name, url, charset)
    elif kind == "pdf":
        from whoarms.documents.pdf import read_pdf

        yield read_pdf(data, name)
    elif kind in ("json", "jsonl"):
        yield from _parse_records(data, kind, name)
    else:
        yield _parse_text(data, kind, name, charset)


def _parse_records(data: bytes, kind: Kind, name: str) -> Iterator[Found]:
    from io import BytesIO

    from whoarms.documents.records import read_json, read_lines

    return read_lines(BytesIO(data), name) if kind == "jsonl" else read_json(data, name)


def _parse_text(data: bytes, kind: Kind, name: str, charset: str | None) -> Document:
    from whoarms.documents.decode import decode
    from whoarms.documents.markdown import read_markdown
    from whoarms.documents.plain import read_plain

    text = decode(data, name, charset)
    return read_markdown(text, name) if kind == "markdown" else read_plain(text, name)
