"""Precedents: is a deal the first of its kind between two actors, the first in its direction, the largest?

The answers are about the register, the official records in it included, and say what they rest on. `first recorded`
holds where no earlier deal is known; that a deal was the first ever, as a report may say, is only tested where the
register reaches further back than the deal.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from whoarms.errors import RegisterError
from whoarms.model import KINDS
from whoarms.register.dated import Count, Dated, count, dated
from whoarms.register.history import History
from whoarms.register.values import Deal, Found, Report
from whoarms.register.ways import Way, categories, crossed, pair, sides

Answer = Literal["holds", "contradicted", "not testable"]

_ASKED = tuple(kind for kind in KINDS if kind not in ("seizure", "use", "capability"))
_FIRST = re.compile(
    r"\bunprecedented\b|\bnever before\b|\bfor the first time\b|\bfirst[- ]ever\b|\bfirst (?:such|known|recorded"
    r"|reported|foreign|export|sale|transfer|order|purchase|deal|contract|customer|buyer|recipient|country|nation|state)\b",
    re.IGNORECASE,
)
_LARGEST = re.compile(
    r"\b(?:largest|biggest)(?:[- ]ever\b|[- ](?:single |known |recorded |foreign )?"
    r"(?:arms|weapons|sale|order|deal|purchase|contract|transfer|shipment|package|number)\b)",
    re.IGNORECASE,
)


class Precedent(msgspec.Struct, frozen=True):
    """A question of precedence and its answer.

    `by` are the ids of the deals that contradict it, or that keep it from being tested; `coverage` says on what the
    answer rests. `claim` is the id of the claim that says so itself, in the words `said`.
    """

    question: str
    answer: Answer
    by: tuple[str, ...]
    coverage: str
    claim: str | None = None
    said: str | None = None


class _Question(NamedTuple):
    words: str
    way: Way
    number: Count | None = None
    implied_by: str | None = None


def precedents_of(found: Found, deals: Sequence[Deal], reports: Iterable[Report]) -> tuple[Precedent, ...]:
    """Ask of a deal, or of the deal that a claim is part of, all that can be asked, and what its claims say themselves.

    `deals` and `reports` are all that the register holds. Of one claim only its own words are asked. Raises
    RegisterError for a document.
    """
    if found.document is not None:
        raise RegisterError(f"{found.document.document.id}: a document; precedents are asked of a deal or a claim")
    by_claim = {report.claim.id: report for report in reports}
    history = History(dated(deal, [by_claim[claim] for claim in deal.claims]) for deal in deals)
    claim = found.reports[0].claim.id
    one = next(held for held in history.deals.values() if claim in held.deal.claims)
    return asked(one, history) + asked_by_claims(one, found.reports, history)


def asked(one: Dated, history: History) -> tuple[Precedent, ...]:
    """Ask all that can be asked of a deal; nothing of kinds without two sides, or where a side is not known.

    Of agreements and exercises only those of two parties are asked; larger ones still count against them.
    """
    return tuple(_answered(question, one, history) for question in _questions(one))


def asked_by_claims(one: Dated, reports: Iterable[Report], history: History) -> tuple[Precedent, ...]:
    """Ask what claims about a deal say themselves: that it is the first, unprecedented, the largest.

    The narrowest of its questions is asked; it holds only where the register knows something older of its parties.
    """
    found: list[Precedent] = []
    for report in reports:
        for pattern, is_number in ((_FIRST, False), (_LARGEST, True)):
            said = next((words for each in report.claim.evidence if (words := pattern.search(each.quote))), None)
            fitting = [question for question in _questions(one) if (question.number is not None) == is_number]
            if said and fitting:
                answer = _strictly(_answered(fitting[-1], one, history), one, history)
                found.append(replace(answer, claim=report.claim.id, said=said.group()))
    return tuple(found)


def with_precedents(deals: Iterable[tuple[Deal, Sequence[Report]]]) -> list[Deal]:
    """Write into deals, given with their claims, which precedents they are as far as is recorded."""
    history = History(dated(deal, members) for deal, members in deals)
    return [replace(one.deal, precedents=_holding(one, history)) for one in history.deals.values()]


def _holding(one: Dated, history: History) -> tuple[str, ...]:
    """Give what holds, but not what another that holds implies."""
    holding = [question for question in _questions(one) if _verdict(question, one, history)[0] == "holds"]
    words = {question.words for question in holding}
    return tuple(question.words for question in holding if question.implied_by not in words)


def _questions(one: Dated) -> Iterator[_Question]:
    kind = one.deal.kind
    if kind not in _ASKED:
        return
    givers, takers, parties = sides(one.deal)
    if len(parties) == 2:
        way = pair(kind, *parties)
        yield _Question(f"first recorded {kind} between {way.giver} and {way.taker}", way)
    named = categories(one.deal)
    for giver, taker in crossed(givers, takers):
        between = f"first recorded {kind} between {giver} and {taker}"
        yield _Question(between, pair(kind, giver, taker))
        yield _Question(f"first recorded {kind} from {giver} to {taker}", Way(kind, giver, taker), implied_by=between)
        for category in named:
            words = f"first recorded {kind} of {category} from {giver} to {taker}"
            yield _Question(words, Way(kind, giver, taker, category))
        for category in named:
            number = count(one, category)
            if number:
                words = f"largest recorded number of {category} from {giver} to {taker} so far"
                yield _Question(words, Way(kind, giver, taker, category), number)


def _answered(question: _Question, one: Dated, history: History) -> Precedent:
    answer, by = _verdict(question, one, history)
    return Precedent(question.words, answer, tuple(other.deal.id for other in by), _coverage(question.way, history))


def _verdict(question: _Question, one: Dated, history: History) -> tuple[Answer, list[Dated]]:
    """Answer a question; what is itself denied, contested or called off holds as nothing's first."""
    timeline, number = history.along(question.way), question.number
    if against := timeline.larger(number) if number else timeline.before(one):
        return "contradicted", against
    if unclear := timeline.perhaps_larger(number) if number else timeline.perhaps_before(one):
        return "not testable", unclear
    is_doubtful = one.deal.status in ("denied", "contested") or one.deal.stage == "cancelled"
    is_alone = number is not None and not timeline.numbers_until(one)
    return ("not testable" if is_doubtful or is_alone else "holds"), []


def _strictly(precedent: Precedent, one: Dated, history: History) -> Precedent:
    """Let what holds only by silence go untested: nothing older is known of either party."""
    givers, takers, parties = sides(one.deal)
    ways = (Way(one.deal.kind, actor, directed=False) for actor in (*givers, *takers, *parties))
    if precedent.answer == "holds" and not any(history.along(way).before(one) for way in ways):
        return replace(precedent, answer="not testable")
    return precedent


def _coverage(way: Way, history: History) -> str:
    """Say how much the register holds of two actors, and of all, where it is no more than the deal itself."""
    assert way.taker is not None
    both = pair(way.kind, way.giver, way.taker)
    members = history.along(both).members
    words = _extent(members, f" between {both.giver} and {both.taker}")
    if len(members) > 1:
        return words
    return f"{words}; {_extent(history.of_kind[way.kind], f' of kind {way.kind} in the register')}"


def _extent(members: Sequence[Dated], where: str) -> str:
    days = [(one.first, one.last) for one in members if one.is_dated]
    number = f"{len(members):,} deal{'' if len(members) == 1 else 's'}{where}"
    official = sum(one.official for one in members)
    records = f"{official:,} of them from official records" if official else "none of them from official records"
    if not days:
        return f"{number} at unknown times, {records}"
    first, last = _month(min(day for day, _ in days)), _month(max(day for _, day in days))
    return f"{number} {f'from {first} to {last}' if first != last else f'of {first}'}, {records}"


def _month(day: date) -> str:
    return day.isoformat()[:7]
