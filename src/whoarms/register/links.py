"""What follows from a person's judgements: which claims are together, and which must stay apart."""

from collections import defaultdict
from collections.abc import Iterable

from whoarms.register.judgements import Judgement


class Links:
    """Claims that are judged to be of one deal, or of different ones.

    Of several judgements on one pair the latest counts. Where those that count contradict each other through
    other claims (a and b same, b and c same, a and c different), the later ones win.
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        """Take judgements in any order."""
        self._of: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for judgement in sorted(_standing(judgements), key=_time, reverse=True):
            left, right = self.team(judgement.left), self.team(judgement.right)
            if judgement.verdict == "same":
                self._join(left, right)
            elif judgement.verdict == "different" and left != right:
                self._apart[left].add(right)
                self._apart[right].add(left)

    def team(self, claim: str) -> str:
        """Name the claims that are judged to be of one deal with a claim, by one of them."""
        return self._of.get(claim, claim)

    def apart(self, team: str) -> frozenset[str]:
        """Name the teams that must not be of one deal with a team."""
        return frozenset(self._apart.get(team, ()))

    def _join(self, left: str, right: str) -> None:
        """Make one team of two, unless a later judgement parts them."""
        if left == right or right in self._apart[left]:
            return
        stays, goes = sorted((left, right))
        members = self._members.pop(goes, {goes})
        self._members.setdefault(stays, {stays}).update(members)
        self._of.update(dict.fromkeys(members, stays))
        for other in self._apart.pop(goes, set()):
            self._apart[other].discard(goes)
            self._apart[other].add(stays)
            self._apart[stays].add(other)


def _standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Keep the latest judgement of each pair."""
    latest: dict[frozenset[str], Judgement] = {}
    for judgement in sorted(judgements, key=_time):
        latest[frozenset((judgement.left, judgement.right))] = judgement
    return [judgement for pair, judgement in latest.items() if len(pair) > 1]


def _time(judgement: Judgement) -> tuple[str, str, str, str, str, str]:
    first, second = sorted((judgement.left, judgement.right))
    return judgement.at.isoformat(), first, second, judgement.verdict, judgement.by, judgement.reason
