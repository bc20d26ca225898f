"""What a deal says of itself."""

from typing import Any

import msgspec
import pytest

from whoarms.register import Deal
from whoarms.register.deals import deals_of, flat

PAIR = "supplier=IRN recipient=RUS"


@pytest.fixture
def deal(say: Any, tell: Any, reports: Any) -> Any:
    """Make the one deal of claims, each in a document of its own, a month after each other."""

    def make(*claims: dict[str, Any]) -> Deal:
        readings = [
            tell(
                str(number),
                say(**{"roles": PAIR, "items": "uav", **fields}),
                published=f"2023-{number:02}-01",
            )
            for number, fields in enumerate(claims, start=1)
        ]
        (made,) = deals_of(reports(*readings))
        return made

    return make


@pytest.mark.parametrize(
    ("claims", "stage", "certainty"),
    [
        ([{"stage": "talks"}, {"stage": "delivery"}, {"stage": "order"}], "delivery", "asserted"),
        ([{"stage": "order"}, {"stage": "delivery", "certainty": "planned"}], "order", "asserted"),
        ([{"stage": "delivery", "certainty": "planned"}], "delivery", "planned"),
        ([{"stage": "order", "certainty": "possible"}], "order", "possible"),
        ([{"stage": "delivery", "certainty": "denied"}], "delivery", "denied"),
        ([{"stage": "order"}, {"stage": "cancelled"}], "cancelled", "asserted"),
        ([{"stage": "cancelled"}, {"stage": "delivery"}], "delivery", "asserted"),
        ([{"stage": "delivery"}, {"stage": "cancelled", "when": "2022-11"}], "delivery", "asserted"),
        ([{"stage": "order"}, {"stage": "cancelled", "certainty": "planned"}], "order", "asserted"),
    ],
)
def test_latest_stage(deal: Any, claims: list[dict[str, Any]], stage: str, certainty: str) -> None:
    assert (deal(*claims).stage, deal(*claims).certainty) == (stage, certainty)


@pytest.mark.parametrize(
    ("claims", "status", "count"),
    [
        ([{}], "reported", 1),
        ([{"items": "40 uav"}, {"items": "44 uav"}], "corroborated", 2),
        ([{"by": ["anonymous::one"]}, {"certainty": "unconfirmed"}], "reported", 1),
        ([{}, {"by": ["official:RUS:a minister"]}], "confirmed_by_party", 2),
        ([{"by": ["media:RUS:a newspaper"]}], "reported", 1),
        ([{"by": ["official:USA:an envoy"]}], "reported", 1),
        ([{"by": ["official:RUS:a minister"]}, {"certainty": "denied"}], "contested", 1),
        ([{"certainty": "denied"}], "denied", 0),
        ([{}, {"stage": "cancelled"}], "cancelled", 2),
        ([{"stage": "cancelled", "by": ["official:RUS:a minister"]}], "cancelled", 1),
        ([{}, {"stage": "cancelled", "certainty": "planned"}], "corroborated", 2),
        ([{}, {"stage": "cancelled", "certainty": "denied"}], "contested", 1),
    ],
)
def test_status(deal: Any, claims: list[dict[str, Any]], status: str, count: int) -> None:
    made = deal(*claims)
    assert (made.status, made.independent_origins, len(made.origins)) == (status, count, count)


def test_denials_name_who_denies(deal: Any) -> None:
    made = deal(
        {},
        {"certainty": "denied", "by": ["official:IRN:a spokesman"]},
        {"certainty": "denied", "by": ["other::Ms Osei"]},
        {"certainty": "denied"},
        {"certainty": "denied", "by": ["official:IRN:the embassy"]},
    )
    assert [(actor.id, actor.name) for actor in made.denied_by] == [
        ("IRN", "Iran"),
        ("Ms Osei", "Ms Osei"),
        ("Outlet 4", "Outlet 4"),
    ]


def test_each_number_keeps_its_origins(deal: Any) -> None:
    made = deal(
        {"items": "40 uav shahed-136", "by": ["official:IRN:a general"]},
        {"items": "40 uav", "by": ["anonymous::one"]},
        {"items": "60 uav, 2 training_system"},
        {"items": "500 uav", "certainty": "denied"},
    )
    assert [(q.min, q.category, q.system, len(q.origins), q.documents) for q in made.quantities] == [
        (40, "uav", "shahed-136", 2, ("1", "2")),
        (60, "uav", "shahed-136", 1, ("3",)),
        (2, "training_system", None, 1, ("3",)),
    ]
    assert [(item.category, item.system) for item in made.items] == [
        ("uav", "shahed-136"),
        ("training_system", None),
    ]


def test_unspecified_goods_are_named_where_nothing_else_is(deal: Any) -> None:
    assert [item.category for item in deal({"items": "unspecified"}).items] == ["unspecified"]
    assert [item.category for item in deal({"items": "unspecified"}, {}).items] == ["uav"]


def test_the_id_stays_as_newer_reports_come(deal: Any) -> None:
    assert deal({}).id == deal({}, {"stage": "delivery"}).id


def test_the_form_of_the_contract(deal: Any) -> None:
    shown = msgspec.json.decode(msgspec.json.encode(flat(deal({"items": "40 uav"}, {"certainty": "denied"}))))
    assert shown.pop("id")
    assert len(shown.pop("claims")) == 2
    assert [len(side.pop("claims")) for side in shown["conflicts"][0]["sides"]] == [1, 1]
    assert [len(stage.pop("claims")) for stage in shown["stages"]] == [1, 1]
    assert shown == {
        "kind": "transfer",
        "supplier": [{"id": "IRN", "name": "Iran", "text": "IRN"}],
        "recipient": [{"id": "RUS", "name": "Russia", "text": "RUS"}],
        "items": [{"text": "some uav", "system": None, "category": "uav"}],
        "stage": "order",
        "certainty": "asserted",
        "status": "contested",
        "quantities": [
            {
                "min": 40,
                "max": 40,
                "unit": None,
                "category": "uav",
                "system": None,
                "origins": ["1"],
                "documents": ["1"],
            }
        ],
        "credibility": 5,
        "credibility_rule": "it is asserted by one origin, and denied",
        "values": [],
        "dates": [],
        "stages": [
            {
                "stage": "order",
                "certainty": certainty,
                "start": None,
                "end": None,
                "first_reported": f"2023-0{document}-01",
                "origins": [document],
                "documents": [document],
            }
            for certainty, document in (("asserted", "1"), ("denied", "2"))
        ],
        "conflicts": [
            {
                "field": "certainty",
                "about": "",
                "sides": [
                    {"value": certainty, "quotes": ["so they say"], "origins": [document], "documents": [document]}
                    for certainty, document in (("asserted", "1"), ("denied", "2"))
                ],
            }
        ],
        "first_reported": "2023-01-01",
        "independent_origins": 1,
        "origins": ["1"],
        "denied_by": [{"id": "Outlet 2", "name": "Outlet 2", "text": "Outlet 2"}],
        "precedents": [],
        "reliability": [],
        "documents": ["1", "2"],
    }


def test_other_kinds_keep_the_names_of_their_roles(deal: Any) -> None:
    shown = flat(deal({"kind": "training", "roles": "trainer=RUS trainee=SDN", "stage": None, "items": ""}))
    assert {"trainer", "trainee"} < shown.keys()
    assert "supplier" not in shown
