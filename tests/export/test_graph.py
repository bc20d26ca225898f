"""Graphs, opened with networkx."""

from collections.abc import Callable
from io import BytesIO
from typing import Any, Literal

import networkx
import pytest

from whoarms.model import Reading

from .conftest import RUSSIA, SUDAN, TURKEY, Exporting, item

READERS: dict[Literal["graphml", "gexf"], Callable[..., Any]] = {
    "graphml": lambda data: networkx.read_graphml(data, force_multigraph=True),
    "gexf": lambda data: networkx.MultiDiGraph(networkx.read_gexf(data)),
}


@pytest.fixture(params=READERS)
def graph(request: pytest.FixtureRequest, exporting: Exporting) -> Callable[..., Any]:
    def read(*stories: Reading) -> Any:
        return READERS[request.param](BytesIO(exporting.text(request.param, *stories).encode()))

    return read


def test_deals_are_edges_between_actors(graph: Callable[..., Any]) -> None:
    found = graph()
    assert set(found.nodes) == {"TUR", "SDN", "RUS"}
    (edge,) = found.get_edge_data("TUR", "SDN").values()
    assert (edge["kind"], edge["systems"], edge["quantities"]) == ("transfer", "bayraktar-tb2", "40")
    assert (edge["order_year"], edge["amount"], edge["direction"]) == (2023, 120e6, "one way")
    (drill,) = found.get_edge_data("SDN", "TUR").values()
    assert (drill["kind"], drill["direction"]) == ("exercise", "mutual")


def test_each_giver_has_an_edge_to_each_taker(graph: Callable[..., Any], transfer: Callable[..., Reading]) -> None:
    found = graph(transfer(roles={"supplier": [TURKEY, RUSSIA], "recipient": [SUDAN]}))
    assert sorted((a, b) for a, b, *_ in found.edges) == [("RUS", "SDN"), ("TUR", "SDN")]


def test_what_xml_cannot_hold_is_taken_out(graph: Callable[..., Any], transfer: Callable[..., Reading]) -> None:
    ((_, _, label),) = graph(transfer(items=[item("dro\x07nes <&>", "uav")])).edges(data="label")
    assert label.endswith("drones <&>")


def test_ids_of_edges_are_their_own(exporting: Exporting) -> None:
    edges = [line for line in exporting.text("graphml").splitlines() if "<edge " in line]
    assert len({line.split("id=")[1] for line in edges}) == len(edges) == 3


def test_a_deal_with_one_side_is_counted(exporting: Exporting, transfer: Callable[..., Reading]) -> None:
    assert list(exporting.left_out("gexf", transfer(roles={"supplier": [TURKEY], "recipient": []})).values()) == [1]
