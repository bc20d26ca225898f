"""How much the evidence for an act lets it count."""

import msgspec

from whoarms.errors import SettingsError
from whoarms.measures.steps import Step


class Evidence(msgspec.Struct, frozen=True):
    """Factors from 0 to 1 for what is not certain.

    `possible` and `contested` are what hedged reports and reports that somebody denies count. `origin` is the
    chance that one origin is right: `n` independent ones count 1 - (1 - origin)^n, the noisy-or of Pearl (1988,
    Probabilistic Reasoning in Intelligent Systems). Raises SettingsError for a factor outside 0 to 1.
    """

    possible: float = 0.5
    contested: float = 0.5
    origin: float = 0.6

    def __post_init__(self) -> None:
        """Refuse what is no factor."""
        for name in self.__struct_fields__:
            if not 0 <= getattr(self, name) <= 1:
                raise SettingsError(f"{name}: {getattr(self, name)} is no factor from 0 to 1")

    def factor(self, step: Step, confirmed: bool) -> float:
        """Weigh a step; one that a party to the deal confirms needs no second origin."""
        origins = 1.0 if confirmed else 1 - (1 - self.origin) ** max(1, len(step.origins))
        hedged = self.possible if step.certainty == "possible" else 1.0
        return origins * hedged * (self.contested if step.contested else 1.0)


def doubtful(step: Step, confirmed: bool) -> bool:
    """Say whether a step is in doubt: hedged, denied by somebody, or known from one origin alone."""
    return step.certainty == "possible" or step.contested or (len(step.origins) < 2 and not confirmed)
