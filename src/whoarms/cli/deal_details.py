"""One deal in full for a person: how credible it is, its stages, its money, what contradicts what."""

from collections.abc import Iterator

from rich.padding import Padding
from rich.text import Text

from whoarms.cli import words
from whoarms.cli.layout import Column, Screen
from whoarms.model import Money, When
from whoarms.register.values import Conflict, Deal, DealStage

_STAGES = (
    Column("Stage", width=9),
    Column("Certainty", width=11),
    Column("When", width=10),
    Column("Reported", width=10),
    Column("Who says so", share=1),
)


def show_details(screen: Screen, deal: Deal) -> None:
    """Show what a row of the table of deals has no room for."""
    screen.print(Text(f"Credibility {deal.credibility} of 1 to 6: {deal.credibility_rule}"))
    for value in deal.values:
        amount = words.money(Money(value.amount, value.currency))
        screen.print(Text(f"Worth {amount}, says {_names(value.origins)}"))
    screen.print()
    screen.rows(_STAGES, (_stage(stage) for stage in deal.stages))
    for conflict in deal.conflicts:
        screen.print()
        for line, indent in _conflict(conflict):
            screen.print(Padding(Text(line), (0, 0, 0, indent)))


def _stage(stage: DealStage) -> list[str]:
    when = words.time(When(stage.start, stage.end, "")) if stage.start and stage.end else ""
    return [stage.stage or "", stage.certainty, when, stage.first_reported or "", _names(stage.origins)]


def _conflict(conflict: Conflict) -> Iterator[tuple[str, int]]:
    """Give lines, each with its indent."""
    about = f" ({words.one_line(conflict.about)})" if conflict.about else ""
    yield f"Reports differ on {conflict.field}{about}:", 0
    for side in conflict.sides:
        yield f"{words.one_line(side.value)}, says {_names(side.origins)}", 2
        yield from ((f"“{words.one_line(quote)}”", 4) for quote in side.quotes)


def _names(origins: tuple[str, ...]) -> str:
    return words.one_line("; ".join(origins))
