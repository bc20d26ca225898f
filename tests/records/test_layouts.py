"""What the layouts say, row by row."""

from pathlib import Path
from typing import Any

import pytest

from whoarms.errors import InputError
from whoarms.records.open import open_record

DATA = Path(__file__).parent.parent / "data" / "records"


@pytest.mark.parametrize(("name", "made"), [("classic", "2025-03-14"), ("newer", "2026-09-28")])
def test_a_row_of_a_trade_register_is_an_order_and_its_deliveries(sample: Any, told: Any, name: str, made: str) -> None:
    reading = sample(name)
    assert (reading.document.type, reading.document.outlet, reading.document.published) == ("register", "SIPRI", made)
    assert [told(claim) for claim in reading.claims] == [
        ("order", "asserted", "TUR", "PER", (24, 24, False), ("2015", "2015")),
        ("delivery", "asserted", "TUR", "PER", (12, 12, True), ("2016", "2017")),
        ("order", "possible", "VNM", "CIV", None, ("2019", "2019")),
        ("order", "asserted", "", "hezbollah", (1200, 1200, True), ("2006", "2006")),
        ("delivery", "asserted", "", "hezbollah", (1200, 1200, True), ("2006", "2006")),
        ("order", "asserted", "NOR", "nato", (4, 4, False), ("2012", "2012")),
        ("delivery", "asserted", "NOR", "nato", (4, 4, False), ("2014", "2014")),
    ]


def test_the_rows_of_one_id_of_the_flat_layout_are_one_order(sample: Any, told: Any) -> None:
    reading = sample("flat")
    assert reading.document.published == "2026-03-22"
    assert [told(claim) for claim in reading.claims] == [
        ("order", "asserted", "TUR", "PER", None, ("2015", "2015")),
        ("delivery", "asserted", "TUR", "PER", (7, 7, False), ("2016", "2016")),
        ("delivery", "asserted", "TUR", "PER", (5, 5, True), ("2017", "2017")),
        ("order", "asserted", "", "Syria rebels", None, ("2014", "2014")),
        ("delivery", "asserted", "", "Syria rebels", (1200, 1200, True), ("2015", "2015")),
    ]
    assert [len(claim.evidence) for claim in reading.claims] == [2, 1, 1, 1, 1]


def test_the_flat_layout_under_its_older_names(record: Any, told: Any) -> None:
    reading = record(
        "Deal ID;Seller;Buyer;Designation;Description;Order date;Numbers delivered;Delivery year\n"
        "7;Norway;Peru;X-1;UAV;2001;3;2002\n"
    )
    assert [told(claim)[:4] for claim in reading.claims] == [
        ("order", "asserted", "NOR", "PER"),
        ("delivery", "asserted", "NOR", "PER"),
    ]


def test_rows_of_the_un_register_are_deliveries_that_a_state_reports(sample: Any, told: Any) -> None:
    reading = sample("un_register")
    assert [told(claim) for claim in reading.claims] == [
        ("delivery", "asserted", "VNM", "CIV", (2, 2, False), ("2018", "2018")),
        ("delivery", "asserted", "TUR", "PER", (12, 12, False), ("2018", "2018")),
        ("delivery", "asserted", "IRN", "SYR", (1500, 1500, False), ("2019", "2019")),
    ]
    assert [claim.items[0].category for claim in reading.claims] == ["ship", "uav", "air_defence"]
    assert [(claim.sources[0].type, claim.sources[0].actor) for claim in reading.claims] == [
        ("official", "CIV"),
        ("official", "TUR"),
        ("official", "IRN"),
    ]


@pytest.mark.parametrize(
    ("columns", "row", "supplier", "recipient", "speaker"),
    [
        ("exporter,importer,table", "Norway,Peru,exports", "NOR", "PER", "NOR"),
        ("exporter,importer,table", "Norway,Peru,imports", "NOR", "PER", "PER"),
        ("exporter,importer", "Norway,Peru", "NOR", "PER", None),
        ("country,importer", "Norway,Peru", "NOR", "PER", "NOR"),
        ("country,exporter", "Norway,Peru", "PER", "NOR", "NOR"),
    ],
)
def test_who_reports_to_the_un(
    record: Any, columns: str, row: str, supplier: str, recipient: str, speaker: str | None
) -> None:
    (claim,) = record(f"year,category,number of items,{columns}\n2010,I,4,{row}\n").claims
    assert [actor.id for actors in claim.roles.values() for actor in actors] == [supplier, recipient]
    assert claim.sources[0].actor == speaker


@pytest.mark.parametrize(
    ("cell", "category"),
    [
        ("I. Battle tanks", "armoured_vehicle"),
        ("Category III", "artillery"),
        ("IV a) Combat aircraft and unmanned combat aerial vehicles", "uav"),
        ("V", "helicopter"),
        ("VII b) MANPADS", "air_defence"),
        ("Small arms", "small_arms"),
        ("Something else", "unspecified"),
    ],
)
def test_categories_of_the_un_register(record: Any, cell: str, category: str) -> None:
    (claim,) = record(f'year,category,number of items,exporter,importer\n2010,"{cell}",4,Norway,Peru\n').claims
    assert claim.items[0].category == category


def test_a_un_register_without_parties_is_refused(record: Any) -> None:
    with pytest.raises(InputError, match="no column names an exporter or an importer"):
        record("year,category,number of items\n2010,I,4\n")


def test_the_plain_table(sample: Any) -> None:
    order, delivery, planned, training = sample("plain").claims
    assert [claim.stage for claim in (order, delivery, planned, training)] == ["order", "delivery", "delivery", None]
    assert (order.items[0].system, order.items[0].quantity.approx, order.value.amount) == ("shahed-136", True, 1.25e6)
    assert (delivery.when.start, delivery.when.end) == ("2022-08-15", "2022-09-02")
    assert (order.sources[0].type, order.sources[0].actor) == ("document", None)
    assert (planned.certainty, planned.items[0].quantity.unit, planned.sources[0].type) == (
        "planned",
        "battery",
        "official",
    )
    assert [actor.id for actor in planned.roles["supplier"]] == ["RUS", "BLR"]
    assert training.roles.keys() == {"trainer", "trainee"}
    assert training.items == ()


@pytest.mark.parametrize(
    ("status", "steps"),
    [
        ("", [("order", "asserted"), ("delivery", "asserted")]),
        ("delivery planned", [("order", "asserted"), ("delivery", "planned")]),
        ("cancelled", [("order", "asserted"), ("delivery", "asserted"), ("cancelled", "asserted")]),
        ("denied", [("order", "denied"), ("delivery", "denied")]),
    ],
)
def test_the_status_of_the_plain_table(record: Any, status: str, steps: list[tuple[str, str]]) -> None:
    claims = record(f"supplier,recipient,item,ordered,delivered,status\nNorway,Peru,guns,2001,2002,{status}\n").claims
    assert [(claim.stage, claim.certainty) for claim in claims] == steps


def test_a_plain_row_without_dates_is_an_order(record: Any) -> None:
    (claim,) = record("supplier,recipient,item\nNorway,Peru,guns\n").claims
    assert (claim.stage, claim.when) == ("order", None)


@pytest.mark.parametrize(
    ("column", "cell", "cause"),
    [
        ("kind", "present", "'present' is no kind"),
        ("category", "toys", "'toys' is no category"),
        ("quantity", "lots", "'lots' is no number"),
        ("ordered", "soon", "'soon' is no date"),
        ("status", "perhaps", "'perhaps' is no status (talks, approval"),
        ("value", "12", "a value needs a currency"),
    ],
)
def test_a_wrong_cell_of_the_plain_table_is_named_with_its_line(
    record: Any, column: str, cell: str, cause: str
) -> None:
    with pytest.raises(InputError) as caught:
        record(f"supplier,recipient,item,{column}\nNorway,Peru,guns,\nNorway,Peru,guns,{cell}\n")
    assert caught.value.name.endswith("table.csv:3")
    assert cause in caught.value.cause


@pytest.mark.parametrize("name", ["classic", "newer", "flat", "un_register", "plain"])
def test_the_evidence_of_a_claim_is_its_row(sample: Any, name: str) -> None:
    reading = sample(name)
    assert reading.document.text
    for claim in reading.claims:
        for each in claim.evidence:
            assert reading.document.text[each.start : each.end] == each.quote
            assert "\n" not in each.quote


def test_no_cell_is_lost_from_the_text(sample: Any) -> None:
    text = sample("classic").document.text
    for words in (
        "unknown supplier(s)",
        "Hezbollah (Lebanon)*",
        "Number ordered: 1,200 ?",
        "Second hand",
        'ed; "Puma"',
    ):
        assert words in text


def test_the_same_rows_under_other_lead_lines_are_the_same_document(tmp_path: Path) -> None:
    table = (DATA / "classic.csv").read_text()
    other = tmp_path / "later.csv"
    other.write_text(table.replace("14 March 2025", "3 April 2026"))
    first, second = open_record(str(DATA / "classic.csv")), open_record(str(other))
    assert (first.document.id, first.claims) == (second.document.id, second.claims)
    assert second.document.published == "2026-04-03"
