import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from whoarms.documents.open import open_inputs
from whoarms.model import Document, content_id

if TYPE_CHECKING:
    from conftest import Site

TEXT = "Northland has sold ten patrol boats to Eastmark, the ministry said on Tuesday."


def documents(*names: Path | str, allow_private: bool = False) -> list[Document]:
    found = list(open_inputs([str(name) for name in names], allow_private=allow_private))
    assert all(isinstance(document, Document) for document in found)
    return [document for document in found if isinstance(document, Document)]


def test_a_text_is_a_document_named_by_its_content(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "C.TXT", "no-extension"):
        (tmp_path / name).write_text(TEXT + "\n")
        (found,) = documents(tmp_path / name)
        assert (found.status, found.text, found.language) == ("read", TEXT, "en")
        assert (found.id, found.name) == (content_id(TEXT), str(tmp_path / name))


def test_credits_are_kept_and_the_outlet_is_no_credit(data: Path) -> None:
    (page,) = documents(data / "page.html")
    assert page.credits == ("Reuters",)
    assert [found.credits for found in documents(data / "feed.xml")] == [("Inner Sea Times", "AFP"), (), ()]


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "sub/a.txt", "a.txt", "picture.png", ".hidden.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}")
    found = documents(tmp_path)
    assert [os.path.relpath(document.name, tmp_path) for document in found] == ["a.txt", "b.txt", "sub/a.txt"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch, article: str) -> None:
    row = b'{"id": "a", "text": "Ten boats were sold to Eastmark."}\n'
    for content, ids in (
        (article.encode(), None),
        (row + row, ["a", "a"]),
        (TEXT.encode(), [content_id(TEXT)]),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        found = documents("-")
        assert {document.status for document in found} == {"read"}
        assert ids is None or [document.id for document in found] == ids


def test_bad_input_is_named_and_the_rest_is_done(tmp_path: Path, make_pdf: Callable[..., bytes], data: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">]><rss>&a;</rss>'
    rows = b'{"text": "Ten boats were sold to Eastmark."}\n'
    files: dict[str, tuple[bytes, str, str]] = {
        "empty.txt": (b"", "empty", "the input is empty"),
        "empty.html": (b" \n", "empty", "the input is empty"),
        "empty.jsonl": (b"", "empty", "the input is empty"),
        "binary.txt": (bytes(range(256)) * 10, "unreadable", "binary data, not text"),
        "cut.pdf": (make_pdf([["Boats."]])[:300], "unreadable", "the PDF is cut off before its end"),
        "locked.pdf": (
            (data / "encrypted.pdf").read_bytes(),
            "unreadable",
            "the PDF is encrypted with a password",
        ),
        "blank.pdf": (make_pdf([[]]), "empty", "the PDF has no text layer (pictures of pages only)"),
        "table.xlsx": (b"PK", "unreadable", "'.xlsx' is not a kind of file that is read"),
        "deep.html": (b"<div>" * 100_000 + b"Boats", "unreadable", "markup nested deeper than 250 elements"),
        "bomb.xml": (
            bomb,
            "unreadable",
            "XML with its own document type or entities is not read (entity bomb)",
        ),
        "french.txt": (
            "Le ministère de la défense a annoncé mardi la vente de dix navires.".encode(),
            "unsupported_language",
            "language 'fr' is not supported (only English is)",
        ),
        "marks.txt": (b"* * *\n---\n", "empty", "there is no text in it"),
    }
    for name, (content, _, _) in files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(TEXT)
    for name, (content, status, message) in files.items():
        bad, good = documents(tmp_path / name, tmp_path / "good.txt")
        assert (bad.status, bad.name, bad.text) == (status, str(tmp_path / name), None)
        assert bad.message is not None
        assert bad.message.startswith(message)
        assert bad.id == content_id(content.decode() if status == "unsupported_language" else bad.name)
        assert good.status == "read"
    (tmp_path / "x.jsonl").write_bytes(rows * 6 + b'{"text"\n' + rows)
    found = documents(tmp_path / "x.jsonl")
    assert [document.status for document in found] == ["read"] * 6 + ["unreadable", "read"]
    assert found[6].name == f"{tmp_path / 'x.jsonl'}:7"
    assert (found[6].message or "").startswith("broken JSON")


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.png").write_bytes(b"x")
    missing, folder, scheme, odd = documents(tmp_path / "none.txt", tmp_path / "sub", "ftp://x.example/a", "a\0.txt")
    assert missing.message == "no such file or directory"
    assert (folder.message or "").startswith("a folder without readable files")
    assert scheme.message == "only http and https addresses are fetched, not 'ftp'"
    assert odd.message == "not a file name"


def test_a_200_mb_text_is_refused_at_once(tmp_path: Path) -> None:
    for name in ("big.txt", "big.html", "big"):
        with (tmp_path / name).open("wb") as sparse:
            sparse.truncate(200_000_000)
    start = time.perf_counter()
    assert [found.message for found in documents(*sorted(tmp_path.iterdir()))] == ["larger than 20 MB"] * 3
    assert time.perf_counter() - start < 0.5


def test_an_own_id_and_an_english_hint_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "a", "text": "Le ministère a annoncé mardi la vente de dix navires.", "language": "en"}\n')
    (found,) = documents(path)
    assert (found.id, found.status, found.language) == ("a", "unsupported_language", "fr")


def test_an_address_is_read_by_what_it_answers(site: "Site", article: str, data: Path) -> None:
    page = site.serve("/page", article.encode())
    feed = site.serve("/feed", (data / "feed.xml").read_bytes(), "text/xml")
    text = site.serve("/text", TEXT.encode(), "text/plain")
    picture = site.serve("/picture", b"\x89PNG", "image/png")
    found = documents(site.redirect("/old", "/page"), feed, text, picture, allow_private=True)
    assert [document.status for document in found] == ["read"] * 5 + ["unreadable"]
    assert found[0].url == page
    assert found[0].title == "Northland sells ten patrol boats"
    assert found[1].url == "https://courier.example/boats"
    assert found[4].url == text
    assert found[5].message == "its content type 'image/png' is not read"
    (refused,) = documents(page)
    assert refused.message == "127.0.0.1 is a private or reserved address"


def test_plain_text_loads_no_heavy_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    code = (
        "import sys; from whoarms.documents.open import open_inputs; next(open_inputs(sys.argv[1:]));"
        "print(*set(sys.argv[2:]) & set(sys.modules))"
    )
    heavy = ["trafilatura", "feedparser", "httpx2", "pypdfium2", "dateparser", "py3langid", "lxml", "numpy"]
    command = [sys.executable, "-c", code, str(tmp_path / "a.txt"), *heavy]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes in folders")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert [document.message for document in documents(tmp_path)] == [None, "no such file or directory"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_file_name_that_is_not_utf8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/b\xe9d"
    Path(os.fsdecode(path + b".txt")).write_text(TEXT)
    Path(os.fsdecode(path + b".\xff")).write_text(TEXT)
    for found in documents(tmp_path, os.fsdecode(path + b".\xff")):
        assert found.name.startswith(f"{tmp_path}/b\\udce9d")
        assert msgspec.json.encode(found)


def test_no_name_at_all() -> None:
    (found,) = documents("")
    assert (found.name, found.message) == ("''", "not a file name")
