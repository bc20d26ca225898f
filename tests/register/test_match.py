"""Which claims make one deal."""

from itertools import permutations
from typing import Any

import pytest

from whoarms.register.deals import assemble, deals_of
from whoarms.register.match import group
from whoarms.register.scores import DIFFERENT, SAME

PAIR = "supplier=IRN recipient=RUS"


RIFLES = "supplier=SRB recipient=UGA"


@pytest.fixture
def grouped(say: Any, tell: Any, reports: Any) -> Any:
    """Give the names of the documents of each deal, each told as `(name, day, *claims)`."""

    def ask(*told: Any) -> list[list[str]]:
        readings = [tell(name, *(say(**said) for said in claims), published=day) for name, day, *claims in told]
        return sorted([report.document.id for report in members] for members in group(reports(*readings)).deals)

    return ask


@pytest.fixture
def together(say: Any, tell: Any, reports: Any) -> Any:
    """Say whether two claims, each of a document of its own, make one deal."""

    def ask(a: dict[str, Any], b: dict[str, Any], days: tuple[str, str] = ("2023-05-01", "2023-06-01")) -> bool:
        readings = [tell(name, say(**said), published=day) for name, said, day in zip("ab", (a, b), days, strict=True)]
        return len(group(reports(*readings)).deals) == 1

    return ask


def claim(roles: str = PAIR, items: str = "uav", **fields: Any) -> dict[str, Any]:
    return {"roles": roles, "items": items, **fields}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (claim(stage="order"), claim(stage="delivery")),
        (claim(), claim(certainty="denied")),
        (claim(items="40 uav"), claim(items="400 uav")),
        (claim(items="uav shahed-136"), claim(items="uav")),
        (claim(items="uav shahed-136, ammunition"), claim(items="ammunition")),
        (claim(), claim(items="unspecified")),
        (claim(), claim(roles="supplier=IRN recipient=")),
        (claim(roles="supplier=IRN recipient=RUS+SDN"), claim()),
        (
            claim(roles="parties=IRN+RUS", items="", kind="agreement"),
            claim(roles="parties=IRN+RUS+CHN", items="", kind="agreement"),
        ),
    ],
)
def test_one_deal(together: Any, a: dict[str, Any], b: dict[str, Any]) -> None:
    assert together(a, b)
    assert together(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (claim(), claim(kind="production")),
        (claim(), claim(roles="supplier=RUS recipient=IRN")),
        (claim(), claim(roles="supplier=IRN recipient=SDN")),
        (claim(), claim(items="missile")),
        (claim(items="uav shahed-136"), claim(items="uav mohajer-6")),
        (claim(roles="supplier=IRN recipient="), claim(roles="supplier= recipient=RUS")),
        (claim(roles="supplier= recipient="), claim(roles="supplier= recipient=")),
        (
            claim(roles="parties=IRN+RUS", items="", kind="agreement"),
            claim(roles="parties=IRN+CHN", items="", kind="agreement"),
        ),
    ],
)
def test_two_deals(together: Any, a: dict[str, Any], b: dict[str, Any]) -> None:
    assert not together(a, b)
    assert not together(b, a)


def test_reports_years_apart_are_of_two_deals(together: Any) -> None:
    assert together(claim(), claim(), ("2020-01-01", "2021-06-01"))
    assert not together(claim(), claim(), ("2020-01-01", "2021-08-01"))


def test_a_retold_deal_keeps_its_time(together: Any) -> None:
    assert together(claim(), claim(when="2019"), ("2019-03-01", "2023-06-01"))
    assert not together(claim(), claim(when="2019"), ("2023-05-01", "2023-06-01"))


def test_a_plan_reaches_from_its_report_to_its_day(together: Any) -> None:
    planned = claim(certainty="planned", stage="delivery", when="2027")
    assert together(claim(), planned)
    assert together(planned, claim(stage="delivery", when="2027-02"), ("2023-05-01", "2027-03-01"))


def test_a_vague_claim_joins_the_deal_that_fits_best(say: Any, tell: Any, reports: Any) -> None:
    old = tell("old", say(PAIR, "missile"), published="2022-01-01")
    new = tell("new", say(PAIR, "uav"), published="2022-12-01")
    vague = tell("vague", say(PAIR, "unspecified"), published="2022-12-20")
    groups = group(reports(vague, old, new)).deals
    assert sorted([report.document.id for report in members] for members in groups) == [["new", "vague"], ["old"]]


def test_deals_do_not_depend_on_the_order_of_reports(say: Any, tell: Any, reports: Any) -> None:
    told = [
        tell("a", say(PAIR, "40 uav", by=["official:IRN:a general"]), published="2022-05-01"),
        tell("b", say(PAIR, "uav", stage="delivery"), published="2022-07-01", credits=("Outlet a",)),
        tell("c", say("supplier=IRN recipient=", "uav"), published=None),
        tell("d", say(PAIR, "unspecified", certainty="denied"), published="2022-06-01"),
        tell("e", say("supplier=IRN recipient=SDN", "uav"), published="2022-06-01"),
    ]
    first, *others = (deals_of(reports(*order)) for order in permutations(told))
    assert all(other == first for other in others)
    assert [deal.documents for deal in first] == [("a", "d", "b"), ("e",), ("c",)]


def quoted(words: str) -> list[dict[str, Any]]:
    return [{"quote": words, "start": 0, "end": len(words)}]


def test_two_orders_of_one_system_stay_two(grouped: Any) -> None:
    first = claim(RIFLES, "20 helicopter mi-17", when="2015-03")
    second = claim(RIFLES, "12 helicopter mi-17", when="2017-09")
    retold = claim(RIFLES, "20 helicopter mi-17")
    assert grouped(
        ("a", "2015-04-02", first),
        ("b", "2017-09-20", second),
        ("c", "2017-09-22", second, first),
        ("d", "2017-10-01", retold),
    ) == [["a", "c", "d"], ["b", "c"]]


def test_another_number_at_once_is_disputed_and_later_is_another_order(together: Any) -> None:
    few, many = claim(items="18 aircraft su-35"), claim(items="42 aircraft su-35")
    assert together(few, many, ("2019-03-01", "2019-05-01"))
    assert not together(few, many, ("2019-03-01", "2021-12-01"))


def test_an_old_deal_that_is_retold_without_a_date_attaches_to_it(together: Any) -> None:
    told = claim(RIFLES, "44 armoured_vehicle lazar-3")
    assert together(told, told, ("2016-02-01", "2020-06-01"))
    assert not together(
        claim(RIFLES, "armoured_vehicle"), claim(RIFLES, "armoured_vehicle"), ("2016-02-01", "2020-06-01")
    )


def test_deliveries_come_years_after_their_order_and_never_before_it(together: Any) -> None:
    order = claim(RIFLES, "30 artillery nora-b52", when="2016-05")
    part = claim(RIFLES, "6 artillery nora-b52", stage="delivery", when="2021-03")
    early = claim(RIFLES, "6 artillery nora-b52", stage="delivery", when="2014-03")
    assert together(order, part, ("2016-05-10", "2021-04-01"))
    assert not together(order, early, ("2016-05-10", "2016-05-12"))


@pytest.mark.parametrize(
    "words",
    [
        "Two were sent for trials in the desert before anything was signed.",
        "Two of them are there on loan until the summer.",
        "A follow-on order for two was placed.",
        "They signed for two further aircraft.",
    ],
)
def test_samples_loans_and_follow_on_orders_are_deals_of_their_own(grouped: Any, words: str) -> None:
    order = claim(RIFLES, "24 uav pegaz", evidence=quoted("They signed for two dozen of the type."))
    other = claim(RIFLES, "2 uav pegaz", evidence=quoted(words))
    assert grouped(("a", "2021-05-01", order, other), ("b", "2021-05-03", other)) == [["a"], ["a", "b"]]


def test_a_second_consignment_is_a_part_of_its_order(together: Any) -> None:
    order = claim(RIFLES, "24 uav pegaz")
    part = claim(RIFLES, "12 uav pegaz", stage="delivery", evidence=quoted("The second batch of 12 has arrived."))
    assert together(order, part)


def test_systems_are_told_apart_by_the_words_of_the_text(together: Any) -> None:
    rafale, gripen = ([{"text": f"{name} fighters", "category": "aircraft"}] for name in ("Rafale", "Gripen"))
    assert not together(claim(items="", **{"named": rafale}), claim(items="", **{"named": gripen}))
    assert together(claim(items="", **{"named": rafale}), claim(items="", **{"named": rafale}))


def test_who_names_no_recipient_is_known_by_the_money(grouped: Any, say: Any) -> None:
    worth = {"amount": 412e6, "currency": "USD"}
    unnamed = claim("supplier=TUR recipient=", "", value=worth)
    assert grouped(
        ("a", "2022-03-01", unnamed),
        ("b", "2022-03-03", claim("supplier=TUR recipient=MYS", "uav", value=worth)),
        ("c", "2022-03-04", claim("supplier=TUR recipient=KAZ", "uav")),
    ) == [["a", "b"], ["c"]]


def test_who_may_mean_either_of_two_recipients_is_put_to_review(say: Any, tell: Any, reports: Any) -> None:
    readings = [
        tell("a", say("supplier=TUR recipient=MYS", "uav")),
        tell("b", say("supplier=TUR recipient=KAZ", "uav")),
        tell("c", say("supplier=TUR recipient=", "uav")),
    ]
    made = assemble(reports(*readings))
    ids = {deal.documents: deal.id for deal in made.deals}
    assert sorted(ids) == [("a",), ("b",), ("c",)]
    assert {frozenset((each.left, each.right)) for each in made.suggestions} == {
        frozenset((ids[("a",)], ids[("c",)])),
        frozenset((ids[("b",)], ids[("c",)])),
    }


def test_a_claim_of_two_recipients_does_not_join_the_deals_of_each(grouped: Any) -> None:
    both, one, other = (claim(f"supplier=IRN recipient={names}", "uav") for names in ("ETH+SDN", "ETH", "SDN"))
    found = grouped(("a", "2023-05-01", both), ("b", "2023-05-02", one), ("c", "2023-05-03", other))
    assert ["a", "b", "c"] not in found
    assert not any("b" in deal and "c" in deal for deal in found)


def test_what_goes_with_a_weapon_in_one_document_is_of_its_deal(grouped: Any) -> None:
    drones, station = claim(RIFLES, "6 uav pegaz"), claim(RIFLES, "2 other", stage="delivery")
    assert grouped(("a", "2021-05-01", drones, station)) == [["a", "a"]]
    assert grouped(("a", "2021-05-01", drones), ("b", "2021-05-02", station)) == [["a"], ["b"]]


def test_a_category_that_is_easily_mistaken_is_forgiven_where_the_number_agrees(together: Any) -> None:
    assert together(claim(items="48 armoured_vehicle"), claim(items="48 vehicle"))
    assert not together(claim(items="48 armoured_vehicle"), claim(items="60 vehicle"))


def test_yearly_exercises_are_many(grouped: Any) -> None:
    drill = {"roles": "parties=IND+OMN", "kind": "exercise", "stage": None}
    assert grouped(
        ("a", "2021-10-05", {**drill, "when": "2021-10-01"}),
        ("b", "2022-10-07", {**drill, "when": "2022-10-03"}),
        ("c", "2022-10-09", drill),
    ) == [["a"], ["b", "c"]]


def test_a_doubtful_pair_is_kept_apart_and_suggested_with_reasons(say: Any, tell: Any, reports: Any) -> None:
    told = tell("old", say(**claim()), published="2020-01-01"), tell("new", say(**claim()), published="2021-10-01")
    made = assemble(reports(*told))
    (suggestion,) = made.suggestions
    assert {suggestion.left, suggestion.right} == {deal.id for deal in made.deals}
    assert DIFFERENT <= suggestion.score < SAME
    assert suggestion.reasons == ("the same parties", "the same category (uav)", "639 days apart")


@pytest.mark.parametrize(
    "total",
    [
        claim(items="unspecified", value={"amount": 2e9, "currency": "USD"}, when="2015/2023"),
        claim(
            items="",
            value={"amount": 2e9, "currency": "USD"},
            evidence=quoted("Arms worth $2bn went there since 2015."),
        ),
        claim("supplier=IRN recipient=", "unspecified", value={"amount": 2e9, "currency": "USD"}, when="2022"),
        claim("maker=IRN", "uav shahed-136", kind="capability", stage=None),
        claim("user=RUS supplier=IRN", "uav shahed-136", kind="use", stage=None),
    ],
)
def test_totals_figures_and_use_are_no_deals(grouped: Any, total: dict[str, Any]) -> None:
    assert grouped(("a", "2023-05-01", claim()), ("b", "2023-05-02", total)) == [["a"]]


def test_a_deal_of_arms_in_general_is_a_deal(grouped: Any) -> None:
    worth = {"amount": 5e8, "currency": "USD"}
    assert grouped(("a", "2023-05-01", claim(items="unspecified", value=worth, when="2023-04"))) == [["a"]]
