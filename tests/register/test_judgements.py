"""A person's judgements go before all scores."""

from datetime import UTC, datetime, timedelta
from itertools import combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from whoarms.register.deals import assemble
from whoarms.register.judgements import Judgement, Verdict
from whoarms.register.links import Links
from whoarms.register.match import group

START = datetime(2026, 1, 1, tzinfo=UTC)
PAIR, OTHER = "supplier=IRN recipient=RUS", "supplier=TUR recipient=KEN"


def judged(left: str, right: str, verdict: Verdict, day: int = 0) -> Judgement:
    return Judgement(left, right, verdict, by="R. Keeper", reason="I looked", at=START + timedelta(days=day))


@pytest.fixture
def told(say: Any, tell: Any, reports: Any) -> Any:
    """Tell claims of one deal (a, b, c) and one of another (x)."""
    readings = [tell(name, say(PAIR, "uav"), published="2023-05-01") for name in "abc"]
    return reports(*readings, tell("x", say(OTHER, "ship"), published="2023-05-01"))


@pytest.fixture
def grouped(told: Any) -> Any:
    """Group them by judgements on the names of their documents."""
    ids = {report.document.id: report.claim.id for report in told}

    def ask(*judgements: Judgement) -> list[str]:
        named = [Judgement(ids[j.left], ids[j.right], j.verdict, j.by, j.reason, j.at) for j in judgements]
        deals = group(told, named).deals
        return sorted("".join(sorted(report.document.id for report in members)) for members in deals)

    return ask


def test_without_judgements_scores_decide(grouped: Any) -> None:
    assert grouped() == ["abc", "x"]


def test_same_joins_what_nothing_else_would(grouped: Any) -> None:
    assert grouped(judged("a", "x", "same")) == ["abcx"]


def test_different_parts_what_all_speaks_for(grouped: Any) -> None:
    (first, second, third) = grouped(judged("a", "b", "different"))
    assert third == "x"
    assert not {"a", "b"} <= set(first)
    assert not {"a", "b"} <= set(second)


def test_same_and_different_hold_beside_each_other(grouped: Any) -> None:
    assert grouped(judged("a", "x", "same"), judged("b", "x", "different")) in (["ax", "bc"], ["acx", "b"])


def test_the_later_judgement_on_a_pair_counts(grouped: Any) -> None:
    assert grouped(judged("a", "x", "same", 1), judged("x", "a", "different", 2)) == ["abc", "x"]
    assert grouped(judged("a", "x", "same", 2), judged("x", "a", "different", 1)) == ["abcx"]


def test_unsure_takes_a_judgement_back(grouped: Any) -> None:
    assert grouped(judged("a", "x", "same", 1), judged("a", "x", "unsure", 2)) == ["abc", "x"]


def test_in_a_chain_the_latest_wins() -> None:
    chain = [judged("a", "b", "same", 1), judged("b", "c", "same", 2), judged("a", "c", "different", 3)]
    parted = Links(chain)
    assert parted.team("b") == parted.team("c") != parted.team("a")
    assert parted.team("a") in parted.apart(parted.team("b"))
    joined = Links([judged("a", "c", "different", 0), *chain[:2]])
    assert joined.team("a") == joined.team("b") == joined.team("c")


def test_what_is_judged_different_is_not_suggested(say: Any, tell: Any, reports: Any) -> None:
    old = tell("old", say(PAIR, "uav"), published="2020-01-01")
    told = reports(old, tell("new", say(PAIR, "uav"), published="2021-10-01"))
    assert len(assemble(told).suggestions) == 1
    ids = [report.claim.id for report in told]
    assert assemble(told, [judged(*ids, "different")]).suggestions == []
    assert len(assemble(told, [judged(*ids, "same")]).deals) == 1


def test_what_is_no_deal_joins_one_where_a_person_says_so(say: Any, tell: Any, reports: Any) -> None:
    used = say("user=RUS supplier=IRN", "uav", kind="use", stage=None)
    told = reports(tell("a", say(PAIR, "uav")), tell("b", used))
    assert [deal.documents for deal in assemble(told).deals] == [("a",)]
    (deal,) = assemble(told, [judged(*(report.claim.id for report in told), "same")]).deals
    assert (deal.kind, deal.documents) == ("transfer", ("a", "b"))


_VERDICTS = some.lists(
    some.tuples(some.sampled_from(list(combinations("abcde", 2))), some.sampled_from(["same", "different", "unsure"])),
    max_size=12,
)


@given(_VERDICTS, some.integers())
def test_links_hold_the_latest_and_do_not_depend_on_the_order(verdicts: Any, seed: int) -> None:
    judgements = [judged(*pair, verdict, day) for day, (pair, verdict) in enumerate(verdicts)]
    links, shuffled = Links(judgements), list(judgements)
    Random(seed).shuffle(shuffled)
    again = Links(shuffled)
    for name in "abcde":
        assert links.team(name) == again.team(name)
        assert links.apart(links.team(name)) == again.apart(again.team(name))
        assert links.team(name) not in links.apart(links.team(name))
    if judgements and judgements[-1].verdict != "unsure":
        left, right = links.team(judgements[-1].left), links.team(judgements[-1].right)
        assert (left == right) == (judgements[-1].verdict == "same")
        assert (right in links.apart(left)) == (judgements[-1].verdict == "different")
