"""Whom a text credits."""

import pytest

from whoarms.model import Document
from whoarms.register.credits import credits_in, meant, outlets_of, page_credits

HELD = outlets_of(
    Document(id=name, outlet=name) for name in ("Nile Herald", "Gulf Courier", "Rift Valley News Service")
)


def credited(text: str, **fields: str) -> list[str]:
    return [credit.name for credit in credits_in(Document(id="x", text=text, **fields), HELD)]


@pytest.mark.parametrize(
    "text",
    [
        "Drones have come, the Nile Herald reported on Monday.",
        "According to the Nile Herald, drones have come.",
        "The minister told the Nile Herald that drones have come.",
        "Drones have come, a blog writes, citing the daily Nile Herald and a diplomat.",
        "The Nile Herald newspaper has learned that drones have come.",
        "The Nile Herald, which has seen the contract, says drones have come.",
        "It was first published by Nile Herald. Drones have come.",
    ],
)
def test_running_text_that_credits_an_outlet(text: str) -> None:
    assert set(credited(text)) == {"Nile Herald"}


@pytest.mark.parametrize("text", ["The Nile Herald building burned.", "A reader of the Gulf Courier wrote to us."])
def test_an_outlet_that_is_only_mentioned_is_not_credited(text: str) -> None:
    assert credited(text) == []


def test_no_document_credits_its_own_outlet() -> None:
    assert credited("A general told the Nile Herald so.", outlet="Nile Herald") == []
    assert credited("NAIROBI (RVNS) - A general said so.", outlet="Rift Valley News Service") == []


def test_agencies_at_the_ends_of_a_text() -> None:
    assert page_credits(Document(id="x", text="CAIRO, May 1 (Reuters) - Drones have come.", outlet="Nile Herald")) == (
        "Reuters",
    )


def test_a_link_means_the_page_that_it_leads_to() -> None:
    document = Document(id="x", text="It was in the press (https://herald.example/drones).")
    (credit,) = credits_in(document, HELD)
    assert meant(credit, ["Nile Herald", "https://herald.example/drones"]) == ["https://herald.example/drones"]


def test_the_words_of_a_credit_are_whole() -> None:
    (credit,) = credits_in(
        Document(
            id="x",
            text="Late on Monday afternoon, a week after, the Nile Herald reported that a great many drones came.",
        ),
        HELD,
    )
    assert credit.words == "afternoon, a week after, the Nile Herald reported that a great many"
