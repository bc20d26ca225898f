"""Deals in their tables follow the claims."""

from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import text

from whoarms.register import Filter, Register
from whoarms.register.engine import open_engine

PAIR = "supplier=IRN recipient=RUS"


@pytest.fixture
def told(say: Any, tell: Any) -> list[Any]:
    return [
        tell("a", say(PAIR, "40 uav shahed-136"), published="2022-05-01"),
        tell("b", say(PAIR, "uav shahed-136", stage="delivery"), published="2022-07-01"),
        tell("c", say("trainer=RUS trainee=SDN", kind="training", stage=None), published="2022-06-01"),
    ]


def everything(register: Register) -> Any:
    return register.deals(), register.review.waiting()


def test_a_question_after_an_addition_sees_it(register: Register, told: list[Any]) -> None:
    seen = []
    for reading in told:
        register.add(reading)
        seen.append([(deal.stage, len(deal.claims)) for deal in register.deals()])
    assert seen == [[("order", 1)], [("delivery", 2)], [("delivery", 2), (None, 1)]]


def test_another_program_sees_it_too(register: Register, url: str, told: list[Any]) -> None:
    register.add(told[0])
    with Register(url) as other:
        assert len(other.deals()) == 1
        register.add(told[2])
        assert len(other.deals()) == 2


def test_a_claim_that_is_read_no_more_leaves_its_deal(register: Register, tell: Any, told: list[Any]) -> None:
    for reading in told:
        register.add(reading)
    assert len(register.deals(Filter(kind="training"))) == 1
    register.add(tell("c", published="2022-06-01"))
    assert register.deals(Filter(kind="training")) == []


def test_neither_arrival_nor_rebuilding_changes_the_deals(url: str, told: list[Any], register: Register) -> None:
    for reading in told:
        register.add(reading)
    expected = everything(register)
    register.rebuild()
    assert everything(register) == expected
    for order in permutations(told):
        with Register("sqlite://") as other:
            for reading in order:
                other.add(reading)
                other.deals()
            assert everything(other) == expected


def test_a_rebuild_mends_tables_of_deals(register: Register, url: str, told: list[Any]) -> None:
    for reading in told:
        register.add(reading)
    before = register.deals()
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM deal_actors"))
        connection.execute(text("UPDATE deals SET stage = 'talks'"))
    engine.dispose()
    assert register.deals(Filter(actor="IRN")) == []
    register.rebuild()
    assert register.deals() == before
    assert len(register.deals(Filter(actor="IRN", stage="delivery"))) == 1


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        ({}, ["transfer", "training"]),
        ({"supplier": "iran", "recipient": "RUS"}, ["transfer"]),
        ({"supplier": "RUS"}, ["training"]),
        ({"recipient": "Russia"}, ["transfer"]),
        ({"actor": "Russian"}, ["transfer", "training"]),
        ({"actor": "Atlantis"}, []),
        ({"supplier": "IRN", "recipient": "SDN"}, []),
        ({"category": "uav", "supplier": "IRN"}, ["transfer"]),
        ({"category": "missile"}, []),
        ({"system": "SHAHED136"}, ["transfer"]),
        ({"system": "136 shahed"}, []),
        ({"system": "shahed"}, ["transfer"]),
        ({"kind": "training"}, ["training"]),
        ({"stage": "delivery"}, ["transfer"]),
        ({"stage": "order"}, []),
        ({"certainty": "asserted", "recipient": "SDN"}, ["training"]),
        ({"certainty": "denied"}, []),
        ({"since": "2022-06-15"}, ["transfer"]),
        ({"until": "2022-05"}, ["transfer"]),
        ({"since": "2022-06", "until": "2022-06", "actor": "SDN"}, ["training"]),
        ({"since": "2023"}, []),
    ],
)
def test_filters(register: Register, told: list[Any], fields: dict[str, Any], kinds: list[str]) -> None:
    for reading in told:
        register.add(reading)
    assert [deal.kind for deal in register.deals(Filter(**fields))] == kinds


def test_two_that_ask_at_once_make_the_deals_once(register: Register, url: str, told: list[Any]) -> None:
    from concurrent.futures import ThreadPoolExecutor

    for reading in told:
        register.add(reading)

    def ask(_: int) -> Any:
        with Register(url) as other:
            return other.deals()

    with ThreadPoolExecutor(4) as pool:
        first, *others = pool.map(ask, range(4))
    assert len(first) == 2
    assert all(other == first for other in others)
