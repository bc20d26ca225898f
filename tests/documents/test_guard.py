import time

import pytest

from whoarms.documents.guard import check_html, check_size, check_xml
from whoarms.errors import InputError


@pytest.mark.parametrize(
    ("page", "cause"),
    [
        (b"<div>" * 100_000, "nested deeper than 250"),
        (b"<b><i></x></b>" * 1 + b"<font>" * 100_000, "nested deeper than 250"),
        (b"<div></x>" * 100_000, "nested deeper than 250"),
        (b"<p " + b" ".join(b"a%d" % n for n in range(300_000)) + b">", "250 attributes in one tag"),
        (
            b'<p x=">" ' + b" ".join(b"a%d=1" % n for n in range(300_000)) + b">",
            "250 attributes in one tag",
        ),
        (b"<p>x</p>" * 1_000_000, "100,000 tags"),
        (b"<p>" + b"word " * 2_000_000, "MB in one run of text"),
        (b"<a " * 5_000_000 + b'"', "250 attributes in one tag"),
    ],
)
def test_pages_that_would_hang_or_silence_a_parser(page: bytes, cause: str) -> None:
    start = time.perf_counter()
    with pytest.raises(InputError, match=cause):
        check_html(page, "x.html")
    assert time.perf_counter() - start < 1.0


@pytest.mark.parametrize(
    "page",
    [
        b"<p>one<p>two" * 1_000,
        b"<ul>" + b"<li>one" * 5_000 + b"</ul>",
        b"<div><b><i>one</div>" * 5_000,
        b"<script>" + b"if (a <b) c = '<div>';" * 5_000 + b"</script><p>one",
        b"<!-- " + b"<div>" * 5_000 + b" --><p>one",
        b'<img src="data:image/png;base64,' + b"AAAA " * 100_000 + b'">',
        b"<!--" * 1_000_000,
        b"<",
        b"",
    ],
)
def test_pages_that_are_let_through(page: bytes) -> None:
    check_html(page, "x.html")


def test_xml_with_entities_of_its_own() -> None:
    bomb = '<?xml version="1.0"?><!-- a --><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss>&b;</rss>'
    with pytest.raises(InputError, match="entity bomb"):
        check_xml(bomb, "x.xml")
    check_xml('<?xml version="1.0"?><!DOCTYPE rss><rss><![CDATA[<!DOCTYPE html [<!ENTITY]]></rss>', "x.xml")


def test_size() -> None:
    check_size(20_000_000, "x")
    with pytest.raises(InputError, match="x: larger than 20 MB"):
        check_size(20_000_001, "x")
