"""What a person decides holds, whatever is read later."""

from typing import Any

import msgspec
import pytest

from whoarms.errors import RegisterError
from whoarms.model import Evidence
from whoarms.register import Filter, Register, judging

PAIR = "supplier=IRN recipient=RUS"
KEEPER = {"by": "keeper", "reason": "seen both"}


@pytest.fixture
def filled(register: Register, say: Any, tell: Any) -> Register:
    """Two deals of one pair ten years apart, and a third of another kind; each claim has its own sentence."""
    old = evidence(say(PAIR, "missile"), "Iran sold missiles.", 0)
    new = evidence(say(PAIR, "uav"), "Iran sold drones.", 0)
    late = evidence(say(PAIR, "uav", stage="delivery"), "The drones arrived.", 40)
    drill = say("parties=IRN+RUS", kind="exercise", stage=None)
    register.add(tell("old", old, published="2012-01-01"))
    register.add(tell("new", new, published="2022-01-01"))
    register.add(tell("late", late, published="2022-03-01"))
    register.add(tell("drill", drill, published="2022-03-01"))
    return register


def evidence(claim: Any, quote: str, start: int) -> Any:
    return msgspec.structs.replace(claim, evidence=(Evidence(quote, start, start + len(quote)),))


def grouped(register: Register) -> list[tuple[str, ...]]:
    return [deal.documents for deal in register.deals(Filter(kind="transfer"))]


def claim_of(register: Register, document: str) -> str:
    return register.show(document).reports[0].claim.id


APART, ONE = [("old",), ("new", "late")], [("old", "new", "late")]


def test_two_deals_are_merged_and_the_merger_is_undone(filled: Register) -> None:
    assert grouped(filled) == APART
    old, new = filled.deals(Filter(kind="transfer"))
    number = filled.review.merge(old.id[:8], new.id, **KEEPER)
    assert grouped(filled) == ONE
    filled.rebuild()
    assert grouped(filled) == ONE
    undoing = filled.review.undo(number, **KEEPER)
    assert grouped(filled) == APART
    filled.review.undo(undoing, **KEEPER)
    assert grouped(filled) == ONE
    log = filled.review.decisions()
    assert [(one.act, one.cancels, one.undone) for one in log] == [
        ("merge", None, False),
        ("undo", number, True),
        ("undo", undoing, False),
    ]
    assert {(one.by, one.reason) for one in log} == {("keeper", "seen both")}


def test_claims_are_split_off(filled: Register) -> None:
    deal = filled.deals(Filter(kind="transfer"))[1]
    filled.review.split(deal.id, [claim_of(filled, "late")], **KEEPER)
    assert grouped(filled) == [("old",), ("new",), ("late",)]


def test_claims_that_are_split_off_stay_together(filled: Register, say: Any, tell: Any) -> None:
    filled.add(tell("more", say(PAIR, "uav", stage="delivery"), published="2022-03-05"))
    deal = filled.deals(Filter(kind="transfer"))[1]
    assert len(deal.claims) == 3
    filled.review.split(deal.id, [claim_of(filled, "late"), claim_of(filled, "more")], **KEEPER)
    assert grouped(filled) == [("old",), ("new",), ("late", "more")]


def test_a_later_judgement_on_a_pair_counts(filled: Register) -> None:
    pair = claim_of(filled, "old"), claim_of(filled, "new")
    filled.review.judge(*pair, "same", **KEEPER)
    assert grouped(filled) == ONE
    filled.review.judge(*pair, "different", **KEEPER)
    assert grouped(filled) == APART


@pytest.mark.parametrize("moved", [False, True])
def test_a_judgement_follows_its_claim_to_a_better_reading(filled: Register, say: Any, tell: Any, moved: bool) -> None:
    filled.review.judge(claim_of(filled, "old"), claim_of(filled, "new"), "same", **KEEPER)
    other = evidence(say("supplier=IRN recipient=RUS", "missile"), "Years before it sold missiles.", 100)
    better = evidence(say(PAIR, "40 uav shahed-136"), "Iran sold drones.", 30 if moved else 0)
    assert filled.add(tell("new", other, better, published="2022-01-01"))
    (deal,) = [deal for deal in filled.deals(Filter(kind="transfer")) if "old" in deal.documents]
    (judged,) = [r.claim.id for r in filled.claims() if r.claim.items and r.claim.items[0].system]
    assert judged in deal.claims


def test_a_judgement_waits_for_its_claim(filled: Register, tell: Any) -> None:
    before = tuple(report.claim for report in filled.show("new").reports)
    filled.review.judge(claim_of(filled, "old"), claim_of(filled, "new"), "same", **KEEPER)
    filled.add(tell("new", published="2022-01-01"))
    assert grouped(filled) == [("old",), ("late",)]
    filled.add(tell("new", *before, published="2022-01-01"))
    assert grouped(filled) == ONE


def test_ties_are_refused(filled: Register) -> None:
    number = filled.review.refuse_tie("old", "new", **KEEPER)
    store = filled._store
    assert store.read(lambda connection: judging.refused_ties(connection, None)) == {("old", "new"), ("new", "old")}
    filled.review.undo(number, **KEEPER)
    assert store.read(lambda connection: judging.refused_ties(connection, None)) == set()


@pytest.mark.parametrize(
    ("decide", "cause"),
    [
        (lambda review, deal: review.merge(deal, deal, by="k"), "one deal already"),
        (lambda review, deal: review.merge(deal, "nothing", by="k"), "holds no deal"),
        (lambda review, deal: review.judge(deal, deal, "same", by="k"), "one claim"),
        (lambda review, deal: review.judge(deal, "", "same", by="k"), "holds no"),
        (lambda review, deal: review.split(deal, [deal], by="k"), "leaves some claims"),
        (lambda review, deal: review.refuse_tie("old", "old", by="k"), "one document"),
        (lambda review, deal: review.undo(7, by="k"), "no decision with this number"),
    ],
)
def test_what_cannot_be_decided(filled: Register, decide: Any, cause: str) -> None:
    deal = filled.deals(Filter(kind="transfer"))[0]
    with pytest.raises(RegisterError, match=cause):
        decide(filled.review, deal.id)
    assert filled.review.decisions() == []


def test_deals_of_two_kinds_are_never_one(filled: Register) -> None:
    with pytest.raises(RegisterError, match="two kinds"):
        filled.review.merge(filled.deals(Filter(kind="exercise"))[0].id, filled.deals()[0].id, by="k")


def test_what_is_undone_is_not_undone_again(filled: Register) -> None:
    number = filled.review.refuse_tie("old", "new", **KEEPER)
    filled.review.undo(number, **KEEPER)
    with pytest.raises(RegisterError, match="undone already"):
        filled.review.undo(number, **KEEPER)
