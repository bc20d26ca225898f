"""Scores that mean something: `python -m training.calibrate --weights FOLDER --data FOLDER`.

On the records kept out of training, every draft is matched with gold; logistic regression over the draft's signs gives
the score, and the least score of a claim is the one with the best F1.
"""

import argparse
from pathlib import Path

import msgspec
import numpy as np
from scipy.optimize import minimize

from benchmarks.accuracy.matching import compatible, tally
from training.corpus import Record, for_calibration, load_corpus
from training.examples import document_of
from whoarms.reading.compose import composed
from whoarms.reading.network import Card
from whoarms.reading.passage import Passage
from whoarms.reading.reader import Reader

RIDGE = 0.01
LEAST_SCORES = np.arange(0.1, 0.75, 0.025)


def main() -> None:
    """Calibrate the weights in a folder, in place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, help="folder with the text of the annotations")
    options = parser.parse_args()
    path = options.weights / "card.json"
    records = [record for record in load_corpus(options.data) if for_calibration(record)]
    card = msgspec.json.decode(path.read_bytes(), type=Card)
    card = msgspec.structs.replace(card, score_weights=_fitted(*_matched(Reader(options.weights), records)))
    best = max((_f1(options.weights, path, card, float(least), records), float(least)) for least in LEAST_SCORES)
    _write(path, msgspec.structs.replace(card, least_score=round(best[1], 3)))
    print(f"{len(records)} records: F1 {best[0]:.3f} with scores of at least {best[1]:.3f}")


def _matched(reader: Reader, records: list[Record]) -> tuple[np.ndarray, np.ndarray]:
    """The signs of every draft, and whether it could match a gold claim in whose evidence it stands."""
    signs, right = [], []
    for record in records:
        passage = Passage(document_of(record), reader.tokenizer)
        for draft in reader.drafts(passage):
            claim = composed(passage, draft, (draft.anchor,), 1.0)
            spans = [(gold, record["text"].find(gold["evidence"]) + passage.shift) for gold in record["claims"]]
            near = [gold for gold, start in spans if start <= draft.anchor < start + len(gold["evidence"])]
            signs.append(draft.signs)
            right.append(any(compatible(claim, gold) for gold in near))
    return np.array(signs), np.array(right, dtype=float)


def _fitted(signs: np.ndarray, right: np.ndarray) -> tuple[float, ...]:
    def loss(weights: np.ndarray) -> float:
        odds = signs @ weights
        return float(np.mean(np.logaddexp(0, odds) - right * odds) + RIDGE * np.sum(weights[:-1] ** 2))

    return tuple(round(float(w), 4) for w in minimize(loss, np.zeros(signs.shape[1])).x)


def _f1(weights: Path, path: Path, card: Card, least: float, records: list[Record]) -> float:
    _write(path, msgspec.structs.replace(card, least_score=least))
    reader = Reader(weights)
    return tally((r["id"], r["claims"], reader.read(document_of(r))) for r in records).scores()["all"]


def _write(path: Path, card: Card) -> None:
    path.write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=2) + b"\n")


if __name__ == "__main__":
    main()
