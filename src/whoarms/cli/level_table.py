"""Levels of cooperation for a person, and as rows of CSV."""

from collections.abc import Callable, Iterable

from rich.text import Text

from whoarms.cli import words
from whoarms.cli.layout import Column, Screen
from whoarms.measures.values import Level, Part
from whoarms.measures.weights import DOMAINS, Domain
from whoarms.vocabulary.actors import actor_name


def _domain(domain: Domain) -> Callable[[Level], object]:
    return lambda level: next((each.level for each in level.domains if each.domain == domain), 0.0)


CSV: dict[str, Callable[[Level], object]] = {
    "pair": lambda level: level.pair,
    "period": lambda level: level.period,
    "start": lambda level: level.start,
    "end": lambda level: level.end,
    "level": lambda level: level.level,
    "low": lambda level: level.low,
    "high": lambda level: level.high,
    "change": lambda level: level.change,
    **{domain: _domain(domain) for domain in DOMAINS},
    "new_acts": lambda level: level.new_acts,
    "new_outlets": lambda level: level.new_outlets,
    "warning": lambda level: level.warning,
    "undated": lambda level: level.undated,
    "parts": lambda level: [f"{part.act.deal} {_what(part)} {part.value:g}" for part in level.parts],
}

_LEVELS = (
    Column("Period", width=7),
    Column("Level", width=7),
    Column("Interval", width=15),
    Column("Change", width=7),
    Column("New", width=3),
    Column("By domain", share=1),
)
_PARTS = (
    Column("Deal", width=8),
    Column("Day", width=12),
    Column("What", share=1),
    Column("Who → whom", share=1),
    Column("Weight", width=6),
    Column("Evidence", width=8),
    Column("Decay", width=5),
    Column("Value", width=6),
)


def show_levels(levels: Iterable[Level]) -> None:
    """Show each period, what to beware of, and the parts of the last level, the weightiest first."""
    screen, found = Screen(), list(levels)
    screen.rows(_LEVELS, map(_row, found))
    for level in found:
        if level.warning:
            screen.print(Text(words.one_line(f"{level.period}: {level.warning}")))
    last = found[-1]
    if last.undated:
        screen.print(Text(f"left out for want of a date: {last.undated}"))
    screen.print(Text(f"\nWhat makes up the level of {last.end} (r: dated by its report, ?: in doubt):"))
    screen.rows(_PARTS, map(_part_row, sorted(last.parts, key=lambda part: -abs(part.value))))


def _row(level: Level) -> list[str]:
    domains = ", ".join(f"{each.domain} {each.level:.1f}" for each in level.domains)
    interval = f"{level.low:.1f} to {level.high:.1f}"
    return [level.period, f"{level.level:.1f}", interval, f"{level.change:+.1f}", str(level.new_acts), domains]


def _part_row(part: Part) -> list[str]:
    act = part.act
    return [
        words.short_id(act.deal),
        f"{act.day}" + (" r" if act.dated_by == "report" else ""),
        f"{_what(part)} ({act.code})",
        words.one_line(f"{actor_name(act.source)} → {actor_name(act.target)}"),
        f"{act.weight:g}",
        f"{act.evidence:.2f}" + (" ?" if act.doubtful else ""),
        f"{part.decay:.2f}",
        f"{part.value:.2f}",
    ]


def _what(part: Part) -> str:
    act = part.act
    planned = "planned" if act.certainty == "planned" else ""
    return " ".join(filter(None, (planned, act.kind, act.stage)))
