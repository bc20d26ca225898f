import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from whoarms.documents.pdf import read_pdf
from whoarms.errors import InputError

MakePdf = Callable[[list[list[str]]], bytes]

LINES = [
    "Boats sold to Eastmark",
    "Northland has sold ten patrol boats to Eastmark, the defence ministry in the capital said",
    "on Tuesday. The boats, which were built in the yard at Port Adler, will be deliv-",
    "ered by the end of next year. A school for their crews with the long-",
    "range simulators opens in the spring.",
    "It is the first sale of its kind, an official in the capital said, and he added that the",
    "contract is secret.",
]


def test_lines_become_paragraphs(make_pdf: MakePdf) -> None:
    found = read_pdf(make_pdf([LINES]), "x.pdf")
    assert found.title == "Boats sold to Eastmark"
    first, second = (found.text or "").split("\n\n")
    assert "will be delivered by the end" in first
    assert "long-range simulators" in first
    assert first.endswith("opens in the spring.")
    assert second.startswith("It is the first sale")
    assert second.endswith("contract is secret.")


def test_page_numbers_and_running_heads_are_no_text(make_pdf: MakePdf) -> None:
    body = [f"The yard number {word} builds its own patrol boats." for word in ("one", "two", "three", "four")]
    found = read_pdf(make_pdf([["Harbour Review 2023", line, f"Page {n}"] for n, line in enumerate(body)]), "x.pdf")
    assert "Harbour Review" not in (found.text or "")
    assert "Page" not in (found.text or "")
    assert all(line in (found.text or "") for line in body)


def test_a_pdf_without_text(make_pdf: MakePdf) -> None:
    found = read_pdf(make_pdf([[]]), "x.pdf")
    assert found.text is None
    assert found.message == "the PDF has no text layer (pictures of pages only)"


def test_pdfs_that_cannot_be_read(make_pdf: MakePdf, data: Path) -> None:
    whole = make_pdf([LINES])
    bad = {
        "the PDF is cut off before its end": whole[: len(whole) // 2],
        "the PDF is encrypted with a password": (data / "encrypted.pdf").read_bytes(),
        "the PDF is damaged": b"%PDF-1.4\nnothing at all\n%%EOF",
        "not a PDF": b"Ten boats",
        "a PDF of 501 pages (at most 500 are read)": make_pdf([["A boat."]] * 501),
        "larger than 20 MB": b"%PDF-1.4" + bytes(20_000_000),
    }
    for cause, content in bad.items():
        with pytest.raises(InputError) as error:
            read_pdf(content, "x.pdf")
        assert error.value.cause == cause


def test_a_small_pdf_that_asks_for_much_memory_is_refused(make_pdf: MakePdf) -> None:
    packer = zlib.compressobj(9)
    drawing = packer.compress(b"BT /F1 10 Tf 50 780 Td ")
    drawing += b"".join(packer.compress(b"(boat boat boat boat) Tj 0 -14 Td " * 10_000) for _ in range(1_000))
    drawing += packer.flush()
    entry = f"<< /Length {len(drawing)} /Filter /FlateDecode >>\nstream\n".encode()
    whole = make_pdf([["Boats."]])
    start, end = whole.index(b"<< /Length"), whole.index(b"\nendstream")
    with pytest.raises(InputError, match="may need more than 1,500 MB of memory"):
        read_pdf(whole[:start] + entry + drawing + whole[end:], "x.pdf")
