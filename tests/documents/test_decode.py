import pytest

from whoarms.documents.decode import decode
from whoarms.errors import InputError

TEXT = "The “boats” of Zoë cost 5 € each, said the café’s owner — twice, and again and again."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(charset: str) -> None:
    assert decode(TEXT.encode(charset), "x") == TEXT


def test_a_declaration_counts_where_it_fits() -> None:
    assert decode("Łódź".encode("iso8859-2"), "x", "iso-8859-2") == "Łódź"
    page = '<meta charset="iso-8859-2"><p>Łódź</p>'
    assert decode(page.encode("iso8859-2"), "x") == page
    assert decode(TEXT.encode(), "x", "iso-8859-1") == TEXT, "UTF-8 declared as Latin-1"
    assert decode(TEXT.encode("cp1252"), "x", "utf-8") == TEXT, "Windows-1252 declared as UTF-8"
    assert decode(TEXT.encode("cp1252"), "x", "no-such-charset") == TEXT


def test_a_foreign_legacy_encoding_is_guessed() -> None:
    text = "Россия подписала с Ираном договор о покупке тысячи беспилотников. " * 5
    assert decode(text.encode("cp1251"), "x") == text


def test_one_broken_character_does_not_change_the_encoding() -> None:
    assert decode(TEXT.encode() + b"\xff", "x") == TEXT + "\ufffd"


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a PNG picture, not text"),
        (b"PK\x03\x04" + bytes(100), "a ZIP archive or an Office file, not text"),
        (b"\x7fELF" + bytes(100), "a program, not text"),
        (b"abc\0def" * 50, "binary data, not text"),
        (bytes(range(1, 256)) * 10, "binary data, not text"),
    ],
)
def test_binaries_are_refused(data: bytes, cause: str) -> None:
    with pytest.raises(InputError) as error:
        decode(data, "x.txt")
    assert error.value.cause == cause
