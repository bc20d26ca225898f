"""The network of who supplies whom for a person, and as rows of CSV."""

from collections.abc import Callable, Iterable

from whoarms.cli import words
from whoarms.cli.layout import Column, Screen
from whoarms.measures.network import Edge, Node
from whoarms.vocabulary.actors import actor_name


def _field(name: str) -> Callable[[object], object]:
    return lambda one: getattr(one, name)


NODE_CSV: dict[str, Callable[[Node], object]] = {name: _field(name) for name in Node.__struct_fields__}
EDGE_CSV: dict[str, Callable[[Edge], object]] = {name: _field(name) for name in Edge.__struct_fields__}

_NODES = (
    Column("Actor", share=3),
    Column("Region", share=2),
    Column("Supplied", width=8),
    Column("To", width=4),
    Column("Received", width=8),
    Column("From", width=4),
    Column("Between", width=7),
    Column("Community", width=9),
)
_EDGES = (
    Column("Supplier", share=2),
    Column("Recipient", share=2),
    Column("Deals", width=5),
    Column("Firm", width=5),
    Column("What", share=3),
)


def show_nodes(nodes: Iterable[Node]) -> None:
    """Show each actor in a row."""
    Screen().rows(_NODES, map(_node_row, nodes))


def show_edges(edges: Iterable[Edge]) -> None:
    """Show each tie in a row."""
    Screen().rows(_EDGES, map(_edge_row, edges))


def _node_row(node: Node) -> list[str]:
    numbers = (node.supplied, node.recipients, node.received, node.suppliers)
    region = node.region or ""
    return [words.one_line(node.name), region, *map(str, numbers), f"{node.betweenness:.2f}", str(node.community)]


def _edge_row(edge: Edge) -> list[str]:
    what = ", ".join(edge.categories).replace("_", " ")
    ends = (words.one_line(actor_name(id_)) for id_ in (edge.supplier, edge.recipient))
    return [*ends, str(edge.deals), str(edge.firm), what]
