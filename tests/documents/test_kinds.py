from pathlib import PurePath

import pytest

from whoarms.documents.kinds import kind_of_answer, kind_of_bytes, kind_of_file
from whoarms.errors import InputError


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.4", "pdf"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"  <p>x", "html"),
        (b'<?xml version="1.0"?>\n<!-- a -->\n<rss version="2.0">', "xml"),
        (b'<feed xmlns="x">', "xml"),
        (b'{"text": "a"}\n{"text": "b"}', "jsonl"),
        (b'{"text": "' + b"a" * 5_000, "jsonl"),
        (b'{\n "text": "a"\n}', "json"),
        (b'[{"text": "a"}]', "json"),
        (b"[1] Boats were sold", "text"),
        (b"{boats} were sold", "text"),
        (b"Ten boats", "text"),
        (b"", "text"),
    ],
)
def test_by_bytes(head: bytes, kind: str) -> None:
    assert kind_of_bytes(head) == kind
    assert kind_of_file(PurePath("no-extension"), head) == kind


@pytest.mark.parametrize(
    ("content_type", "head", "kind"),
    [
        ("text/html; charset=utf-8", b"<html>", "html"),
        ("text/html", b"<rss>", "xml"),
        ("text/plain", b"<html>", "text"),
        ("application/pdf", b"%PDF-", "pdf"),
        ("application/octet-stream", b"%PDF-", "pdf"),
        ("", b"<html>", "html"),
        ("application/atom+xml", b"<feed>", "xml"),
        ("application/json", b"{", "json"),
    ],
)
def test_by_answer(content_type: str, head: bytes, kind: str) -> None:
    assert kind_of_answer(content_type, head, "http://x.example/") == kind


def test_others_are_named() -> None:
    with pytest.raises(InputError, match=r"'\.docx' is not a kind of file"):
        kind_of_file(PurePath("a.docx"), b"")
    with pytest.raises(InputError, match="'image/png' is not read"):
        kind_of_answer("image/png", b"\x89PNG", "http://x.example/")
