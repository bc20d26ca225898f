"""The wide table, as CSV and as Parquet."""

import csv
import io
from collections.abc import Callable

import pytest

from whoarms.export.formats import FORMATS
from whoarms.model import Reading

from .conftest import Exporting, item


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_a_row_an_item(exporting: Exporting) -> None:
    drones, tanks, rifles, drill = rows(exporting.text("csv"))
    assert (tanks["system_name"], tanks["delivered_min"], tanks["delivered_max"]) == ("T-72", "12", "")
    assert (tanks["delivered_uncertain"], drones["ordered_uncertain"]) == ("True", "False")
    assert [row["in_trade_register_scope"] for row in (tanks, rifles, drones, drill)] == ["yes", "no", "yes", "no"]
    assert (drill["kind"], drill["parties"], drill["order_year"]) == ("exercise", "TUR; SDN", "")
    assert tanks["claims"] == "tanks; denial"


def test_cells_are_no_formulas(exporting: Exporting, transfer: Callable[..., Reading]) -> None:
    (row,) = rows(exporting.text("csv", transfer(items=[item('=HYPERLINK("x")', "uav"), item("＠x", "bomb")])))[:1]
    assert row["item"] == '\'=HYPERLINK("x")'


def test_parquet_holds_the_same_with_types(exporting: Exporting) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    content = FORMATS["parquet"].write(exporting.selection()).content
    assert isinstance(content, bytes)
    table = parquet.read_table(io.BytesIO(content))
    assert table.column_names == list(rows(exporting.text("csv"))[0])
    drones, tanks, _, _ = table.to_pylist()
    assert (tanks["delivered_min"], tanks["delivered_max"], tanks["delivered_uncertain"]) == (12, None, True)
    assert (drones["supplier"], drones["amount"], drones["delivery_years"]) == (["TUR"], 120e6, [])


def test_an_empty_register_gives_whole_files(exporting: Exporting) -> None:
    nothing = type(exporting.selection())()
    for name, form in FORMATS.items():
        content = form.write(nothing).content
        assert content or name in ("plover", "ftm", "bibtex", "claims")
