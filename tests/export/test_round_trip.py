"""What is exported as claims comes back whole."""

from pathlib import Path

import pytest

from whoarms.export.formats import FORMATS
from whoarms.export.selection import select
from whoarms.pipeline import read
from whoarms.register import Filter, Register

from .conftest import STORIES, Exporting, reading


@pytest.fixture
def filled(tmp_path: Path) -> Register:
    register = Register(f"sqlite:///{tmp_path}/first.db")
    for story in (*STORIES, reading("quiet", text="It rained.")):
        register.add(story)
    return register


def test_claims_come_back_as_they_were(filled: Register, tmp_path: Path) -> None:
    content = FORMATS["claims"].write(select(filled, Filter(), with_texts=True)).content
    assert isinstance(content, str)
    (tmp_path / "claims.jsonl").write_text(content)
    with Register(f"sqlite:///{tmp_path}/second.db") as second:
        assert all(second.add(found) for found in read(tmp_path / "claims.jsonl"))
        assert second.deals() == filled.deals()
        assert list(second.claims()) == list(filled.claims())
        assert second.text("a") == filled.text("a")
        assert select(second, Filter(), with_texts=True) == select(filled, Filter(), with_texts=True)


def test_a_document_is_exported_with_all_its_claims(filled: Register) -> None:
    selection = select(filled, Filter(supplier="Turkey"))
    assert {report.claim.id for report, _ in selection.told()} == {"order", "drill", "range"}
    assert {report.claim.id for report in selection.reports} >= {"order", "tanks", "denial"}
    assert "quiet" not in {document.id for document in selection.documents}


def test_every_format_is_the_same_each_time(exporting: Exporting) -> None:
    selections = [exporting.selection(*order) for order in (STORIES, STORIES[::-1])]
    for form in FORMATS.values():
        first, second = (form.write(selection) for selection in selections)
        assert first == second
