"""The level of cooperation between two actors over time."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from whoarms.measures.acts import Act, acts_between
from whoarms.measures.coverage import Coverage
from whoarms.measures.periods import Period, periods
from whoarms.measures.values import DomainLevel, Level, LevelSettings, Part
from whoarms.measures.weights import DOMAINS
from whoarms.model import Document
from whoarms.register import Deal
from whoarms.register.dates import day_span

_DIGITS = 4


def levels(
    deals: Iterable[Deal],
    pair: tuple[str, str],
    settings: LevelSettings | None = None,
    documents: Iterable[Document] = (),
) -> list[Level]:
    """Follow the level of cooperation between two actors (ids), at the end of each period.

    An act adds its weight on an event scale (Goldstein 1992), times a factor for its evidence, halved with each
    half-life since its day. `documents`, all that the register holds, tell which outlets are new. Gives nothing for a
    pair without a dated act.
    """
    chosen = settings or LevelSettings()
    acts, undated = acts_between(deals, *pair, chosen.weights, chosen.evidence)
    if not acts:
        return []
    known = list(documents)
    first, last = _ends(acts, known, chosen)
    spans = list(periods(first, last, chosen.by))
    days = [_day_before(span.start) for span in spans[:1]] + [min(span.end, last) for span in spans]
    sums = pairwise(_Sum(acts, day, chosen.half_life) for day in days)
    coverage = Coverage(known, chosen.new_outlet_days)
    return [_level(pair, span, both, coverage, undated) for span, both in zip(spans, sums, strict=True)]


def _day_before(day: date) -> date:
    return date.fromordinal(max(1, day.toordinal() - 1))


def _ends(acts: Sequence[Act], documents: Iterable[Document], settings: LevelSettings) -> tuple[date, date]:
    """Give the first and the last day of a series."""
    since, until = day_span(settings.since), day_span(settings.until)
    carried = {document for act in acts for document in act.documents}
    reported = [day_span(document.published) for document in documents if document.id in carried]
    latest = max([acts[-1].day, *(span[1] for span in reported if span)])
    return (since[0] if since else acts[0].day), (until[1] if until else latest)


class _Sum:
    """What the acts up to a day add up to on that day."""

    def __init__(self, acts: Iterable[Act], day: date, half_life: float) -> None:
        self.day = day
        self.parts = tuple(_part(act, day, half_life) for act in acts if act.day <= day)
        self.level, self.low, self.high = _bounds(self.parts)

    def domains(self) -> tuple[DomainLevel, ...]:
        """Sum each domain that has a part, in their order."""
        shares = {domain: [part for part in self.parts if part.act.domain == domain] for domain in DOMAINS}
        return tuple(DomainLevel(domain, *_bounds(parts)) for domain, parts in shares.items() if parts)


def _part(act: Act, day: date, half_life: float) -> Part:
    decay = 0.5 ** ((day - act.day).days / half_life)
    value = act.weight * act.evidence * decay
    extremes = (0.0, act.weight * decay) if act.doubtful else (value, value)
    return Part(act, *(round(number, _DIGITS) for number in (decay, value, min(extremes), max(extremes))))


def _bounds(parts: Iterable[Part]) -> tuple[float, float, float]:
    numbers = [(part.value, part.low, part.high) for part in parts]
    level, low, high = (round(sum(column), _DIGITS) for column in zip(*numbers, strict=True)) if numbers else (0.0,) * 3
    return level, low, high


def _level(pair: tuple[str, str], period: Period, sums: tuple[_Sum, _Sum], coverage: Coverage, undated: int) -> Level:
    past, now = sums
    new = [part for part in now.parts if part.act.day >= period.start]
    carriers = [(part, coverage.new_outlets(part.act.documents, now.day)) for part in new]
    outlets = sorted({outlet for _, names in carriers for outlet in names})
    change = round(now.level - past.level, _DIGITS)
    return Level(
        pair=pair,
        period=period.name,
        start=period.start,
        end=now.day,
        level=now.level,
        low=now.low,
        high=now.high,
        change=change,
        domains=now.domains(),
        new_acts=len(new),
        new_outlets=tuple(outlets),
        warning=_warning(change, sum(part.value for part, names in carriers if names), outlets),
        undated=undated,
        parts=now.parts,
    )


def _warning(change: float, by_new_outlets: float, outlets: Sequence[str]) -> str | None:
    """Warn of a rise that would not be there without the acts that new outlets alone report."""
    if change > 0 and change - by_new_outlets <= 0:
        return f"the rise rests on outlets that are new to the register: {', '.join(outlets)}"
    return None
