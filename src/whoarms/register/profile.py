"""A deal while it is being put together: what its claims say, kept so that one more is compared fast."""

from collections import defaultdict

from whoarms.model import Category, Kind, Money, Stage
from whoarms.register.dates import Span
from whoarms.register.purposes import Purpose
from whoarms.register.traits import Number, Traits, spanning


class Profile:
    """What the claims of one deal say, without who says it."""

    def __init__(self, kind: Kind) -> None:
        """Start without claims."""
        self.kind = kind
        self.roles: dict[str, set[frozenset[str]]] = defaultdict(set)
        self.systems: dict[Category, set[str]] = defaultdict(set)
        self.names: set[str] = set()
        self.numbers: dict[tuple[Category, str | None], set[tuple[Stage | None, Number]]] = defaultdict(set)
        self.values: set[Money] = set()
        self.happened: dict[Stage | None, set[Span]] = defaultdict(set)
        self.planned: dict[Stage | None, set[Span]] = defaultdict(set)
        self.reported: dict[Stage | None, Span] = {}
        self.active: Span | None = None
        self.purposes: set[frozenset[Purpose]] = set()
        self.documents: set[str] = set()

    def add(self, claim: Traits) -> None:
        """Take in what one more claim says."""
        self.documents.add(claim.document)
        self.purposes.add(claim.purposes)
        for role, actors in claim.roles.items():
            if actors:
                self.roles[role].add(actors)
        for category, names in claim.systems.items():
            self.systems[category] |= names
            self.names |= names
        for number in claim.numbers:
            self.numbers[number.category, number.unit].add((claim.stage, number))
        if claim.value:
            self.values.add(claim.value)
        self._add_times(claim)

    def has_other_parties(self, deal: "Profile") -> bool:
        """Say whether in some role nobody is in both deals, though both name somebody."""
        ours, theirs = self._named(), deal._named()
        return any(ours[role].isdisjoint(theirs[role]) for role in ours.keys() & theirs.keys())

    def _named(self) -> dict[str, set[str]]:
        return {role: {actor for actors in sets for actor in actors} for role, sets in self.roles.items() if sets}

    def _add_times(self, claim: Traits) -> None:
        if claim.when:
            times = self.planned if claim.certainty == "planned" else self.happened
            times[claim.stage].add(claim.when)
        if claim.published:
            self.reported[claim.stage] = spanning(claim.published, self.reported.get(claim.stage, claim.published))
        if claim.span:
            self.active = spanning(claim.span, self.active or claim.span)
