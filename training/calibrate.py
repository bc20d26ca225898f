"""Scores that mean something: `python -m training.calibrate --weights FOLDER --data FOLDER`.

On the records kept out of training, every draft is matched with gold; logistic regression over the draft's signs gives
the score, and the least score of a claim is the one with the best F1.
"""

import argparse
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from benchmarks.accuracy.matching import compatible, tally
from scipy.optimize import minimize

from training.corpus import Record, for_calibration, load_corpus
from training.examples import document_of
from whoarms.reading.compose import composed
from whoarms.reading.decode import Draft
from whoarms.reading.network import Network
from whoarms.reading.passage import Passage
from whoarms.reading.reader import Reader


class Drafted(NamedTuple):
    """A gold record, and all that the network drafts from it."""

    record: Record
    passage: Passage
    drafts: list[Draft]


RIDGE = 0.0003
LEAST_SCORES = np.arange(0.1, 0.75, 0.025)


def main() -> None:
    """Calibrate the weights in a folder, in place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, help="folder with the text of the annotations")
    options = parser.parse_args()
    network = Network(options.weights)
    reader = Reader(network)
    held = [record for record in load_corpus(options.data) if for_calibration(record)]
    drafted = [
        Drafted(record, passage := reader.prepared(document_of(record)), reader.drafts(passage)) for record in held
    ]
    card = msgspec.structs.replace(network.card, score_weights=_fitted(*_matched(drafted)))
    cards = [msgspec.structs.replace(card, least_score=round(float(least), 3)) for least in LEAST_SCORES]
    best, card = max(((_f1(Reader(network, one), drafted), one) for one in cards), key=lambda pair: pair[0])
    (options.weights / "card.json").write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=2) + b"\n")
    print(f"{len(held)} records: F1 {best:.3f} with scores of at least {card.least_score}")


def _matched(drafted: list[Drafted]) -> tuple[np.ndarray, np.ndarray]:
    """The signs of every draft, and whether it could match a gold claim in whose evidence it stands."""
    signs, right = [], []
    for record, passage, drafts in drafted:
        spans = [(gold, record["text"].find(gold["evidence"]) + passage.shift) for gold in record["claims"]]
        for draft in drafts:
            claim = composed(passage, draft, (draft.anchor,), 1.0)
            near = [gold for gold, start in spans if start <= draft.anchor < start + len(gold["evidence"])]
            signs.append(draft.signs)
            right.append(any(compatible(claim, gold) for gold in near))
    return np.array(signs), np.array(right, dtype=float)


def _fitted(signs: np.ndarray, right: np.ndarray) -> tuple[float, ...]:
    def loss(weights: np.ndarray) -> float:
        odds = signs @ weights
        return float(np.mean(np.logaddexp(0, odds) - right * odds) + RIDGE * np.sum(weights**2))

    return tuple(round(float(w), 4) for w in minimize(loss, np.zeros(signs.shape[1])).x)


def _f1(reader: Reader, drafted: list[Drafted]) -> float:
    read = (
        (record["id"], record["claims"], reader.claims(record["id"], passage, drafts))
        for record, passage, drafts in drafted
    )
    return tally(read).scores()["all"]


if __name__ == "__main__":
    main()
