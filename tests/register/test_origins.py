"""Who really says so."""

from typing import Any

import pytest

from whoarms.register.origins import origins


@pytest.fixture
def told(say: Any, tell: Any, reports: Any) -> Any:
    """Give the origins of one claim in each of several documents, told a day after each other."""

    def ask(*documents: dict[str, Any]) -> list[str]:
        readings = [
            tell(
                str(number),
                say("supplier=IRN recipient=RUS", by=fields.pop("by", ())),
                published=f"2023-05-{number:02}",
                **fields,
            )
            for number, fields in enumerate(documents, start=1)
        ]
        found = origins(reports(*readings))
        return [found[reading.claims[0].id] for reading in readings]

    return ask


def test_documents_that_state_it_themselves_are_origins(told: Any) -> None:
    assert told({}, {}) == ["1", "2"]


def test_a_named_source_is_one_origin_wherever_it_is_quoted(told: Any) -> None:
    first, second = told(
        {"by": ["official:IRN:General Karimi"]}, {"by": ["media::Outlet 1", "official:IRN:general KARIMI"]}
    )
    assert first == second == "General Karimi (IRN)"


def test_one_name_for_two_actors_is_two_origins(told: Any) -> None:
    first, second = told({"by": ["official:IRN:the defence ministry"]}, {"by": ["official:RUS:the defence ministry"]})
    assert first != second


def test_anonymous_sources_are_told_apart_by_outlet_only(told: Any) -> None:
    assert told(
        {"outlet": "Herald", "by": ["anonymous::a diplomat"]},
        {"outlet": "Herald", "by": ["anonymous::two officials"]},
        {"outlet": "Courier", "by": ["anonymous::a diplomat"]},
        {"outlet": "Courier", "by": ["media::Herald", "anonymous::a diplomat"]},
    ) == [
        "anonymous source of Herald",
        "anonymous source of Herald",
        "anonymous source of Courier",
        "anonymous source of Herald",
    ]


def test_a_copy_in_another_house_style_is_no_new_origin(told: Any) -> None:
    assert told({"text": "Forty drones, it said."}, {"text": "FORTY DRONES - it said"}) == ["1", "1"]


def test_a_document_that_credits_an_earlier_one_is_no_new_origin(told: Any) -> None:
    assert told({"outlet": "Herald"}, {"credits": ("HERALD",)}, {"credits": ("Outlet 2",)}) == ["1", "1", "1"]


def test_a_credit_for_nothing_that_is_held_leaves_the_document_its_own_origin(told: Any) -> None:
    assert told({"credits": ("Herald",)}, {"outlet": "Herald"}) == ["1", "2"]


def test_an_outlet_named_as_source_stands_for_its_earlier_report(told: Any) -> None:
    assert told({"outlet": "Herald"}, {"by": ["media::the herald"]}, {"by": ["media::Herald"]}) == [
        "1",
        "the herald",
        "1",
    ]


def test_an_outlet_named_as_source_passes_on_whom_it_quotes(told: Any) -> None:
    assert told({"outlet": "Herald", "by": ["official:RUS:an envoy"]}, {"by": ["media::Herald"]}) == [
        "an envoy (RUS)",
        "an envoy (RUS)",
    ]
