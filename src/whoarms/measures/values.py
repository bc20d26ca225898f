"""What a level of cooperation rests on, and what it is made of."""

from datetime import date

import msgspec

from whoarms.errors import SettingsError
from whoarms.measures.acts import Act
from whoarms.measures.evidence import Evidence
from whoarms.measures.periods import By
from whoarms.measures.weights import Domain, Weights, standard_weights
from whoarms.register.dates import day_span


class LevelSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What a level rests on.

    After `half_life` days an act counts half. `weights` and `evidence` say what it counts at first. `by` is the
    step of the series; `since` and `until` (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`) are its ends, else the first act and
    the last act or report. An outlet is new for `new_outlet_days` after its first document.
    Raises SettingsError for what cannot be.
    """

    half_life: float = 365.0
    weights: Weights = msgspec.field(default_factory=standard_weights)
    evidence: Evidence = Evidence()
    by: By = "month"
    since: str | None = None
    until: str | None = None
    new_outlet_days: int = 183

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if not self.half_life > 0:
            raise SettingsError(f"half-life: {self.half_life:g} days is not more than 0")
        for option in ("since", "until"):
            text = getattr(self, option)
            if text is not None and day_span(text) is None:
                raise SettingsError(f"{option}: {text!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")


class Part(msgspec.Struct, frozen=True):
    """What an act adds to a level: `value` is its weight, times its evidence, times its `decay` by then.

    `low` and `high` are the least and the most that it can add: for a doubtful act nothing and all of its weight.
    """

    act: Act
    decay: float
    value: float
    low: float
    high: float


class DomainLevel(msgspec.Struct, frozen=True):
    """The part of a level that comes from one domain."""

    domain: Domain
    level: float
    low: float
    high: float


class Level(msgspec.Struct, frozen=True):
    """The level of cooperation of a pair (ids) at the end of a period: the sum of its parts.

    `low` and `high` bound it by the doubtful acts: those for cooperation not counted and those against it counted
    in full, and the reverse. `change` is the difference from the period before, `new_acts` how many acts are
    dated in the period, `new_outlets` those that alone carry some of them. `undated` counts the acts of the pair
    that could not be dated and are left out.
    """

    pair: tuple[str, str]
    period: str
    start: date
    end: date
    level: float
    low: float
    high: float
    change: float
    domains: tuple[DomainLevel, ...]
    new_acts: int
    new_outlets: tuple[str, ...]
    warning: str | None
    undated: int
    parts: tuple[Part, ...]
