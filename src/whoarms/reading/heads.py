"""The heads of the network over the encoder's states, in NumPy."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from whoarms.model import KINDS, Kind
from whoarms.reading.relations import Link

Floats = NDArray[np.float32]


class Heads:
    """Scores kinds, stages, certainties, categories and links; `weights` are named as in training."""

    def __init__(self, weights: Mapping[str, NDArray[np.generic]]) -> None:
        self._weights = {name: np.asarray(weight, dtype=np.float32) for name, weight in weights.items()}

    def kinds(self, states: Floats) -> Floats:
        """(A, H) -> (A, kinds), log-odds."""
        return self._linear("kind", _relu(self._linear("hidden", states)))

    def details(self, state: Floats, kind: Kind) -> tuple[Floats, Floats]:
        """(H,) -> scores of the stage classes (6,) and of the certainties (5,)."""
        hidden = _relu(self._linear("detail", state) + self._weights["detail_kind.weight"][KINDS.index(kind)])
        return self._linear("stage", hidden), self._linear("certainty", hidden)

    def categories(self, items: Floats, prior: Floats) -> Floats:
        """(M, H), (M, categories) ones at what the words say -> (M, categories), scores."""
        scores = self._linear("category", _relu(self._linear("category_hidden", items)))
        return scores + self._weights["category_prior"] * prior

    def mentions(self, link: Link, states: Floats, forms: Floats) -> Floats:
        """(M, H), (M, F) -> (M, D): the mentions' side of a link, the same for every anchor."""
        name = f"links.{link}"
        side: Floats = (
            states @ self._weights[f"{name}.mention.weight"].T + forms @ self._weights[f"{name}.form.weight"].T
        )
        return side

    def link(
        self, link: Link, anchor: Floats, mentions: Floats, pairs: NDArray[np.int64], relation: int
    ) -> tuple[Floats, float]:
        """(H,), the mentions' side (M, D), (M, 3) -> scores (M,), and the score of none of the mentions."""
        name = f"links.{link}"
        left = self._linear(f"{name}.anchor", anchor) + self._weights[f"{name}.relation.weight"][relation]
        hidden = _relu(left + mentions + self._weights[f"{name}.pair.weight"][pairs].sum(axis=-2))
        return self._linear(f"{name}.out", hidden)[..., 0], float(self._linear(f"{name}.none", _relu(left))[0])

    def _linear(self, name: str, values: Floats) -> Floats:
        result: Floats = values @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return result


def _relu(values: Floats) -> Floats:
    return np.maximum(values, np.float32(0))


def sigmoid(values: Floats) -> Floats:
    """The logistic function."""
    return np.float32(1) / (np.float32(1) + np.exp(-np.clip(values, -30, 30)))
