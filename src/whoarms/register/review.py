"""What a person decides: which doubtful deals are one, and which documents do not go back to each other."""

from collections.abc import Sequence

from sqlalchemy import Connection

from whoarms.errors import RegisterError
from whoarms.register import answers, judging, queries
from whoarms.register.adding import note_changes
from whoarms.register.choice import chosen, findable
from whoarms.register.grades import Grades
from whoarms.register.judgements import Verdict
from whoarms.register.judging import Act, Decision, Judged, Pair
from whoarms.register.moment import Clock, moment
from whoarms.register.store import Store
from whoarms.register.values import Deal, Report, Suggestion


class Review:
    """The decisions on a register: each is a row, and only a later one takes it back.

    `by` is who decides, `reason` why. What decides gives the number of the decision; it raises RegisterError where
    an id stands for nothing, or for more than one thing.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def waiting(self, as_of: str | None = None) -> list[Suggestion]:
        """Give the pairs of deals that may be one and wait for a decision, the likeliest first."""
        return self._store.ask_deals(answers.suggested, moment(as_of))

    def decisions(self, as_of: str | None = None) -> list[Decision]:
        """Give all that was decided, the first first, and whether it was undone."""
        return self._store.read(lambda connection: judging.decisions(connection, moment(as_of)))

    def merge(self, left: str, right: str, *, by: str, reason: str = "") -> int:
        """Say that two deals are one."""
        one, other = self._deal(left), self._deal(right)
        if one.id == other.id:
            raise RegisterError(f"{left} and {right} are one deal already")
        return self._judge("merge", [("same", self._claim(one.claims[0]), self._claim(other.claims[0]))], by, reason)

    def split(self, deal: str, claims: Sequence[str], *, by: str, reason: str = "") -> int:
        """Say that these claims of a deal are another deal, together."""
        held = self._deal(deal)
        members = self._reports(held.claims)
        leaving = {self._claim(claim).claim.id for claim in claims}
        gone = [report for report in members if report.claim.id in leaving]
        rest = [report for report in members if report.claim.id not in leaving]
        if len(gone) < len(leaving):
            raise RegisterError(f"{deal}: not all of these claims are of this deal")
        if not rest or not gone:
            raise RegisterError(f"{deal}: a split leaves some claims and takes some")
        pairs: list[tuple[Verdict, Report, Report]] = [("same", gone[0], other) for other in gone[1:]]
        pairs += [("different", one, other) for one in gone for other in rest]
        return self._judge("split", pairs, by, reason)

    def judge(self, left: str, right: str, verdict: Verdict, *, by: str, reason: str = "") -> int:
        """Say whether two claims, or the oldest claims of two deals, are about one deal."""
        one, other = self._claim(left), self._claim(right)
        if one.claim.id == other.claim.id:
            raise RegisterError(f"{left} and {right} are one claim")
        return self._judge(verdict, [(verdict, one, other)], by, reason)

    def refuse_tie(self, left: str, right: str, *, by: str, reason: str = "") -> int:
        """Say that neither of two documents goes back to the other."""
        one, other = self._document(left), self._document(right)
        if one == other:
            raise RegisterError(f"{left} and {right} are one document")
        return self._decide("refuse-tie", (Pair("refused", Judged(one), Judged(other)),), by, reason)

    def undo(self, number: int, *, by: str, reason: str = "") -> int:
        """Take back a decision, or an undoing; both stay in the register."""
        held = {decision.number: decision for decision in self.decisions()}
        if number not in held:
            raise RegisterError(f"{number}: there is no decision with this number")
        if held[number].undone:
            raise RegisterError(f"{number}: this is undone already")
        undoing = Decision("undo", by, reason, self._clock(), cancels=number)
        root = held[number]
        while root.cancels is not None:
            root = held[root.cancels]
        return self._store.write(lambda connection: _record(connection, undoing, root.pairs))

    def _judge(self, act: Act, pairs: Sequence[tuple[Verdict, Report, Report]], by: str, reason: str) -> int:
        """Decide on pairs of claims, which must be of one kind to be of one deal."""
        for verdict, left, right in pairs:
            if verdict == "same" and left.claim.kind != right.claim.kind:
                kinds = f"{left.claim.kind} and {right.claim.kind}"
                raise RegisterError(f"claims of two kinds ({kinds}) cannot be of one deal")
        judged = (
            Pair(verdict, Judged(left.document.id, left.claim), Judged(right.document.id, right.claim))
            for verdict, left, right in pairs
        )
        return self._decide(act, tuple(judged), by, reason)

    def _decide(self, act: Act, pairs: tuple[Pair, ...], by: str, reason: str) -> int:
        decision = Decision(act, by, reason, self._clock(), pairs)
        return self._store.write(lambda connection: _record(connection, decision, pairs))

    def _deal(self, prefix: str) -> Deal:
        found = self._store.ask_deals(
            lambda connection: answers.deals_like(connection, findable(prefix), Grades(())), None
        )
        return chosen(prefix, {deal.id: deal for deal in found}, "deal")

    def _claim(self, prefix: str) -> Report:
        """Find a claim by its id, or the oldest claim of a deal by the id of the deal."""
        claims = self._store.read(lambda connection: list(queries.reports_like(connection, findable(prefix), None)))
        deals = self._store.ask_deals(
            lambda connection: answers.deals_like(connection, findable(prefix), Grades(())), None
        )
        oldest = {deal.id: report for deal in deals for report in self._reports(deal.claims[:1])}
        return chosen(prefix, {**{report.claim.id: report for report in claims}, **oldest}, "claim or deal")

    def _document(self, prefix: str) -> str:
        found = self._store.read(lambda connection: list(queries.documents_like(connection, findable(prefix), None)))
        return chosen(prefix, {held.document.id: held.document.id for held in found}, "document")

    def _reports(self, ids: Sequence[str]) -> list[Report]:
        return self._store.read(lambda connection: queries.reports_by_id(connection, ids, None))


def _record(connection: Connection, decision: Decision, touched: tuple[Pair, ...]) -> int:
    """Store a decision, and say which deals must be made anew for it."""
    note_changes(connection, judging.kinds_touched(connection, touched))
    return judging.record(connection, decision)
