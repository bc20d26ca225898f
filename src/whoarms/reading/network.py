"""The encoder: windows of tokens into states, by ONNX Runtime."""

import os
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from whoarms.reading.heads import Floats, Heads
from whoarms.reading.passage import Passage
from whoarms.reading.windows import Specials, Window, sequence

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
import onnxruntime

BATCH_TOKENS = 2048


class Card(msgspec.Struct, frozen=True):
    """What goes with the weights: special tokens, and how scores are calibrated (see `decode`)."""

    specials: tuple[int, int, int]
    score_weights: tuple[float, ...]
    least_score: float


class Network:
    """The weights in a folder (the package's own by default): tokenizer, encoder, heads and card."""

    def __init__(self, folder: Path | None = None) -> None:
        held = folder or Path(str(resources.files("whoarms.reading").joinpath("weights")))
        self.card = msgspec.json.decode((held / "card.json").read_bytes(), type=Card)
        self.tokenizer = Tokenizer.from_file(str(held / "tokenizer.json"))
        with np.load(held / "tables.npz") as tables:
            self._embeddings: NDArray[np.int8] = tables["embeddings"]
            self._scales: Floats = tables["scales"].astype(np.float32)
            self._marks: Floats = tables["marks"].astype(np.float32)
            self.heads = Heads(
                {name.removeprefix("head."): tables[name] for name in tables.files if name.startswith("head.")}
            )
        self._session = onnxruntime.InferenceSession(
            str(held / "encoder.onnx"), _options(), providers=["CPUExecutionProvider"]
        )

    def states(self, windows: Sequence[tuple[Passage, Window]]) -> Iterator[tuple[int, Floats]]:
        """Encode windows in batches of like length; yields (number of the window, states (its tokens, H))."""
        specials = Specials(*self.card.specials)
        sequences = [sequence(passage, window, specials) for passage, window in windows]
        for batch in _batches([len(ids) for ids, _, _ in sequences]):
            length = max(len(sequences[number][0]) for number in batch)
            ids = np.full((len(batch), length), specials.fill, dtype=np.int64)
            marks, mask = np.zeros_like(ids), np.zeros_like(ids)
            for row, number in enumerate(batch):
                size = len(sequences[number][0])
                ids[row, :size], marks[row, :size], mask[row, :size] = (
                    sequences[number][0],
                    sequences[number][1],
                    1,
                )
            states = self._session.run(None, {"embedded": self._embedded(ids, marks), "mask": mask})[0]
            for row, number in enumerate(batch):
                yield number, states[row, sequences[number][2]]

    def _embedded(self, ids: NDArray[np.int64], marks: NDArray[np.int64]) -> Floats:
        embedded: Floats = self._embeddings[ids] * self._scales[ids][..., None] + self._marks[marks]
        return embedded


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.log_severity_level = 3
    return options


def _batches(lengths: list[int]) -> Iterator[list[int]]:
    """Numbers of sequences in batches of like length, of about `BATCH_TOKENS` tokens."""
    batch: list[int] = []
    for number in sorted(range(len(lengths)), key=lambda n: (lengths[n], n)):
        if batch and lengths[number] * (len(batch) + 1) > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch
