"""Web annotations of the evidence."""

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from whoarms.export.annotations import text_fragment
from whoarms.model import Claim, Reading

from .conftest import ORDER, PAGE, TEXT, Exporting


def annotations(text: str) -> dict[str, dict[str, Any]]:
    page = json.loads(text)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    return {one["id"]: one for one in page["items"]}


def test_both_selectors_find_the_words(exporting: Exporting) -> None:
    found = annotations(exporting.text("annotations"))
    assert len(found) == 3
    for one in found.values():
        assert one["target"]["source"] == PAGE
        quote, place = one["target"]["selector"]
        assert TEXT[place["start"] : place["end"]] == quote["exact"]
        assert TEXT.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


def test_the_body_holds_the_whole_claim_and_a_link(exporting: Exporting) -> None:
    body = annotations(exporting.text("annotations"))["urn:whoarms:claim:order:0"]["body"]
    (whole,) = (part["value"] for part in body if part.get("purpose") == "classifying")
    assert msgspec.json.decode(whole, type=Claim) == ORDER
    (link,) = (part["source"] for part in body if part.get("purpose") == "linking")
    assert link.startswith(f"{PAGE}#:~:text=Turkey%20sold%2040")


@pytest.mark.parametrize(
    ("url", "quote", "link"),
    [
        ("https://a.org/", "T-72, sold & sent", "https://a.org/#:~:text=T%2D72%2C%20sold%20%26%20sent"),
        ("https://a.org/#top", "sold", "https://a.org/#top:~:text=sold"),
        ("https://a.org/#:~:text=old", "sold", "https://a.org/#:~:text=sold"),
        ("https://a.org/", "one two\n\nthree four", "https://a.org/#:~:text=one%20two,three%20four"),
        ("https://a.org/", " ".join("abcdefghijklmn"), "https://a.org/#:~:text=a%20b%20c%20d,k%20l%20m%20n"),
    ],
)
def test_links_into_the_page(url: str, quote: str, link: str) -> None:
    assert text_fragment(url, quote) == link


def test_without_text_or_address_the_quote_stands_alone(exporting: Exporting, transfer: Callable[..., Reading]) -> None:
    story = transfer("x y", evidence=[{"quote": "sold", "start": 4, "end": 8}])
    (one,) = annotations(exporting.text("annotations", story)).values()
    assert one["target"]["source"] == "urn:whoarms:document:x%20y"
    assert one["target"]["selector"][0] == {"type": "TextQuoteSelector", "exact": "sold"}
