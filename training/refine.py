"""From released weights and a larger corpus to a checkpoint: `python -m training.refine --data FOLDER --out FOLDER`.

A second, cheaper training, for MPNet on a CPU: the marks and the lower layers stay as they were released, so that what
they make of a window is computed once and kept in the folder; only the upper layers and the heads learn.
"""

import argparse
import random
import time
from pathlib import Path

import torch
from torch import Tensor

from training.corpus import for_calibration, load_corpus
from training.encoders import build, find_encoder
from training.examples import Example, examples, specials_of
from training.network import Network
from training.objective import window_loss
from training.start import load_weights
from training.train import BATCH, CLIP, SEED, batches, optimizer, resume, save

UPPER_LAYERS = 4
PACE = 0.6
WEIGHTS = Path("src/whoarms/reading/weights")

Seen = tuple[Example, Tensor]
"""A window, and the states that the lower layers give it (tokens of the sequence, H)."""


def main() -> None:
    """Refine the released weights on the corpus, less the records kept for calibration."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--start", type=Path, default=WEIGHTS, help="folder of released weights")
    parser.add_argument("--data", type=Path, help="folder with the text of the annotations")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    network, tokenizer = build(find_encoder("mpnet", options.out.parent))
    load_weights(network, options.start)
    stack = Stack(network)
    records = [record for record in load_corpus(options.data) if not for_calibration(record)]
    random.Random(SEED).shuffle(records)
    cache = Cache(options.out / "lower.pt", stack, specials_of(tokenizer).fill)
    shown = cache.seen([window for record in records for window in examples(record, tokenizer)])
    cache.save()
    print(f"{len(records)} records, {len(shown)} windows, {sum(len(r['claims']) for r in records)} claims", flush=True)
    steps = options.epochs * len(shown) // BATCH
    rule, schedule = optimizer(network, steps, PACE)
    for epoch in range(resume(options.out, network, rule, schedule), options.epochs):
        chance = random.Random(f"{SEED} {epoch}")
        started, total, done = time.monotonic(), 0.0, 0
        network.train()
        for batch in batches(shown, chance, lambda seen: len(seen[0].ids)):
            rule.zero_grad()
            loss = _loss(network, stack, batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            rule.step()
            if schedule.last_epoch < steps:
                schedule.step()
            total, done = total + loss.item(), done + 1
            if done % 50 == 0:
                print(f"  {done} {total / done:.3f} {time.monotonic() - started:.0f} s", flush=True)
        print(f"epoch {epoch} loss {total / done:.3f} in {time.monotonic() - started:.0f} s", flush=True)
        save(options.out, epoch + 1, network, rule, schedule)


def _loss(network: Network, stack: "Stack", batch: list[Seen]) -> Tensor:
    states = torch.nn.utils.rnn.pad_sequence([lower.float() for _, lower in batch], batch_first=True)
    states = stack.upper(states, _mask([len(lower) for _, lower in batch]))
    return torch.stack([window_loss(network, e, states[row, e.places]) for row, (e, _) in enumerate(batch)]).mean()


def _mask(lengths: list[int]) -> Tensor:
    return (torch.arange(max(lengths))[None] < torch.tensor(lengths)[:, None]).long()


class Stack:
    """MPNet's layers in two parts; only the upper ones learn."""

    def __init__(self, network: Network) -> None:
        self.network, self.model = network, network.encoder
        self.model.requires_grad_(False)
        self.network.marks.requires_grad_(False)
        for layer in self.model.encoder.layer[-UPPER_LAYERS:]:
            layer.requires_grad_(True)

    @torch.no_grad()
    def lower(self, ids: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """(B, N) each -> (B, N, H)."""
        embedded = self.network.embeddings(ids) + self.network.marks(marks)
        return self._through(self.model.embeddings(inputs_embeds=embedded), mask, slice(None, -UPPER_LAYERS))

    def upper(self, states: Tensor, mask: Tensor) -> Tensor:
        """(B, N, H), (B, N) -> (B, N, H)."""
        return self._through(states, mask, slice(-UPPER_LAYERS, None))

    def _through(self, states: Tensor, mask: Tensor, part: slice) -> Tensor:
        bias = self.model.encoder.compute_position_bias(states)
        hidden = (1.0 - mask[:, None, None].float()) * torch.finfo(torch.float32).min
        for layer in self.model.encoder.layer[part]:
            states = layer(states, hidden, None, bias)[0]
        return states


class Cache:
    """What the lower layers make of windows, by the window's tokens and marks."""

    def __init__(self, path: Path, stack: Stack, fill: int) -> None:
        self.path, self.stack, self.fill = path, stack, fill
        self.held: dict[str, Tensor] = torch.load(path) if path.exists() else {}

    def seen(self, windows: list[Example]) -> list[Seen]:
        """Join windows with their states; those not held yet are computed."""
        missing = {_key(e): e for e in windows if _key(e) not in self.held}
        order = sorted(missing.values(), key=lambda e: len(e.ids))
        for at in range(0, len(order), 16):
            batch = order[at : at + 16]
            ids = torch.nn.utils.rnn.pad_sequence([e.ids for e in batch], batch_first=True, padding_value=self.fill)
            marks = torch.nn.utils.rnn.pad_sequence([e.marks for e in batch], batch_first=True)
            states = self.stack.lower(ids, _mask([len(e.ids) for e in batch]), marks)
            self.held |= {_key(e): states[row, : len(e.ids)].half() for row, e in enumerate(batch)}
        return [(e, self.held[_key(e)]) for e in windows]

    def save(self) -> None:
        """Keep all for the next run."""
        torch.save(self.held, self.path)


def _key(example: Example) -> str:
    return f"{example.ids.tolist()} {example.marks.tolist()}"


if __name__ == "__main__":
    main()
