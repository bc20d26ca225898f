from typing import Any

import pytest
from msgspec.structs import replace

from whoarms.measures import concentration, flows, movements, network
from whoarms.measures.movements import selected
from whoarms.register import Filter
from whoarms.register.values import ReportedQuantity
from whoarms.vocabulary.regions import region_of


@pytest.fixture
def deals(tell: Any, make: Any) -> Any:
    return make(
        tell("a1", "supplier=RUS recipient=IND", "40 aircraft", when="2021"),
        tell("a2", "supplier=RUS recipient=IND", "40 aircraft", when="2021"),
        tell("b", "supplier=RUS recipient=IND", "ship", when="2022"),
        tell("c", "supplier=FRA recipient=IND", "36 missile", when="2021"),
        tell("d", "supplier=IRN recipient=RUS", "100 uav", when="2021", certainty="planned", published="2021-12-01"),
        tell("e", "supplier=CHN recipient=PAK", "10 uav", certainty="denied"),
        tell("f", "recipient=IND", "5 sensor", when="2021"),
    )


def test_flows_by_year_and_category(deals: Any) -> None:
    found = flows(movements(deals))
    rows = {(x.group["year"], x.group["category"]): x for x in found}
    assert list(rows) == [
        ("2021", "aircraft"),
        ("2021", "missile"),
        ("2021", "sensor"),
        ("2021", "uav"),
        ("2022", "ship"),
    ]
    aircraft, ship = rows["2021", "aircraft"], rows["2022", "ship"]
    assert (aircraft.deals, aircraft.firm, aircraft.pieces_min, aircraft.pieces_max) == (1, 1, 40, 40)
    assert (ship.pieces_max, ship.uncounted, ship.share) == (0, 1, 1.0)
    assert sum(x.share for x in found if x.group["year"] == "2021") == pytest.approx(1)
    assert rows["2021", "uav"].firm == 0


def test_pieces_of_systems_add_up_and_reports_of_one_differ(tell: Any, make: Any) -> None:
    (deal,) = make(tell("a", "supplier=RUS recipient=IND", "missile"))
    said = [(None, 40, "mig-29"), (30, 50, "mig-29"), (12, 12, "su-30"), (None, 90, None)]
    numbers = [ReportedQuantity(low, high, None, "missile", system, (), ()) for low, high, system in said]
    pair = ReportedQuantity(1, 1, "pair", "missile", None, (), ())
    (movement,) = movements([replace(deal, quantities=(*numbers, pair))])
    assert (movement.pieces_min, movement.pieces_max) == (12, 90)


def test_flows_by_region_and_the_unknown_last(deals: Any) -> None:
    found = flows(movements(deals), ["supplier-region"])
    assert [(x.group["supplier-region"], x.deals) for x in found] == [
        ("Eastern Europe", 2),
        ("Southern Asia", 1),
        ("Western Europe", 1),
        (None, 1),
    ]
    assert region_of("hezbollah") is None


def test_a_deal_between_several_is_split_but_counted_once(tell: Any, make: Any) -> None:
    deals = make(tell("a", "supplier=DEU+FRA recipient=IND", "10 missile, aircraft"))
    found = movements(deals)
    assert [x.fraction for x in found] == [0.25] * 4
    (everything,) = flows(found, [])
    assert (everything.deals, everything.pieces_min, everything.uncounted) == (1, 10, 0)


def test_only_what_reached_a_stage_counts_at_it(tell: Any, make: Any) -> None:
    pair = "supplier=RUS recipient=IND"
    deals = make(
        tell("a", pair, "uav", when="2021-03"),
        tell("b", pair, "uav", when="2022-02", stage="delivery"),
        tell("c", pair, "submarine", when="2021-04", published="2021-05-01"),
    )
    assert sorted(x.year for x in movements(deals) if x.year) == [2021, 2021]
    assert [(x.category, x.year) for x in movements(deals, at="delivery")] == [("uav", 2022)]


def test_selected(deals: Any) -> None:
    found = movements(deals)
    wanted = Filter(recipient="India", since="2021-06", until="2021", category="missile")
    assert [x.supplier for x in selected(found, wanted, deals)] == ["FRA"]


def test_concentration(deals: Any) -> None:
    india, russia = concentration(movements(deals))
    assert (india.actor, india.deals, india.unknown, india.partners) == ("IND", 4, 1, 2)
    assert (india.hhi, india.top_partner) == (round((2 / 3) ** 2 + (1 / 3) ** 2, 4), "RUS")
    assert (russia.hhi, russia.equal_partners, russia.top_share) == (1, 1, 1)
    by_year = concentration(movements(deals), "recipients", by_year=True)
    assert [(x.actor, x.year) for x in by_year] == [("FRA", 2021), ("IRN", 2021), ("RUS", 2021), ("RUS", 2022)]


def test_network(deals: Any) -> None:
    found = network(movements(deals))
    assert [(e.supplier, e.recipient, e.deals, e.firm) for e in found.edges] == [
        ("RUS", "IND", 2, 1),
        ("FRA", "IND", 1, 0),
        ("IRN", "RUS", 1, 0),
    ]
    nodes = {node.actor: node for node in found.nodes}
    assert [node.actor for node in found.nodes] == ["IND", "RUS", "FRA", "IRN"]
    assert (nodes["RUS"].supplied, nodes["RUS"].received, nodes["RUS"].betweenness) == (2, 1, round(1 / 6, 4))
    assert {node.actor for node in network(movements(deals), year=2022).nodes} == {"IND", "RUS"}
    assert network([]).nodes == ()


def test_communities_are_those_that_deal_with_each_other(tell: Any, make: Any) -> None:
    pairs = ["USA=GBR", "GBR=DEU", "DEU=USA", "RUS=IRN", "IRN=PRK", "PRK=RUS", "RUS=USA"]
    told = [tell(p, f"supplier={p[:3]} recipient={p[4:]}", "uav") for p in pairs]
    groups: dict[int, set[str]] = {}
    for node in network(movements(make(*told))).nodes:
        groups.setdefault(node.community, set()).add(node.actor)
    assert sorted(map(sorted, groups.values())) == [["DEU", "GBR", "USA"], ["IRN", "PRK", "RUS"]]
