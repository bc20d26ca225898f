"""Flows and concentration for a person, and as rows of CSV."""

from collections.abc import Callable, Iterable, Sequence

from whoarms.cli import words
from whoarms.cli.layout import Column, Screen
from whoarms.measures.concentration import Concentration
from whoarms.measures.flows import Dimension, Flow
from whoarms.vocabulary.actors import actor_name

_UNKNOWN = "?"


def as_json(flow: Flow) -> dict[str, object]:
    """Show a flow with each part of its group as a field of its own."""
    return {**{dimension.replace("-", "_"): name for dimension, name in flow.group.items()}, **_counts(flow)}


def csv_of(by: Sequence[Dimension]) -> dict[str, Callable[[Flow], object]]:
    """Give the columns of flows that are told apart by these dimensions."""
    return {
        **{dimension.replace("-", "_"): _in_group(dimension) for dimension in by},
        **{name: _field(name) for name in _COUNTS},
    }


_COUNTS = ("deals", "firm", "pieces_min", "pieces_max", "uncounted", "share")


def _counts(flow: Flow) -> dict[str, object]:
    return {name: getattr(flow, name) for name in _COUNTS}


def _in_group(dimension: Dimension) -> Callable[[Flow], object]:
    return lambda flow: flow.group[dimension]


def _field(name: str) -> Callable[[object], object]:
    return lambda one: getattr(one, name)


CONCENTRATION_CSV: dict[str, Callable[[Concentration], object]] = {
    name: _field(name) for name in Concentration.__struct_fields__
}

_NUMBERS = (
    Column("Deals", width=6),
    Column("Firm", width=5),
    Column("Pieces", width=15),
    Column("Share", width=6),
)
_CONCENTRATION = (
    Column("Actor", share=2),
    Column("Year", width=5),
    Column("Deals", width=5),
    Column("Partners", width=8),
    Column("HHI", width=6),
    Column("Equal to", width=8),
    Column("Largest", share=3),
)


def show_flows(flows: Iterable[Flow]) -> None:
    """Show each flow in a row."""
    found = list(flows)
    groups = [Column(dimension.replace("-", " ").capitalize(), share=1) for dimension in found[0].group]
    Screen().rows([*groups, *_NUMBERS], map(_flow_row, found))


def show_concentration(found: Iterable[Concentration]) -> None:
    """Show how concentrated the partners of each actor are."""
    Screen().rows(_CONCENTRATION, map(_concentration_row, found))


def _flow_row(flow: Flow) -> list[str]:
    pieces = (
        f"{flow.pieces_min:,}" if flow.pieces_min == flow.pieces_max else f"{flow.pieces_min:,}–{flow.pieces_max:,}"
    )
    known = pieces if flow.uncounted < flow.deals else ""
    names = [_named(dimension, name) for dimension, name in flow.group.items()]
    return [*names, f"{flow.deals:,}", f"{flow.firm:,}", known, f"{flow.share:.0%}"]


def _named(dimension: Dimension, name: str | None) -> str:
    if name is None:
        return _UNKNOWN
    return words.one_line(actor_name(name) if dimension in ("supplier", "recipient") else name.replace("_", " "))


def _concentration_row(one: Concentration) -> list[str]:
    return [
        words.one_line(actor_name(one.actor)),
        str(one.year or "all"),
        f"{one.deals:,}",
        f"{one.partners:,}",
        f"{one.hhi:.2f}",
        f"{one.equal_partners:g}",
        words.one_line(f"{actor_name(one.top_partner)} ({one.top_share:.0%})"),
    ]
