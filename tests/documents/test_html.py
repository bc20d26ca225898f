from pathlib import Path

import pytest

from whoarms.documents.html import read_html
from whoarms.errors import InputError

FIRST = "Northland has sold ten patrol boats to Eastmark, the defence ministry in the capital said on Tuesday."
SECOND = "The boats, which were built in the yard at Port Adler, will be delivered by the end of next year."


def page(body: str, head: str = "") -> bytes:
    return f"<html lang='en-GB'><head><title>Boats sold</title>{head}</head><body>{body}</body></html>".encode()


def test_a_page_gives_its_text_and_who_wrote_it_when(data: Path) -> None:
    found = read_html((data / "page.html").read_bytes(), "page.html")
    assert found.title == "Northland sells ten patrol boats"
    assert (found.outlet, found.author) == ("Example Courier", "Anna K. Holm")
    assert (found.published, found.language) == ("2023-03-04", "en")
    first, second, third = (found.text or "").split("\n\n")
    assert first.startswith("PORT ADLER, March 4 (Reuters) - Northland")
    assert second.endswith("opens in the spring.")
    assert third.startswith("“We can choose")
    assert not found.truncated


def test_a_short_page_keeps_its_paragraphs_and_loses_its_caption() -> None:
    found = read_html(
        page(
            f"<article><h1>Boats sold</h1><p>By Jo Dee</p><figure><img src=a.jpg>"
            f"<figcaption>A boat</figcaption></figure><p>{FIRST}</p><p>Paid in grain.</p></article>"
        ),
        "x.html",
    )
    assert found.text == f"{FIRST}\n\nPaid in grain."
    assert found.author == "Jo Dee"


@pytest.mark.parametrize(
    "notice",
    ["<div class='paywall'>Subscribe to read the full story</div>", "<p>Sign in to continue reading</p>"],
)
def test_a_paywall_is_seen_wherever_the_page_shows_it(notice: str) -> None:
    found = read_html(page(f"<article><p>{FIRST}</p><p>{SECOND}</p></article>{notice}"), "x.html")
    assert found.truncated
    assert found.text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    ("head", "above", "below", "published"),
    [
        ('<meta property="article:published_time" content="2023-03-04T10:00:00Z">', "", "", "2023-03-04"),
        (
            '<script type="application/ld+json">{"datePublished":"2023-03-04"}</script>',
            "",
            "",
            "2023-03-04",
        ),
        ("", '<time datetime="2023-03-04">4 March</time>', "", "2023-03-04"),
        ("", "<p>4 March 2023</p>", "", "2023-03-04"),
        ("", "", "<footer>Copyright © 2022 Example. 2021-03-04</footer>", None),
        ("", "", f"<p>{SECOND} It was signed on 3 May 2019.</p>", None),
        ("", "", "", None),
    ],
)
def test_the_day_of_publication_is_the_pages_own_or_none(
    head: str, above: str, below: str, published: str | None
) -> None:
    body = f"<article><h1>Boats sold</h1>{above}<p>{FIRST}</p><p>{SECOND}</p>{below}</article>"
    assert read_html(page(body, head), "x.html").published == published


def test_a_page_whose_text_is_not_found_says_so() -> None:
    shown = read_html(page("<p>Subscribe to read the full story</p><p>Follow us on Telegram</p>"), "x.html")
    assert not shown.text
    assert shown.message is not None
    assert "characters that the page shows" in shown.message
    blank = read_html(page("<script>var boats = 10;</script>"), "x.html")
    assert blank.message == "the page shows no text"


def test_charsets_of_pages() -> None:
    body = f"<article><p>{FIRST} Zoë’s café.</p><p>{SECOND}</p></article>"
    for charset in ("utf-8", "cp1252", "utf-16"):
        text = read_html(page(body).decode().encode(charset), "x.html").text or ""
        assert "Zoë’s café." in text


def test_a_hostile_page_is_refused() -> None:
    with pytest.raises(InputError, match=r"x\.html: markup nested deeper"):
        read_html(page("<div>" * 100_000), "x.html")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_no_encoding_hides_a_hostile_page(encoding: str) -> None:
    page = "<html><body><p " + " ".join(f'a{number}="1"' for number in range(300)) + ">Ten boats were sold.</p>"
    with pytest.raises(InputError, match="more than 250 attributes"):
        read_html(page.encode(encoding), "x.html")
