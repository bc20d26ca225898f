"""The network of who supplies whom as a chart."""

from math import cos, pi, sin

from whoarms.measures.charts import Spec, alt, as_data, as_spec
from whoarms.measures.network import Network, Node

_MOST_ACTORS = 40
_SIZE = 640
_REACH = [-1.3, 1.3]


def network_chart(network: Network) -> Spec:
    """Draw the most active actors in a ring, those of one community side by side, and the deals between them."""
    shown = sorted(network.nodes[:_MOST_ACTORS], key=lambda node: (node.community, node.actor))
    places = {node.actor: _place(number, len(shown)) for number, node in enumerate(shown)}
    ties = [
        {**_line(places[edge.supplier], places[edge.recipient]), "deals": edge.deals}
        for edge in network.edges
        if edge.supplier in places and edge.recipient in places
    ]
    lines = (
        alt.Chart(as_data(ties))
        .mark_rule(opacity=0.5, color="grey")
        .encode(
            x=_x(),
            y=_y(),
            x2="x2:Q",
            y2="y2:Q",
            strokeWidth=alt.StrokeWidth("deals:Q", scale=alt.Scale(range=[0.5, 6])),
        )
    )
    actors = alt.Chart(as_data([_point(node, places[node.actor]) for node in shown])).encode(x=_x(), y=_y())
    dots = actors.mark_circle(opacity=1).encode(
        size=alt.Size("supplied:Q", scale=alt.Scale(range=[40, 900])),
        color=alt.Color("community:N"),
    )
    names = actors.mark_text(fontSize=11).encode(x=_x("label_x"), y=_y("label_y"), text="name:N")
    some = f"the most active {len(shown)} of {len(network.nodes)} actors" if len(shown) < len(network.nodes) else ""
    title = f"Who supplies whom{': ' if some else ''}{some}"
    chart = alt.layer(lines, dots, names).properties(width=_SIZE, height=_SIZE, title=title)
    return as_spec(chart.configure_view(stroke=None))


def _place(number: int, count: int) -> tuple[float, float]:
    angle = 2 * pi * number / count
    return round(cos(angle), 4), round(sin(angle), 4)


def _line(start: tuple[float, float], end: tuple[float, float]) -> dict[str, float]:
    return {"x": start[0], "y": start[1], "x2": end[0], "y2": end[1]}


def _point(node: Node, place: tuple[float, float]) -> dict[str, object]:
    x, y = place
    return {
        "x": x,
        "y": y,
        "label_x": round(x * 1.16, 4),
        "label_y": round(y * 1.1, 4),
        "name": node.name,
        "supplied": node.supplied,
        "community": str(node.community),
    }


def _x(field: str = "x") -> alt.X:
    return alt.X(f"{field}:Q", axis=None, scale=alt.Scale(domain=_REACH))


def _y(field: str = "y") -> alt.Y:
    return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(domain=_REACH))
