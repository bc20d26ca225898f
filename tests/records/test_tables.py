"""Encodings, delimiters, and what is no table."""

from pathlib import Path
from typing import Any

import pytest

from whoarms.errors import InputError
from whoarms.records.open import open_record, open_records

ROWS = "supplier;recipient;item\nCôte d'Ivoire;Türkiye;mortars\n"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters(record: Any, charset: str, delimiter: str) -> None:
    (claim,) = record(ROWS.replace(";", delimiter).replace("Türkiye", "Turkiye").encode(charset)).claims
    assert [actor.id for actors in claim.roles.values() for actor in actors] == ["CIV", "TUR"]


def test_a_quoted_cell_may_hold_lines_and_delimiters(record: Any) -> None:
    reading = record('supplier,recipient,item\nNorway,Peru,"guns,\nold ones"\nNorway,Peru,mines\n')
    assert [claim.items[0].text for claim in reading.claims] == ["guns, old ones", "mines"]


def test_a_table_saved_with_numbered_nameless_columns(record: Any) -> None:
    header = "Recipient,Supplier,Year of order,Unnamed: 3,Number ordered,Unnamed: 5,Weapon designation,"
    rest = "Weapon description,Number delivered,Year(s) of delivery\n"
    (claim,) = record(f"{header}{rest}Peru,Norway,2001.0,?,7.0,?,X-1,UAV,,\n").claims
    assert (claim.when.text, claim.items[0].quantity.min, claim.items[0].quantity.approx) == ("2001.0 ?", 7, True)


@pytest.mark.parametrize(
    ("table", "cause"),
    [
        (b"", "no layout of a record that is known; found no columns"),
        (b"name,price\nbread,2\n", "no layout of a record that is known; found the columns name, price"),
        (b"supplier,recipient,price\n", "like a plain table, but without the columns item"),
        (b"supplier,recipient,item\n\n", "a plain table without rows"),
        (b"PK\x03\x04rest", "a ZIP archive or an Office file, not a table: save it as CSV"),
        (b"ab\0cd", "binary data, not a table"),
        (b"supplier,recipient,item\n" + b"x" * 200_000, "a broken table: field larger than field limit (131072)"),
    ],
)
def test_what_is_no_record_says_what_was_found(record: Any, table: bytes, cause: str) -> None:
    with pytest.raises(InputError) as caught:
        record(table)
    assert caught.value.cause == cause


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(InputError, match=r"nowhere\.csv: no such file"):
        open_record("nowhere.csv")


def test_one_broken_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good = tmp_path / "good.csv"
    good.write_text("supplier,recipient,item\nNorway,Peru,guns\n")
    broken, read = open_records(["nowhere.csv", str(good)])
    assert (broken.document.status, broken.document.message) == ("unreadable", "no such file or directory")
    assert read.document.status == "read"
