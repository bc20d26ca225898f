"""A document's text into claims."""

import math
from pathlib import Path

from whoarms.model import Claim, Document, identified
from whoarms.reading.compose import composed
from whoarms.reading.decode import Decoder, Draft
from whoarms.reading.merge import Merger
from whoarms.reading.network import Network
from whoarms.reading.passage import Passage
from whoarms.reading.triage import triage
from whoarms.reading.windows import windows


class Reader:
    """Reads documents with the weights in a folder, by default those in the package."""

    def __init__(self, weights: Path | None = None) -> None:
        self._network = Network(weights)

    def read(self, document: Document) -> tuple[Claim, ...]:
        """Read one document, in the order of its text; its text must not be None."""
        if not document.text:
            return ()
        passage = Passage(document, self._network.tokenizer)
        kept = Merger(passage).merged(
            [(score, draft) for draft in self.drafts(passage) if (score := self._score(draft)) >= self._network.card.least_score]
        )
        claims = [composed(passage, draft, anchors, score) for score, draft, anchors in kept]
        return tuple(identified(claim, document.id) for claim in claims)

    def drafts(self, passage: Passage) -> list[Draft]:
        """All drafts of a passage, those too that are too doubtful to be claims."""
        cut = windows(passage, triage(passage.whole, passage.sentences))
        states = dict(self._network.states([(passage, window) for window in cut]))
        return [
            draft
            for number, window in enumerate(cut)
            for draft in Decoder(self._network.heads, passage, window, states[number]).drafts()
        ]

    def _score(self, draft: Draft) -> float:
        odds = sum(weight * sign for weight, sign in zip(self._network.card.score_weights, draft.signs, strict=True))
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 3)
