"""Bytes into text: byte order mark, UTF-8, the declared charset, else a guess. A binary is refused."""

import codecs
import re
import unicodedata

from whoarms.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_HEAD = 64_000
_CONTROL_SHARE = 0.02
_FOREIGN_SHARE = 0.15


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Decode the bytes of a text or a page. Raises InputError when they are a binary.

    Valid UTF-8 is taken for UTF-8 whatever is declared; else `declared` (the charset of an HTTP header) or
    the page's own declaration counts; text with few foreign letters is Windows-1252; the rest is guessed.
    """
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return data.decode(charset, "replace").removeprefix("\ufeff")
    refuse_binary(data[:_HEAD], name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data, name, declared)


def normal_text(text: str) -> str:
    r"""Make line ends `\n` and spaces plain, and drop control, zero-width and soft-hyphen characters."""
    text = re.sub(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]", "\n", text)
    text = re.sub(r"[\t\xa0\u2000-\u200a\u202f\u205f\u3000]", " ", text)
    return re.sub(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", "", text)


def refuse_binary(head: bytes, name: str) -> None:
    """Refuse what starts like a binary. Raises InputError."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise InputError(name, f"{what}, not text")
    control = sum(head.count(bytes([code])) for code in range(32) if code not in b"\t\n\r\f\x0b\x1a\x1b")
    if b"\0" in head or control > _CONTROL_SHARE * len(head):
        raise InputError(name, "binary data, not text")


def _decode_other(data: bytes, name: str, declared: str | None) -> str:
    loose = data.decode("utf-8", "replace")
    foreign = sum(1 for byte in data[:_HEAD] if byte > 127)
    broken = loose[:_HEAD].count("\ufffd")
    if sum(not char.isascii() for char in loose[:_HEAD]) > 2 * broken:
        return loose
    found = _DECLARED.search(data[:4096])
    for charset in (declared, found[1].decode("ascii", "replace") if found else None):
        if charset and (text := _try(data, charset)) is not None:
            return text
    if foreign <= _FOREIGN_SHARE * len(data[:_HEAD]) and (text := _try(data, "cp1252")) is not None:
        return text
    return _guess(data, name)


def _try(data: bytes, charset: str) -> str | None:
    """Decode as browsers do, for whom Latin-1 means Windows-1252; None for an unknown or wrong charset."""
    try:
        codec = codecs.lookup(charset).name
        if codec == "utf-8":
            return None
        return data.decode("cp1252" if codec in ("iso8859-1", "ascii") else codec)
    except (LookupError, ValueError):
        return None


def _guess(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_HEAD]).best()
    text = data.decode(best.encoding, "replace") if best else ""
    letters = sum(1 for char in text[:_HEAD] if unicodedata.category(char)[0] in "LZ")
    if not best or letters * 2 < len(text[:_HEAD]):
        raise InputError(name, "the encoding of the text cannot be told")
    return text
