import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from whoarms.documents.open import open_inputs
from whoarms.model import ROLES, Claim, Document
from whoarms.reading.network import Network
from whoarms.reading.reader import Reader

EXAMPLE = Path(__file__).parents[2] / "examples" / "article.html"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Network())


@pytest.fixture(scope="module")
def example() -> Document:
    (document,) = open_inputs([str(EXAMPLE)])
    assert isinstance(document, Document)
    return document


def read(reader: Reader, text: str, **head: str) -> tuple[Claim, ...]:
    return reader.read(Document(id="x", text=text, **head))


def test_the_example_yields_its_sale(reader: Reader, example: Document) -> None:
    (sale,) = [
        claim
        for claim in reader.read(example)
        if claim.value and claim.value.amount == 2.7e9 and claim.kind == "transfer"
    ]
    assert [actor.id for actor in sale.roles["supplier"]] == ["FRA"]
    assert [actor.id for actor in sale.roles["recipient"]] == ["SRB"]
    (item,) = sale.items
    assert (item.system, item.category, item.quantity and item.quantity.min) == ("rafale", "aircraft", 12)
    assert sale.stage == "order"
    assert sale.value is not None
    assert sale.value.currency == "EUR"


def test_every_quote_stands_at_its_place(reader: Reader, example: Document) -> None:
    claims = reader.read(example)
    assert claims
    for claim in claims:
        assert claim.evidence
        for evidence in claim.evidence:
            assert example.text is not None
            assert example.text[evidence.start : evidence.end] == evidence.quote
        assert set(claim.roles) == set(ROLES[claim.kind])
        assert 0 <= claim.score <= 1
    assert all(a.evidence[0].start <= b.evidence[0].start for a, b in pairwise(claims))


def test_the_same_document_gives_the_same_claims(reader: Reader, example: Document) -> None:
    first, again = reader.read(example), Reader(Network()).read(example)
    assert first == again
    assert len({claim.id for claim in first}) == len(first)


@pytest.mark.parametrize(
    "text",
    [
        "The bakery on the square sold 400 loaves on Monday, its owner said.",
        "The national team won the friendly in Lisbon by three goals to one.",
        "",
    ],
)
def test_text_without_a_claim_stays_silent(reader: Reader, text: str) -> None:
    assert read(reader, text) == ()


def test_letters_beyond_ascii_shift_no_quote(reader: Reader) -> None:
    text = "Żółć — naïve “façade” 🙂.\n\nGermany delivered 14 Leopard 2 tanks to Norway in 2023, Oslo said."
    claims = read(reader, text, title="Đorđe’s été", published="2024-01-01")
    assert claims
    for claim in claims:
        for evidence in claim.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote


def test_a_long_document_is_read_in_windows(reader: Reader) -> None:
    filler = "The town council met to speak about the army barracks and its old drains. " * 60
    text = f"{filler}\n\nSweden sold 12 Gripen fighter jets to Hungary.\n\n{filler}"
    (claim,) = [claim for claim in read(reader, text) if claim.kind == "transfer"]
    assert claim.evidence[0].quote == "Sweden sold 12 Gripen fighter jets to Hungary."


def test_reading_writes_nothing_into_the_home_folder(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "whoarms", "read", str(EXAMPLE)]
    subprocess.run(program, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "HOME": str(tmp_path)})
    assert list(tmp_path.iterdir()) == []
