"""Who gives to whom as a graph: actors are nodes, each deal is an edge from its giver to its taker."""

import re
from collections.abc import Iterator
from itertools import combinations, product
from typing import TYPE_CHECKING

from whoarms.export import figures
from whoarms.export.names import group, headline, is_state, name, on_side
from whoarms.export.selection import Exported, Selection
from whoarms.model import Actor
from whoarms.register import Deal

if TYPE_CHECKING:
    import networkx

    Graph = networkx.MultiDiGraph[str]

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TODAY = re.compile(r' lastmodifieddate="[^"]*"')
_ONE_SIDED = "deals with one actor or one side only"
_Value = str | int | float


def graphml(selection: Selection) -> Exported:
    """Write the graph as GraphML."""
    import networkx

    lines = networkx.generate_graphml(_graph(selection))
    return Exported("\n".join(lines) + "\n", _left_out(selection))


def gexf(selection: Selection) -> Exported:
    """Write the graph as GEXF 1.2, without the day on which that is done."""
    import networkx

    text = "\n".join(networkx.generate_gexf(_graph(selection))) + "\n"
    return Exported(_TODAY.sub("", text), _left_out(selection))


def _graph(selection: Selection) -> "Graph":
    import networkx

    graph: Graph = networkx.MultiDiGraph()
    for deal in selection.deals:
        for number, (giver, taker) in enumerate(_pairs(deal)):
            for actor in (giver, taker):
                graph.add_node(_clean(actor.id), **_node(actor))
            graph.add_edge(_clean(giver.id), _clean(taker.id), key=f"{deal.id}-{number}", **_edge(deal))
    return graph


def _pairs(deal: Deal) -> Iterator[tuple[Actor, Actor]]:
    """Give each giver with each taker; of a mutual act each two actors once, in the order of their ids."""
    yield from product(on_side(deal, "supplier"), on_side(deal, "recipient"))
    yield from combinations(sorted(on_side(deal, "either"), key=lambda actor: actor.id), 2)


def _left_out(selection: Selection) -> dict[str, int]:
    return {_ONE_SIDED: sum(not any(_pairs(deal)) for deal in selection.deals)}


def _node(actor: Actor) -> dict[str, _Value]:
    known = group(actor.id)
    kind = known.type if known else "state" if is_state(actor.id) else "other"
    return _known({"label": name(actor), "kind": kind, "wikidata": known.wikidata if known else ""})


def _edge(deal: Deal) -> dict[str, _Value]:
    """Describe a deal; what is not known is left out."""
    worth = figures.worth(deal)
    orders, deliveries = figures.order_year(deal), figures.delivery_years(deal)
    fields: dict[str, _Value | None] = {
        "deal": deal.id,
        "label": headline(deal),
        "kind": deal.kind,
        "direction": "mutual" if on_side(deal, "either") else "one way",
        "stage": deal.stage,
        "certainty": deal.certainty,
        "status": deal.status,
        "credibility": deal.credibility,
        "categories": "; ".join(dict.fromkeys(item.category for item in deal.items)),
        "systems": "; ".join(dict.fromkeys(item.system for item in deal.items if item.system)),
        "quantities": "; ".join(figures.in_words(quantity) for quantity in deal.quantities),
        "amount": worth.money.amount if worth.money else None,
        "currency": worth.money.currency if worth.money else None,
        "order_year": orders.years[0] if orders.years else None,
        "delivery_years": "; ".join(map(str, deliveries.years)),
        "first_reported": deal.first_reported,
        "independent_origins": deal.independent_origins,
        "denied_by": "; ".join(actor.id for actor in deal.denied_by),
    }
    return _known(fields)


def _known(fields: dict[str, _Value | None]) -> dict[str, _Value]:
    known = {key: value for key, value in fields.items() if value not in (None, "")}
    return {key: _clean(value) if isinstance(value, str) else value for key, value in known.items()}


def _clean(text: str) -> str:
    """Take out what XML cannot hold."""
    return _NO_XML.sub("", text)
