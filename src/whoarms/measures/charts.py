"""Measures as charts: specifications of Vega-Lite that a page can show and `save` can draw."""

from collections.abc import Iterable, Sequence
from typing import Any

from whoarms.errors import WhoarmsError
from whoarms.measures.flows import Dimension, Flow
from whoarms.measures.steps import steps
from whoarms.measures.values import Level
from whoarms.register import Deal
from whoarms.vocabulary.actors import actor_name

try:
    import altair as alt
except ModuleNotFoundError as error:
    raise WhoarmsError("pictures need altair and vl-convert-python: pip install 'whoarms[plot]'") from error

__all__ = ["Spec", "alt", "as_data", "as_spec", "flows_chart", "level_chart", "timeline_chart"]

Spec = dict[str, Any]
"""A specification of Vega-Lite."""

_WIDTH = 720
_MOST_DEALS = 40
_UNKNOWN = "not known"


def level_chart(levels: Sequence[Level]) -> Spec:
    """Draw a level with its interval and the rises to beware of, and below it what each domain adds."""
    points = [
        {"end": str(each.end), "level": each.level, "low": each.low, "high": each.high, "warning": each.warning}
        for each in levels
    ]
    base = alt.Chart(as_data(points)).encode(x=alt.X("end:T", title=None, axis=alt.Axis(format="%Y-%m")))
    band = base.mark_area(opacity=0.25).encode(y=alt.Y("low:Q", title="level"), y2="high:Q")
    line = base.mark_line().encode(y="level:Q")
    warned = base.mark_point(color="firebrick", size=70, filled=True).encode(y="level:Q", tooltip="warning:N")
    names = " and ".join(actor_name(actor) for actor in levels[0].pair) if levels else ""
    top = alt.layer(band, line, warned.transform_filter("datum.warning != null"))
    top = top.properties(width=_WIDTH, height=240, title=f"Level of cooperation: {names}")
    return as_spec(alt.vconcat(top, _domains(levels)))


def _domains(levels: Iterable[Level]) -> alt.Chart:
    parts = [
        {"period": level.period, "domain": part.domain, "level": part.level}
        for level in levels
        for part in level.domains
    ]
    chart: alt.Chart = (
        alt.Chart(as_data(parts))
        .mark_bar()
        .encode(
            x=alt.X("period:O", title=None, axis=alt.Axis(labelOverlap=True)),
            y=alt.Y("level:Q", title="by domain"),
            color=alt.Color("domain:N"),
        )
        .properties(width=_WIDTH, height=160)
    )
    return chart


def flows_chart(flows: Sequence[Flow], colour: Dimension) -> Spec:
    """Draw how many deals there were in each year, in colours; the flows are grouped by year and that."""
    bars = [
        {"year": each.group["year"] or _UNKNOWN, "what": _called(colour, each.group[colour]), "deals": each.deals}
        for each in flows
    ]
    chart = (
        alt.Chart(as_data(bars))
        .mark_bar()
        .encode(
            x=alt.X("year:N", title=None),
            y=alt.Y("deals:Q", title="deals"),
            color=alt.Color("what:N", title=colour.replace("-", " "), sort=alt.EncodingSortField("deals", op="sum")),
        )
    )
    return as_spec(chart.properties(width=_WIDTH, height=320, title=f"Deals by year and {colour.replace('-', ' ')}"))


def timeline_chart(deals: Iterable[Deal]) -> Spec:
    """Draw when each deal reached which stage; of many, those with the latest stages."""
    rows = [(deal, row) for deal in deals if (row := _stages(deal))]
    rows.sort(key=lambda each: (each[1][-1]["day"], each[0].id), reverse=True)
    shown = sorted(rows[:_MOST_DEALS], key=lambda each: (each[1][0]["day"], each[0].id))
    points = [point for _, row in shown for point in row]
    base = alt.Chart(as_data(points)).encode(
        x=alt.X("day:T", title=None, axis=alt.Axis(format="%Y-%m")),
        y=alt.Y("deal:N", title=None, sort=[row[0]["deal"] for _, row in shown], axis=alt.Axis(labelLimit=320)),
    )
    marks = base.mark_point(filled=True, size=60).encode(color="stage:N", shape=alt.Shape("certainty:N"))
    some = f"the latest {len(shown)} of {len(rows)} deals" if len(shown) < len(rows) else f"{len(rows)} deals"
    lines = base.mark_line(color="lightgrey").encode(detail="deal:N")
    return as_spec(alt.layer(lines, marks).properties(width=_WIDTH, title=f"Timeline: {some}"))


def _stages(deal: Deal) -> list[dict[str, str]]:
    label = f"{_parties(deal)}: {', '.join(item.text for item in deal.items[:2]) or deal.kind} ({deal.id[:6]})"
    points = [
        {"deal": label, "day": str(step.day), "stage": step.stage or deal.kind, "certainty": step.certainty}
        for step in steps(deal)
        if step.day
    ]
    return sorted(points, key=lambda point: (point["day"], point["stage"]))


def _parties(deal: Deal) -> str:
    return " → ".join(", ".join(actor.name for actor in actors) for actors in deal.roles.values() if actors)


def _called(dimension: Dimension, name: str | None) -> str:
    if name is None:
        return _UNKNOWN
    return actor_name(name) if dimension in ("supplier", "recipient") else name.replace("_", " ")


def as_data(values: Sequence[Any]) -> alt.InlineData:
    """Put values into a chart."""
    return alt.InlineData(values=list(values))


def as_spec(chart: alt.TopLevelMixin) -> Spec:
    """Give the specification of a chart."""
    return chart.to_dict()
