"""Which claims make one deal."""

from itertools import permutations
from typing import Any

import pytest

from whoarms.register.deals import deals_of
from whoarms.register.match import group

PAIR = "supplier=IRN recipient=RUS"


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
