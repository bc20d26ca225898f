"""The texts of documents and the ties among them, as the origins of a deal's claims need them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Set

from whoarms.model import Claim, Document, Reading
from whoarms.register.ties import ties
from whoarms.register.values import Report, Tie


class Lineage:
    """Which document goes back to which; without documents, nothing is known of it."""

    def __init__(self, texts: Mapping[str, str] | None = None, found: Iterable[Tie] = ()) -> None:
        """Take the texts by document and the ties that are to be followed."""
        self._texts = texts or {}
        self._back: defaultdict[str, list[Tie]] = defaultdict(list)
        for tie in found:
            self._back[tie.document].append(tie)

    def among(self, documents: Collection[str]) -> tuple[Tie, ...]:
        """Give the ties among some documents, by their ids."""
        return tuple(tie for id_ in sorted(documents) for tie in self._back.get(id_, ()) if tie.earlier in documents)

    def texts(self, documents: Iterable[str]) -> dict[str, str]:
        """Give the texts of some documents, as far as they are held."""
        return {id_: text for id_ in documents if (text := self._texts.get(id_))}


def lineage_of(
    reports: Iterable[Report], documents: Iterable[Document], refused: Set[tuple[str, str]] = frozenset()
) -> Lineage:
    """Find the ties among documents with their texts, by the claims that they make.

    `refused` are pairs of documents, the later one first, whose ties a person refused.
    """
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for report in reports:
        claims[report.document.id].append(report.claim)
    readings = [Reading(document, tuple(claims[document.id])) for document in documents if document.id in claims]
    followed = [tie for tie in ties(readings) if (tie.document, tie.earlier) not in refused]
    return Lineage({reading.document.id: reading.document.text or "" for reading in readings}, followed)
