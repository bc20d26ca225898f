"""The search for the origins of the claims of one deal, the earliest claim first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from whoarms.model import Document, Source
from whoarms.register.credits import page_credits
from whoarms.register.fold import fold
from whoarms.register.outlets import is_unnamed_press, known_outlet, same_outlet
from whoarms.register.speakers import Speaker, is_party, press_office, same_speaker, source_words, speaker_of, state_of
from whoarms.register.standing import asserts
from whoarms.register.told import Key, Told, adds_nothing, closest, day_of, in_telling_order, numbers
from whoarms.register.values import Report, Tie

_OCCASION = 2
"""Days within which the spokesmen of one state on one matter are one origin."""
_STALE = 7
"""Days after which what a document tells in its own voice, and without anything new, is a retelling."""
_DEFERENCE = re.compile(r"\b(?:His|Her|Their) (?:Excellenc|Majest|(?:Royal )?Highness)|\bH\.E\.")
"""How only the press of a government speaks of its officials."""
_STRENGTH = ("copy", "quote", "credit", "figure")
"""Ties, the strongest first; the first two hold for all that a document states itself, the rest for what is not new."""

Found = tuple[Key, str]
"""The key of an origin, and what to call it if it is new."""


class Provenance:
    """The origins of the claims of one deal, each found with the help of the earlier ones."""

    def __init__(self, deal: Sequence[Report], ties: Iterable[Tie], texts: Mapping[str, str]) -> None:
        """Take the claims, the ties among their documents and the texts of these."""
        followed = sorted(ties, key=lambda tie: (_STRENGTH.index(tie.kind), tie))
        self._reports = in_telling_order(deal, followed)
        self._texts = texts
        self._ties: defaultdict[str, list[Tie]] = defaultdict(list)
        for tie in followed:
            self._ties[tie.document].append(tie)
        self._documents = {report.document.id: report.document for report in self._reports}
        self._told: defaultdict[str, list[Told]] = defaultdict(list)  # by document
        self._speakers: list[tuple[Speaker, Key]] = []
        self._voices: list[tuple[str, date, Key]] = []  # which state spoke when
        self._unnamed_sources: list[tuple[str, str | None, Key]] = []  # to which outlet, of which state
        self._officials: dict[str, Key] = {}  # the first official whom a document quotes

    def origins(self) -> dict[str, str]:
        """Name the origin of each claim, by claim id."""
        labels: dict[Key, str] = {}
        found: dict[str, str] = {}
        for report in self._reports:
            key, label = self._origin(report)
            self._told[report.document.id].append(Told(report, key))
            found[report.claim.id] = labels.setdefault(key, label)
        return found

    def _origin(self, report: Report) -> Found:
        sources = report.claim.sources
        name = source_words(sources[-1]) if sources else ""
        if not sources or same_outlet(name, report.document.outlet or ""):
            return self._own(report)
        speaker = speaker_of(sources[-1], self._texts.get(report.document.id))
        if speaker.naming in ("outlet", "named", "unnamed"):
            held = self._of_outlet(name, report, shortened=speaker.person)
            if held or speaker.naming == "outlet":
                return self._reported(report, held, name)
        if speaker.naming == "press":
            return self._somewhere(report)
        if speaker.naming == "again" and len(sources) == 1:
            return self._again(report, speaker)
        if speaker.naming in ("again", "unnamed"):
            return self._unnamed(report, speaker.actor)
        return self._named(report, speaker, _called(sources[-1]))

    def _reported(self, report: Report, held: Sequence[Told], outlet: str) -> Found:
        """What an outlet reported: the origin of its own report if that is held, else the outlet."""
        one = closest(report, held)
        return (one.key if one else self._voice(outlet)), outlet

    def _somewhere(self, report: Report) -> Found:
        """What "foreign media" reported: what was reported before."""
        outer = [source_words(source) for source in report.claim.sources[:-1]]
        held = (outer and self._of_outlet(outer[-1], report)) or self._elsewhere(report)
        one = closest(report, [told for told in held if asserts(told.report.claim)])
        return (one.key if one else ("press", "")), report.claim.sources[-1].text

    def _again(self, report: Report, speaker: Speaker) -> Found:
        """What "the report" says: who spoke before in the document; what "the partner" says: who gave this number."""
        quoting = [told for told in self._told[report.document.id] if told.report.claim.sources]
        alike = [
            told
            for told in self._elsewhere(report)
            if told.report.claim.sources and numbers(told.report.claim) & numbers(report.claim)
        ]
        elsewhere = closest(report, alike)
        one = elsewhere if elsewhere and (is_party(speaker) or not quoting) else next(iter(quoting[::-1]), None)
        if one:
            return one.key, ""
        return self._unnamed(report, speaker.actor)

    def _unnamed(self, report: Report, actor: str | None) -> Found:
        """What an unnamed source says: it is told apart by the outlet that it spoke to, and by its state."""
        outlet = self._carrier(report.document)
        outer = map(source_words, report.claim.sources[:-1])
        quoting = [name for name in outer if not is_unnamed_press(name)]
        if quoting:
            held = self._of_outlet(quoting[-1], report)
            outlet = self._carrier(held[0].report.document) if held else quoting[-1]
        _, spoken_to = self._voice(outlet)
        alike = (
            key for to, whose, key in self._unnamed_sources if to == spoken_to and (not actor or whose in (None, actor))
        )
        key = next(alike, ("unnamed", f"{len(self._unnamed_sources)}"))
        self._unnamed_sources.append((spoken_to, actor, key))
        return key, f"{_called(report.claim.sources[-1])}, to {outlet}"

    def _named(self, report: Report, speaker: Speaker, label: str) -> Found:
        """What somebody says who has a name, or speaks for a state that has just spoken."""
        day = day_of(report)
        key = next((key for known, key in self._speakers if same_speaker(speaker, known)), None)
        key = key or self._state_voice(speaker.state, day) or ("named", f"{len(self._speakers)}")
        self._speakers.append((speaker, key))
        if speaker.state and day and all(key != spoken for _, _, spoken in self._voices):
            self._voices.append((speaker.state, day, key))
        if speaker.official:
            self._officials.setdefault(report.document.id, key)
        return key, label

    def _own(self, report: Report) -> Found:
        """What a document states in its own voice."""
        document = report.document
        office = press_office(document.outlet or "")
        if office:
            return self._named(report, office, document.id)
        if key := self._tied(report):
            return key, ""
        if agencies := page_credits(self._with_text(document)):
            return self._voice(agencies[0]), agencies[0]
        key = (
            self._for_state(report)
            or self._quoted(report)
            or self._retold(report)
            or self._voice(document.outlet or document.id)
        )
        return key, document.id

    def _tied(self, report: Report) -> Key | None:
        """Follow the strongest tie to a document of the deal."""
        given = {number for told in self._elsewhere(report) for number in numbers(told.report.claim)}
        brings_news = not numbers(report.claim) <= given
        for tie in self._ties[report.document.id]:
            one = closest(report, self._told.get(tie.earlier, ()))
            if one and (tie.kind in ("copy", "quote") or not brings_news):
                return one.key
        return None

    def _for_state(self, report: Report) -> Key | None:
        """Give the official for whom the press of a government speaks."""
        state, day = state_of(report.document.outlet or ""), day_of(report)
        quoted = self._officials.get(report.document.id)
        if quoted and (state or _DEFERENCE.search(self._texts.get(report.document.id, ""))):
            return quoted
        return self._state_voice(state, day)

    def _quoted(self, report: Report) -> Key | None:
        """Give the source whom the document quotes for the same, where its own words add nothing."""
        sourced = [told for told in self._told[report.document.id] if told.report.claim.sources]
        one = closest(report, [told for told in sourced if asserts(told.report.claim)])
        return one.key if one and adds_nothing(report, sourced) else None

    def _retold(self, report: Report) -> Key | None:
        """Give the earlier claim that is told once more: by the same outlet, or when it was no news any more."""
        if not asserts(report.claim):
            return None
        outlet, day = report.document.outlet or "", day_of(report)
        earlier = [
            told
            for told in self._elsewhere(report)
            if same_outlet(told.report.document.outlet or "", outlet)
            or (day and (then := day_of(told.report)) and (day - then).days >= _STALE)
        ]
        one = closest(report, [told for told in earlier if asserts(told.report.claim)])
        return one.key if one and adds_nothing(report, earlier) else None

    def _state_voice(self, state: str | None, day: date | None) -> Key | None:
        """Give what a state has said within the days of one occasion."""
        if state is None or day is None:
            return None
        return next(
            (key for who, then, key in self._voices if who == state and abs((day - then).days) <= _OCCASION), None
        )

    def _elsewhere(self, report: Report) -> list[Told]:
        """Give what other documents have told so far."""
        return [told for id_, claims in self._told.items() if id_ != report.document.id for told in claims]

    def _of_outlet(self, name: str, report: Report, shortened: bool = False) -> list[Told]:
        """Give what an outlet has told so far in other documents; `shortened`: the name may lack words, not add any."""
        told = [(one, one.report.document.outlet or "") for one in self._elsewhere(report)]
        words = set(fold(name).split()) - {"the"}
        return [
            one
            for one, outlet in told
            if same_outlet(name, outlet) and (not shortened or words <= set(fold(outlet).split()))
        ]

    def _voice(self, outlet: str) -> Key:
        """Give the key of what an outlet states itself, the same for all names of it."""
        names = [document.outlet for document in self._documents.values() if document.outlet]
        return "voice", fold(
            next((name for name in names if same_outlet(outlet, name)), known_outlet(outlet) or outlet)
        )

    def _carrier(self, document: Document) -> str:
        """Give the outlet to which the sources of a document spoke: that of the text of which it is a copy."""
        for tie in self._ties[document.id]:
            if tie.kind == "copy" and tie.earlier in self._documents:
                return self._carrier(self._documents[tie.earlier])
        named = page_credits(self._with_text(document))
        return named[0] if named else document.outlet or document.id

    def _with_text(self, document: Document) -> Document:
        return replace(document, text=self._texts.get(document.id))


def _called(source: Source) -> str:
    return f"{source.text} ({source.actor})" if source.actor else source.text
