"""From corpus to a checkpoint: `python -m training.train --encoder mpnet --data FOLDER --out FOLDER`.

One flat loop; a fixed seed; the checkpoint after each epoch lets a stopped run go on.
"""

import argparse
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor

from training.corpus import for_calibration, load_corpus
from training.encoders import build, find_encoder
from training.examples import Example, examples, specials_of
from training.network import Network
from training.objective import window_loss
from training.swaps import swapped

SEED = 7
BATCH = 8
ENCODER_RATE = 5e-5
HEAD_RATE = 1e-3
WARM_UP = 0.1
DECAY = 0.01
CLIP = 1.0
SWAP_SHARE = 0.5

T = TypeVar("T")


def main() -> None:
    """Train on the corpus, less the records kept for calibration."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", choices=("minilm", "mpnet"), default="mpnet")
    parser.add_argument("--data", type=Path, help="folder with the text of the annotations")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--share", type=float, default=1.0, help="share of the corpus, for a learning curve")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    records = [record for record in load_corpus(options.data) if not for_calibration(record)]
    random.Random(SEED).shuffle(records)
    records = records[: round(len(records) * options.share)]
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(SEED)
    network, tokenizer = build(find_encoder(options.encoder, options.out.parent))
    fill = specials_of(tokenizer).fill
    plain = [examples(record, tokenizer) for record in records]
    print(
        f"{len(records)} records, {sum(map(len, plain))} windows, {sum(len(r['claims']) for r in records)} claims",
        flush=True,
    )
    steps = options.epochs * sum(map(len, plain)) // BATCH
    rule, schedule = optimizer(network, steps)
    first = resume(options.out, network, rule, schedule)
    for epoch in range(first, options.epochs):
        chance = random.Random(f"{SEED} {epoch}")
        started, total, count = time.monotonic(), 0.0, 0
        shown = [
            window
            for record, windows in zip(records, plain, strict=True)
            for window in (examples(swapped(record, chance), tokenizer) if chance.random() < SWAP_SHARE else windows)
        ]
        network.train()
        for batch in batches(shown, chance, lambda window: len(window.ids)):
            rule.zero_grad()
            loss = _batch_loss(network, batch, fill, device)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            rule.step()
            if schedule.last_epoch < steps:
                schedule.step()
            total, count = total + loss.item(), count + 1
        print(f"epoch {epoch} loss {total / count:.3f} in {time.monotonic() - started:.0f} s", flush=True)
        save(options.out, epoch + 1, network, rule, schedule)


def save(
    folder: Path,
    epoch: int,
    network: Network,
    rule: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.OneCycleLR,
) -> None:
    """Keep this epoch's checkpoint and the one before: `training.export` can average the two."""
    last = folder / "checkpoint.pt"
    if last.exists():
        last.replace(folder / "previous.pt")
    states = {"network": network.state_dict(), "optimizer": rule.state_dict(), "schedule": schedule.state_dict()}
    torch.save({"epoch": epoch, **states}, last)


def optimizer(
    network: Network, steps: int, pace: float = 1.0
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.OneCycleLR]:
    """Make the rule of learning for the weights that are free, its rates multiplied by `pace`."""
    free = [(name, weight) for name, weight in network.named_parameters() if weight.requires_grad]
    inner = [weight for name, weight in free if name.startswith("encoder.")]
    outer = [weight for name, weight in free if not name.startswith("encoder.")]
    rule = torch.optim.AdamW(
        [{"params": inner, "lr": ENCODER_RATE * pace}, {"params": outer, "lr": HEAD_RATE * pace}],
        weight_decay=DECAY,
        fused=True,
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        rule,
        [ENCODER_RATE * pace, HEAD_RATE * pace],
        total_steps=steps + 1,
        pct_start=WARM_UP,
        anneal_strategy="linear",
        cycle_momentum=False,
    )
    return rule, schedule


def resume(
    folder: Path,
    network: Network,
    rule: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.OneCycleLR,
) -> int:
    path = folder / "checkpoint.pt"
    if not path.exists():
        return 0
    held = torch.load(path, map_location="cpu", weights_only=True)
    network.load_state_dict(held["network"])
    rule.load_state_dict(held["optimizer"])
    schedule.load_state_dict(held["schedule"])
    return int(held["epoch"])


def batches(shown: list[T], chance: random.Random, length: Callable[[T], int]) -> list[list[T]]:
    """Batches of windows of like length, in a random order."""
    order = sorted(shown, key=lambda window: length(window) + chance.random() * 40)
    made = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    chance.shuffle(made)
    return made


def has_bfloat16(device: str) -> bool:
    """Say whether arithmetic in 16 bits is in the hardware; emulated, it is a hundred times slower than in 32."""
    return device == "cuda" or bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def _batch_loss(network: Network, batch: list[Example], fill: int, device: str) -> Tensor:
    ids = torch.nn.utils.rnn.pad_sequence([e.ids for e in batch], batch_first=True, padding_value=fill)
    marks = torch.nn.utils.rnn.pad_sequence([e.marks for e in batch], batch_first=True)
    mask = torch.zeros_like(ids)
    for row, example in enumerate(batch):
        mask[row, : len(example.ids)] = 1
    with torch.autocast(device, dtype=torch.bfloat16, enabled=has_bfloat16(device)):
        states = network.states(ids, mask, marks)
    states = states.float()
    return torch.stack([window_loss(network, e, states[row, e.places]) for row, e in enumerate(batch)]).mean()


if __name__ == "__main__":
    main()
