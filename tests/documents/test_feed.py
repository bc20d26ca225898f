from pathlib import Path

import pytest

from whoarms.documents.feed import read_feed
from whoarms.errors import InputError


def test_each_item_is_a_document(data: Path) -> None:
    first, second, third = read_feed((data / "feed.xml").read_bytes(), "feed.xml")
    assert first.name == "feed.xml#1"
    assert first.title == "Northland sells ten patrol boats"
    assert (first.outlet, first.author) == ("Example Courier", "Anna K. Holm")
    assert first.url == "https://courier.example/boats"
    assert first.published == "2023-03-07", "the day where it was published, not in UTC"
    assert first.credits == ("Inner Sea Times",)
    assert first.text == (
        "PORT ADLER, March 7 (AFP) - Northland has sold ten patrol boats to Eastmark, the ministry said.\n\n"
        "They will be delivered by the end of next year & paid in grain."
    )
    assert not first.truncated
    assert second.truncated
    assert (second.text or "").endswith("told the parliament on Wednesday")
    assert (third.text, third.truncated) == ("Northland to train crews of Eastmark", True)


def test_atom() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Wire</title><entry>'
        '<title>Boats sold</title><link href="https://wire.example/1"/><published>2023-03-04T01:00:00+09:00</published>'
        '<content type="html">&lt;p&gt;Ten boats were sold to Eastmark.&lt;/p&gt;</content></entry></feed>'
    )
    (found,) = read_feed(feed.encode("utf-16"), "a.xml")
    assert (found.outlet, found.published) == ("Harbour Wire", "2023-03-04")
    assert found.text == "Ten boats were sold to Eastmark."


@pytest.mark.parametrize(
    ("feed", "cause"),
    [
        (
            '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
            "entity bomb",
        ),
        ("<catalogue><boat/></catalogue>", "no feed of news"),
        ('<rss version="2.0"><channel><title>x</title></channel></rss>', "a feed without items"),
        ("<rss>" + "<a>" * 100_000, "nested deeper"),
        ("<rss><channel><title>&#55296;</channel></rss>", "could not be parsed"),
    ],
)
def test_what_is_no_feed(feed: str, cause: str) -> None:
    with pytest.raises(InputError, match=cause):
        list(read_feed(feed.encode(), "x.xml"))


def test_a_bomb_in_another_encoding_is_refused_too() -> None:
    bomb = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE l [<!ENTITY a "ha">]><rss>&a;</rss>'
    with pytest.raises(InputError, match="entity bomb"):
        list(read_feed(bomb.encode("utf-16"), "x.xml"))


def test_no_encoding_hides_a_hostile_feed() -> None:
    feed = '<?xml version="1.0" encoding="utf-16"?><rss version="2.0"><channel>' + "<a>" * 300
    with pytest.raises(InputError, match="nested deeper"):
        list(read_feed(feed.encode("utf-16"), "x.xml"))
