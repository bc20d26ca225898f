"""First, first in its direction, first of a category, largest: asked of deals and of claims."""

import time
from collections.abc import Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from whoarms.errors import RegisterError
from whoarms.model import Document
from whoarms.register import Deal, Found, HeldDocument, Register, Report
from whoarms.register.dated import dated
from whoarms.register.history import History
from whoarms.register.precedents import Precedent, asked, precedents_of, with_precedents

FIRST = "first recorded transfer between IRN and RUS"
THERE = "first recorded transfer from IRN to RUS"
OF_UAV = "first recorded transfer of uav from IRN to RUS"
LARGEST = "largest recorded number of uav from IRN to RUS so far"


@pytest.fixture
def made(say: Any, tell: Any, reports: Any) -> Any:
    """Make deals of one claim each, `(id, fields of the claim, fields of the document)`, whatever they say."""
    from whoarms.register.deals import build

    def make(*told: tuple[str, dict[str, Any], dict[str, Any]]) -> list[tuple[Deal, Sequence[Report]]]:
        found = []
        for name, claim, document in told:
            fields = {"roles": "supplier=IRN recipient=RUS", "items": "uav", **claim}
            members = reports(tell(name, say(**fields), **document))
            found.append((replace(build(members), id=name), members))
        return found

    return make


def answers(deals: Any, id_: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    history = History(dated(deal, members) for deal, members in deals)
    return {each.question: (each.answer, each.by) for each in asked(history.deals[id_], history)}


def test_the_oldest_is_the_first_and_stands_against_the_next(made: Any) -> None:
    deals = made(("new", {"when": "2022"}, {}), ("old", {"when": "2019"}, {}))
    assert answers(deals, "old") == dict.fromkeys([FIRST, THERE, OF_UAV], ("holds", ()))
    assert answers(deals, "new") == dict.fromkeys([FIRST, THERE, OF_UAV], ("contradicted", ("old",)))


def test_a_deal_the_other_way_leaves_the_direction_new(made: Any) -> None:
    back = {"roles": "supplier=RUS recipient=IRN", "when": "2015"}
    deals = made(("back", back, {}), ("there", {"when": "2022"}, {}))
    assert answers(deals, "there") == {
        FIRST: ("contradicted", ("back",)),
        THERE: ("holds", ()),
        OF_UAV: ("holds", ()),
    }
    assert {deal.id: deal.precedents for deal in with_precedents(deals)}["there"] == (THERE, OF_UAV)


def test_a_category_is_new_where_others_went_before(made: Any) -> None:
    deals = made(("missiles", {"items": "missile", "when": "2015"}, {}), ("uav", {"when": "2022"}, {}))
    assert answers(deals, "uav")[OF_UAV] == ("holds", ())
    assert answers(deals, "uav")[THERE] == ("contradicted", ("missiles",))


@pytest.mark.parametrize(
    "before",
    [
        {"when": "2022"},
        {"when": "2015", "certainty": "possible"},
        {"when": "2010/2023"},
    ],
)
def test_what_may_have_come_before_leaves_it_untested(made: Any, before: dict[str, Any]) -> None:
    deals = made(("before", before, {}), ("one", {"when": "2022-08"}, {}))
    assert answers(deals, "one")[FIRST] == ("not testable", ("before",))


@pytest.mark.parametrize(
    "before",
    [
        {"certainty": "denied"},
        {"certainty": "planned"},
        {"stage": "talks"},
        {"stage": "cancelled"},
        {"kind": "intelligence", "stage": None, "items": ""},
    ],
)
def test_what_has_not_happened_does_not_stand_against_it(made: Any, before: dict[str, Any]) -> None:
    deals = made(("before", {"when": "2015", **before}, {}), ("one", {"when": "2022"}, {}))
    assert answers(deals, "one")[FIRST] == ("holds", ())


def test_an_undated_deal_leaves_it_untested(made: Any) -> None:
    deals = made(("undated", {}, {"published": None}), ("one", {"when": "2022"}, {}))
    assert answers(deals, "one")[FIRST] == ("not testable", ("undated",))
    assert answers(deals, "undated")[FIRST] == ("not testable", ("one",))


def test_the_day_of_publication_stands_in_for_a_time(made: Any) -> None:
    deals = made(("a", {}, {"published": "2021-01-02"}), ("b", {}, {"published": "2021-01-03"}))
    assert answers(deals, "a")[FIRST][0] == "holds"
    assert answers(deals, "b")[FIRST] == ("contradicted", ("a",))


def test_a_denied_deal_is_nothings_first(made: Any) -> None:
    deals = made(("one", {"certainty": "denied"}, {}))
    assert set(answers(deals, "one").values()) == {("not testable", ())}
    assert with_precedents(deals)[0].precedents == ()


@pytest.mark.parametrize(
    ("items", "answer"),
    [
        ("400 uav", ("holds", ())),
        ("300 uav", ("contradicted", ("old",))),
        ("100 uav", ("contradicted", ("old",))),
    ],
)
def test_the_largest_number_so_far(made: Any, items: str, answer: tuple[str, tuple[str, ...]]) -> None:
    deals = made(
        ("old", {"items": "300 uav", "when": "2015"}, {}),
        ("one", {"items": items, "when": "2020"}, {}),
        ("later", {"items": "900 uav", "when": "2022"}, {}),
    )
    assert answers(deals, "one")[LARGEST] == answer


def test_a_number_is_only_the_largest_where_there_is_another(made: Any) -> None:
    deals = made(("other", {"when": "2015"}, {}), ("one", {"items": "4 uav", "when": "2020"}, {}))
    assert answers(deals, "one")[LARGEST] == ("not testable", ())


def test_exercises_have_no_direction(made: Any) -> None:
    two = {"kind": "exercise", "stage": None, "items": "", "roles": "parties=IRN+RUS"}
    deals = made(("three", {**two, "roles": "parties=TUR+RUS+IRN", "when": "2015"}, {}), ("two", two, {}))
    assert answers(deals, "two") == {"first recorded exercise between IRN and RUS": ("contradicted", ("three",))}
    assert answers(deals, "three") == {}


def test_an_unknown_party_leaves_nothing_to_ask(made: Any) -> None:
    assert answers(made(("one", {"roles": "supplier=IRN recipient="}, {})), "one") == {}


def coverage(deals: Any, id_: str) -> str:
    history = History(dated(deal, members) for deal, members in deals)
    return asked(history.deals[id_], history)[0].coverage


def test_the_coverage_names_how_much_is_known_and_from_where(made: Any) -> None:
    deals = made(
        ("a", {"when": "2015-03"}, {"type": "register"}),
        ("b", {"when": "2022-08-14"}, {}),
        ("c", {"when": "2001", "roles": "supplier=TUR recipient=SDN"}, {}),
    )
    assert coverage(deals, "b") == (
        "2 deals between IRN and RUS from 2015-03 to 2022-08, 1 of them from official records"
    )
    assert coverage(deals, "c") == (
        "1 deal between SDN and TUR from 2001-01 to 2001-12, none of them from official records; "
        "3 deals of kind transfer in the register from 2001-01 to 2022-08, 1 of them from official records"
    )


def asked_of(deals: Any, id_: str) -> list[Precedent]:
    members = {deal.id: tuple(members) for deal, members in deals}
    all_reports = [report for _, reports in deals for report in reports]
    found = precedents_of(Found(members[id_]), [deal for deal, _ in deals], all_reports)
    return [each for each in found if each.claim is not None]


def words(text: str) -> dict[str, Any]:
    return {"evidence": [{"quote": text, "start": 0, "end": len(text)}]}


def test_a_claim_that_says_first_is_asked_by_its_own_words(made: Any) -> None:
    deals = made(
        ("old", {"when": "2015"}, {}),
        ("one", {"when": "2022", **words("Drones were sold for the first time, in an unprecedented deal.")}, {}),
    )
    (found,) = asked_of(deals, "one")
    assert (found.question, found.answer, found.by, found.said) == (
        OF_UAV,
        "contradicted",
        ("old",),
        "for the first time",
    )


@pytest.mark.parametrize(
    ("other", "answer"),
    [("supplier=IRN recipient=SDN", "holds"), ("supplier=TUR recipient=SDN", "not testable")],
)
def test_that_it_was_the_first_ever_needs_something_older(made: Any, other: str, answer: str) -> None:
    deals = made(
        ("other", {"roles": other, "when": "2015"}, {}),
        ("one", {"when": "2022", **words("It is the first-ever sale.")}, {}),
    )
    assert [each.answer for each in asked_of(deals, "one")] == [answer]


def test_a_claim_that_says_largest(made: Any) -> None:
    deals = made(
        ("old", {"items": "9 uav", "when": "2015"}, {}),
        ("one", {"items": "12 uav", "when": "2022", **words("It is the largest order yet.")}, {}),
    )
    assert [(each.question, each.answer) for each in asked_of(deals, "one")] == [(LARGEST, "holds")]


@pytest.mark.parametrize("text", ["The first batch arrived.", "The first half of the year.", "They bought drones."])
def test_other_firsts_are_no_claims_of_precedence(made: Any, text: str) -> None:
    assert asked_of(made(("one", words(text), {})), "one") == []


def test_a_document_has_no_precedents(made: Any) -> None:
    from datetime import datetime

    held = HeldDocument(Document(id="doc"), datetime(2024, 1, 1), 0)
    with pytest.raises(RegisterError, match="doc: a document"):
        precedents_of(Found((), document=held), [], [])


def test_deals_of_a_register_carry_their_precedents(register: Register, say: Any, tell: Any) -> None:
    register.add(tell("a", say("supplier=IRN recipient=RUS", "40 uav")))
    register.add(tell("b", say("supplier=IRN recipient=RUS", "uav", when="2010"), published="2010-02-01"))
    assert [deal.precedents for deal in register.deals()] == [(FIRST, OF_UAV), ()]


def test_many_deals_of_one_pair_are_asked_in_good_time(made: Any) -> None:
    ((deal, members),) = made(("one", {"items": "5 uav", "when": "2022"}, {}))
    deals = [(replace(deal, id=str(number)), members) for number in range(5000)]
    begun = time.process_time()
    with_precedents(deals)
    assert time.process_time() - begun < 10
