"""What contradicts what in a deal, and how credible that leaves it."""

from typing import Any

import pytest

from whoarms.register import Deal
from whoarms.register.deals import deals_of

PAIR = "supplier=TUR recipient=KEN"


@pytest.fixture
def deal(say: Any, tell: Any, reports: Any) -> Any:
    """Make the one deal of claims, each in a document of its own, a day after each other."""

    def make(*claims: dict[str, Any]) -> Deal:
        readings = [
            tell(str(n), say(**{"roles": PAIR, "items": "armoured_vehicle kirpi", **c}), published=f"2023-01-{n:02}")
            for n, c in enumerate(claims, start=1)
        ]
        (made,) = deals_of(reports(*readings))
        return made

    return make


def quoted(words: str) -> list[dict[str, Any]]:
    return [{"quote": words, "start": 0, "end": len(words)}]


def told(made: Deal) -> list[tuple[str, str, list[str]]]:
    return [(each.field, each.about, [side.value for side in each.sides]) for each in made.conflicts]


def test_each_side_keeps_its_words_and_who_says_so(deal: Any) -> None:
    made = deal(
        {
            "items": "118 armoured_vehicle kirpi",
            "by": ["company:TUR:the maker"],
            "evidence": quoted("118 were ordered"),
        },
        {"items": "181 armoured_vehicle", "evidence": quoted("They buy 181.")},
    )
    (conflict,) = made.conflicts
    assert (conflict.field, conflict.about) == ("quantity", "kirpi, order")
    first, second = conflict.sides
    assert (first.value, first.quotes, first.origins, first.documents) == (
        "118",
        ("118 were ordered",),
        ("the maker (TUR), to Outlet 1",),
        ("1",),
    )
    assert (second.value, second.quotes, second.origins, second.documents) == (
        "181",
        ("They buy 181.",),
        ("2",),
        ("2",),
    )


@pytest.mark.parametrize(
    ("claims", "found"),
    [
        ([{"items": "40 armoured_vehicle"}, {"items": "40 armoured_vehicle"}], []),
        ([{"items": "40 armoured_vehicle"}, {"items": "12 armoured_vehicle", "stage": "delivery"}], []),
        ([{"items": "40 armoured_vehicle"}, {"items": "60 armoured_vehicle", "certainty": "planned"}], []),
        (
            [
                {"items": "12 armoured_vehicle", "stage": "delivery"},
                {"items": "30 armoured_vehicle", "stage": "delivery"},
            ],
            [("quantity", "armoured_vehicle, delivery", ["12", "30"])],
        ),
        (
            [
                {"items": "12 armoured_vehicle", "stage": "delivery", "by": ["official:KEN:General Osei"]},
                {"items": "30 armoured_vehicle", "stage": "delivery", "by": ["official:KEN:General Osei"]},
            ],
            [],
        ),
        ([{}, {"certainty": "denied"}], [("certainty", "", ["asserted", "denied"])]),
        (
            [{"value": {"amount": 9e7, "currency": "USD"}}, {"value": {"amount": 2e8, "currency": "USD"}}],
            [("value", "", ["USD 90,000,000", "USD 200,000,000"])],
        ),
        ([{"value": {"amount": 9e7, "currency": "USD"}}, {"value": {"amount": 9.4e7, "currency": "USD"}}], []),
        ([{"value": {"amount": 9e7, "currency": "USD"}}, {"value": {"amount": 1e10, "currency": "KES"}}], []),
        ([{"when": "2022-10-03"}, {"when": "2022-12"}], [("date", "order", ["2022-10-03", "2022-12"])]),
        ([{"when": "2022"}, {"when": "2022-12"}], []),
    ],
)
def test_conflicts(deal: Any, claims: list[dict[str, Any]], found: list[Any]) -> None:
    assert told(deal(*({"items": "armoured_vehicle", **claim} for claim in claims))) == found


@pytest.mark.parametrize(
    ("claims", "grade", "rule"),
    [
        ([{}, {}], 1, "independent origins assert it, and nothing contradicts it"),
        ([{}, {"by": ["official:KEN:a minister"]}], 1, "a party confirms it, and so does another origin"),
        ([{"by": ["official:KEN:a minister"]}], 2, "a party confirms it"),
        ([{"by": ["official:KEN:a minister"]}, {"certainty": "denied"}], 3, "a party confirms it, and it is denied"),
        (
            [{"by": ["official:KEN:a minister"]}, {}, {"certainty": "denied"}],
            2,
            "a party confirms it, and so does another origin, though it is denied",
        ),
        (
            [{"items": "118 armoured_vehicle"}, {"items": "181 armoured_vehicle"}],
            2,
            "independent origins assert it, and differ on quantity",
        ),
        ([{}], 3, "one origin asserts it, and nothing contradicts it"),
        ([{}, {}, {"certainty": "unconfirmed"}], 3, "more than one origin asserts it, and somebody cannot confirm it"),
        ([{"certainty": "possible"}], 4, "one origin thinks it possible"),
        ([{}, {}, {"certainty": "denied"}], 4, "it is asserted by more than one origin, and denied"),
        ([{}, {"certainty": "denied"}], 5, "it is asserted by one origin, and denied"),
        ([{"certainty": "planned"}], 6, "it is only planned"),
        ([{"certainty": "denied"}], 6, "nobody asserts it"),
    ],
)
def test_credibility_and_its_rule(deal: Any, claims: list[dict[str, Any]], grade: int, rule: str) -> None:
    made = deal(*claims)
    assert (made.credibility, made.credibility_rule) == (grade, rule)


def test_each_stage_has_its_date_and_who_says_so(deal: Any) -> None:
    made = deal(
        {"when": "2022-12-20", "by": ["official:TUR:the ministry"]},
        {"when": "2022-12-20"},
        {"stage": "delivery", "certainty": "planned", "when": "2024"},
        {"stage": "delivery"},
        {"certainty": "denied", "by": ["official:KEN:a spokesman"]},
    )
    assert [(each.stage, each.certainty, each.start, each.origins, each.documents) for each in made.stages] == [
        ("order", "asserted", "2022-12-20", ("the ministry (TUR)", "2"), ("1", "2")),
        ("order", "denied", None, ("a spokesman (KEN)",), ("5",)),
        ("delivery", "planned", "2024", ("3",), ("3",)),
        ("delivery", "asserted", None, ("4",), ("4",)),
    ]
    assert [(each.stage, each.start, each.planned, each.documents) for each in made.dates] == [
        ("order", "2022-12-20", False, ("1", "2")),
        ("delivery", "2024", True, ("3",)),
    ]


def test_each_sum_keeps_its_origins(deal: Any) -> None:
    worth = {"amount": 9e7, "currency": "USD"}
    made = deal({"value": worth}, {"value": worth}, {"value": {"amount": 8e7, "currency": "EUR"}})
    assert [(each.amount, each.currency, each.documents) for each in made.values] == [
        (9e7, "USD", ("1", "2")),
        (8e7, "EUR", ("3",)),
    ]


def test_a_number_is_listed_once_whoever_names_the_system(deal: Any) -> None:
    made = deal({"items": "40 armoured_vehicle kirpi, 9 armoured_vehicle bmc"}, {"items": "40 armoured_vehicle"})
    assert [(each.min, each.system, each.documents) for each in made.quantities] == [
        (40, "kirpi", ("1", "2")),
        (9, "bmc", ("1",)),
    ]
