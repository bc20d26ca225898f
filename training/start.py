"""Weights of the package back into a network, to train on from them."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.network import Network

_ZERO = 128


def load_weights(network: Network, folder: Path) -> None:
    """Give a network the weights that `training.export` wrote to a folder; they keep the rounding of 8 bits."""
    state = network.state_dict()
    found = {**_encoder(folder / "encoder.onnx"), **_tables(folder / "tables.npz")}
    strange = [name for name, value in found.items() if name not in state or state[name].shape != value.shape]
    if strange:
        raise ValueError(f"{folder}: not the weights of this network: {', '.join(strange[:3])}")
    network.load_state_dict({**state, **found})


def _encoder(path: Path) -> dict[str, Tensor]:
    graph = onnx.load(path).graph
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    found = {name: torch.tensor(value) for name, value in held.items() if name.startswith("encoder.")}
    for node in graph.node:
        if node.op_type == "MatMulNBits":
            sizes = {one.name: onnx.helper.get_attribute_value(one) for one in node.attribute}
            steps = held[node.input[1]].reshape(sizes["N"], -1, sizes["block_size"]).astype(np.float32) - _ZERO
            weight = (steps * held[node.input[2]].reshape(sizes["N"], -1, 1)).reshape(sizes["N"], -1)[:, : sizes["K"]]
            found[node.name.strip("/").rsplit("/", 1)[0].replace("/", ".") + ".weight"] = torch.tensor(weight)
    return found


def _tables(path: Path) -> dict[str, Tensor]:
    held = np.load(path)
    heads = {
        name.removeprefix("head."): torch.tensor(held[name].astype(np.float32))
        for name in held.files
        if name.startswith("head.")
    }
    return {**heads, "marks.weight": torch.tensor(held["marks"])}
