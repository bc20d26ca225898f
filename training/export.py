"""A checkpoint into the weights of the package: `python -m training.export --checkpoint FILE --to FOLDER`.

The encoder becomes an ONNX file with int8 weights in blocks; word embeddings are stored as int8 rows with a scale each,
heads as 16-bit floats. `training.calibrate` then sets the scores.
"""

import argparse
import tempfile
from pathlib import Path

import msgspec
import numpy as np
import onnx
import torch
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from torch import Tensor, nn

from training.encoders import build, find_encoder
from training.examples import specials_of
from training.network import Network
from whoarms.model import KINDS
from whoarms.reading.network import Card

BLOCK = 128
"""How many weights share a scale."""
FLOAT_ARITHMETIC = 1
"""Weights are held in 8 bits but multiplied as floats: integer kernels differ between processors, as would claims."""
UNCALIBRATED = (1.0, *(0.0,) * (6 + len(KINDS)))


class Inner(nn.Module):
    """The encoder behind the embeddings."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, embedded: Tensor, mask: Tensor) -> Tensor:
        """(B, N, H), (B, N) -> (B, N, H)."""
        states: Tensor = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return states


def main() -> None:
    """Export one checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", choices=("minilm", "mpnet"), default="mpnet")
    parser.add_argument("--checkpoint", type=Path, required=True, nargs="+", help="several are averaged")
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    network, tokenizer = build(find_encoder(options.encoder, options.checkpoint[0].parent.parent))
    held = [torch.load(path, map_location="cpu", weights_only=True)["network"] for path in options.checkpoint]
    network.load_state_dict({name: _mean([weights[name] for weights in held]) for name in held[0]})
    network.eval()
    options.to.mkdir(parents=True, exist_ok=True)
    _write_encoder(network, options.to / "encoder.onnx")
    _write_tables(network, options.to / "tables.npz")
    tokenizer.save(str(options.to / "tokenizer.json"))
    card = Card(specials=tuple(specials_of(tokenizer)), score_weights=UNCALIBRATED, least_score=0.5)
    (options.to / "card.json").write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=2))


def _mean(tensors: list[Tensor]) -> Tensor:
    return torch.stack(tensors).mean(0) if tensors[0].is_floating_point() else tensors[0]


def _write_encoder(network: Network, path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder, "encoder.onnx")
        size = network.marks.embedding_dim
        torch.onnx.export(
            Inner(network),
            (torch.zeros(2, 16, size), torch.ones(2, 16, dtype=torch.long)),
            str(whole),
            input_names=["embedded", "mask"],
            output_names=["states"],
            dynamic_axes={
                "embedded": {0: "batch", 1: "length"},
                "mask": {0: "batch", 1: "length"},
                "states": {0: "batch", 1: "length"},
            },
            opset_version=17,
            dynamo=False,
        )
        quantizer = MatMulNBitsQuantizer(
            onnx.load(whole), bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=FLOAT_ARITHMETIC
        )
        quantizer.process()
        quantizer.model.save_model_to_file(str(path))


def _write_tables(network: Network, path: Path) -> None:
    held = {name: tensor.detach().numpy() for name, tensor in network.state_dict().items()}
    embeddings = held["embeddings.weight"]
    scales = np.maximum(np.abs(embeddings).max(axis=1), 1e-6) / 127
    heads = {
        f"head.{name}": value.astype(np.float16)
        for name, value in held.items()
        if not name.startswith(("encoder.", "embeddings.", "marks."))
    }
    np.savez(
        path, embeddings=np.round(embeddings / scales[:, None]).astype(np.int8), scales=scales.astype(np.float32),
        marks=held["marks.weight"].astype(np.float32), **heads,
    )  # fmt: skip


if __name__ == "__main__":
    main()
