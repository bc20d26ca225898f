"""The network of who supplies whom."""

from collections.abc import Iterable

import msgspec
import networkx as nx

from whoarms.measures.movements import Movement
from whoarms.vocabulary.actors import actor_name
from whoarms.vocabulary.regions import region_of

_SEED = 0


class Node(msgspec.Struct, frozen=True):
    """An actor among those that supply each other.

    `recipients` and `suppliers` count its partners, `supplied` and `received` its deals. `betweenness` is the
    part, 0 to 1, of the shortest ways between other actors that lead through it (Freeman 1977). `community` numbers
    the groups that deal more with each other than with others, the largest first.
    """

    actor: str
    name: str
    region: str | None
    recipients: int
    suppliers: int
    supplied: int
    received: int
    betweenness: float
    community: int


class Edge(msgspec.Struct, frozen=True):
    """The deals from one supplier to one recipient; `firm` of them are not in doubt."""

    supplier: str
    recipient: str
    deals: int
    firm: int
    categories: tuple[str, ...]


class Network(msgspec.Struct, frozen=True):
    """Who supplies whom: the actors, the most active first, and their ties, the strongest first."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(found: Iterable[Movement], *, year: int | None = None) -> Network:
    """Make the network of movements, of one year or of all; those without a known supplier or recipient stay out.

    Communities are found by the Louvain method (Blondel et al. 2008) with a fixed seed and order.
    """
    ties: dict[tuple[str, str], list[Movement]] = {}
    for each in found:
        if each.supplier and each.recipient and year in (None, each.year):
            ties.setdefault((each.supplier, each.recipient), []).append(each)
    edges = [_edge(*pair, rows) for pair, rows in ties.items()]
    edges.sort(key=lambda edge: (-edge.deals, edge.supplier, edge.recipient))
    return Network(tuple(_nodes(edges)), tuple(edges))


def _edge(supplier: str, recipient: str, rows: list[Movement]) -> Edge:
    return Edge(
        supplier=supplier,
        recipient=recipient,
        deals=len({each.deal for each in rows}),
        firm=len({each.deal for each in rows if each.firm}),
        categories=tuple(sorted({each.category for each in rows})),
    )


def _nodes(edges: Iterable[Edge]) -> list[Node]:
    """Measure the actors; in the graph they are numbers, so that sets of them have one order on any machine."""
    known = list(edges)
    actors = sorted({actor for edge in known for actor in (edge.supplier, edge.recipient)})
    number = {actor: place for place, actor in enumerate(actors)}
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(actors)))
    graph.add_weighted_edges_from((number[e.supplier], number[e.recipient], e.deals) for e in known)
    between, community = nx.betweenness_centrality(graph), _communities(graph)
    nodes = [_node(actor, graph, place, between[place], community[place]) for place, actor in enumerate(actors)]
    return sorted(nodes, key=lambda node: (-(node.supplied + node.received), node.actor))


def _communities(graph: "nx.DiGraph[int]") -> dict[int, int]:
    if not graph:
        return {}
    found = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    ordered = sorted(map(sorted, found), key=lambda members: (-len(members), members))
    return {place: count for count, members in enumerate(ordered, start=1) for place in members}


def _node(actor: str, graph: "nx.DiGraph[int]", place: int, betweenness: float, community: int) -> Node:
    return Node(
        actor=actor,
        name=actor_name(actor),
        region=region_of(actor),
        recipients=graph.out_degree(place),
        suppliers=graph.in_degree(place),
        supplied=int(graph.out_degree(place, weight="weight")),
        received=int(graph.in_degree(place, weight="weight")),
        betweenness=round(betweenness, 4),
        community=community,
    )
