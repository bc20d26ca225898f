"""A document's text into claims."""

import math

from whoarms.model import Claim, Document, identified
from whoarms.reading.compose import composed
from whoarms.reading.decode import Decoder, Draft
from whoarms.reading.merge import Merger
from whoarms.reading.network import Card, Network
from whoarms.reading.passage import Passage
from whoarms.reading.triage import triage
from whoarms.reading.windows import windows


class Reader:
    """Reads documents with a network, by default that of the package; `card` says how its scores are made."""

    def __init__(self, network: Network | None = None, card: Card | None = None) -> None:
        self._network = network or Network()
        self._card = card or self._network.card

    def read(self, document: Document) -> tuple[Claim, ...]:
        """Read one document, in the order of its text; a document without text has no claims."""
        if not document.text:
            return ()
        passage = self.prepared(document)
        return self.claims(document.id, passage, self.drafts(passage))

    def prepared(self, document: Document) -> Passage:
        """Prepare a document for the network."""
        return Passage(document, self._network.tokenizer)

    def drafts(self, passage: Passage) -> list[Draft]:
        """All drafts of a passage, those too that are too doubtful to be claims."""
        cut = windows(passage, triage(passage.whole, passage.sentences))
        states = dict(self._network.states([(passage, window) for window in cut]))
        return [
            draft
            for number, window in enumerate(cut)
            for draft in Decoder(self._network.heads, passage, window, states[number]).drafts()
        ]

    def claims(self, document_id: str, passage: Passage, drafts: list[Draft]) -> tuple[Claim, ...]:
        """Make claims of the drafts that are sure enough, one for each event and source."""
        scored = [(self._score(draft), draft) for draft in drafts]
        kept = Merger(passage).merged([pair for pair in scored if pair[0] >= self._card.least_score])
        return tuple(
            identified(composed(passage, draft, anchors, score), document_id) for score, draft, anchors in kept
        )

    def _score(self, draft: Draft) -> float:
        odds = sum(weight * sign for weight, sign in zip(self._card.score_weights, draft.signs, strict=True))
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 3)
