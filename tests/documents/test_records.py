from io import BytesIO

import msgspec
import pytest

from whoarms.documents.records import read_json, read_lines
from whoarms.errors import InputError
from whoarms.model import Claim, Document, Reading

READING = Reading(Document(id="d1", text=None), (Claim("c1", "transfer", None, "asserted", {"supplier": ()}),))


def lines(*rows: bytes) -> list[Document | Reading | InputError]:
    return list(read_lines(BytesIO(b"\n".join(rows)), "x.jsonl"))


def test_documents_and_readings_line_by_line() -> None:
    text = "Ten  boats\twere sold.\nBy Jo Dee"
    row = {
        "id": "a",
        "text": text,
        "title": "T",
        "outlet": "O",
        "author": "A",
        "published": "2023-03-04",
        "extra": 1,
    }
    document, reading = lines(b"\xef\xbb\xbf" + msgspec.json.encode(row), b"", msgspec.json.encode(READING))
    assert isinstance(document, Document)
    assert (document.id, document.name, document.text) == ("a", "x.jsonl:1", text), "the text is left as it is"
    assert (document.title, document.outlet, document.author, document.published) == (
        "T",
        "O",
        "A",
        "2023-03-04",
    )
    assert reading == READING


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        (b'{"text": "Ten boats"', "broken JSON"),
        (b'{"title": "Boats"}', "not a document or a reading: Object missing required field `text`"),
        (b'{"text": 10}', "not a document or a reading: Expected `str`, got `int` - at `$.text`"),
        (b'["text"]', "not a document or a reading: Expected `object`, got `array`"),
        (b'{"document": {"id": "a"}, "claims": [{"kind": "gift"}]}', "not a document or a reading"),
        (b'{"text": "\xe9"}', "broken JSON"),
        (b'{"text": "a", "x": ' + b"[" * 100_000, "JSON nested too deep"),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_done(line: bytes, cause: str) -> None:
    good = b'{"text": "Ten boats were sold."}'
    *before, broken, after = lines(*[good] * 6, line, good)
    assert isinstance(broken, InputError)
    assert broken.name == "x.jsonl:7"
    assert broken.cause.startswith(cause)
    assert "\n" not in broken.cause
    assert all(isinstance(found, Document) for found in [*before, after])


@pytest.mark.parametrize("first", [b"\x1f\x8b\x08 packed", bytes(range(14, 40))])
def test_a_binary_is_one_error_and_not_one_a_line(first: bytes) -> None:
    with pytest.raises(InputError, match=r"x\.jsonl: .*not text"):
        lines(first, b"\x80", b"\x81")


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2023-03-04", "2023-03-04"),
        ("2023-03-04T10:30:00Z", "2023-03-04"),
        ("2023-03", "2023-03"),
        ("4 March 2023, 10:30 GMT", "2023-03-04"),
        ("2023-13-04", None),
        ("03/04/2023", None),
        ("yesterday", None),
    ],
)
def test_a_day_of_publication_is_put_into_one_form(published: str, day: str | None) -> None:
    (found,) = lines(msgspec.json.encode({"text": "Ten boats.", "published": published}))
    assert isinstance(found, Document)
    assert found.published == day


def test_a_line_over_the_limit_does_not_fill_the_memory() -> None:
    huge = b'{"text": "' + b"a" * 45_000_000 + b'"}'
    first, second = lines(huge, b'{"text": "Ten boats were sold."}')
    assert isinstance(first, InputError)
    assert (first.name, first.cause) == ("x.jsonl:1", "larger than 20 MB")
    assert isinstance(second, Document)
    assert second.name == "x.jsonl:2"


def test_json_holds_one_or_a_list() -> None:
    (one,) = read_json(b'{\n "text": "Ten boats."}', "x.json")
    assert isinstance(one, Document)
    assert one.name == "x.json"
    first, second = read_json(b'[{"text": "Ten boats."}, {"title": "none"}]', "x.json")
    assert isinstance(first, Document)
    assert isinstance(second, InputError)
    assert second.name == "x.json#2"
    assert list(read_json(msgspec.json.encode(READING), "x.json")) == [READING]


def test_broken_json_names_the_line() -> None:
    with pytest.raises(InputError) as error:
        list(read_json(b'[\n{"text": "a"},\n{"text": "b" "c"}\n]', "x.json"))
    assert error.value.name == "x.json:3"
    (single,) = read_json(b'{\n"text": "a",\n}', "x.json")
    assert isinstance(single, InputError)
    assert single.name == "x.json:3"
