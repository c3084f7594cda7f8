"""Export: a checkpoint as encoder.onnx (int8, dynamic quantisation), heads.npz (float16), tokenizer.json and model.json.

python -m models.recipe.export CHECKPOINT_FOLDER OUTPUT_FOLDER [--config FILE]
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import BertModel

from models.recipe.config import Config, load_config
from models.recipe.encoder import encoder_folder, load_encoder

FLOOR = 0.05
OPSET = 17


class Plain(nn.Module):
    """The encoder with one tensor as its answer."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """The last hidden state."""
        state: Tensor = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        return state


def main() -> None:
    """Export the last checkpoint of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.yaml"))
    args = parser.parse_args()
    config = load_config(args.config)
    args.output.mkdir(parents=True, exist_ok=True)
    state = torch.load(args.folder / "last.pt", weights_only=True)
    source = encoder_folder(config.encoder_sha256)
    encoder = load_encoder(source, 0)
    encoder.load_state_dict(state["encoder"])
    export_encoder(encoder.eval(), args.output)
    arrays = {name: tensor.numpy().astype(np.float16) for name, tensor in state["heads"].items()}
    np.savez_compressed(args.output / "heads.npz", **arrays)
    shutil.copy(source / "tokenizer.json", args.output)
    describe(args.folder, args.output, config)


def export_encoder(encoder: BertModel, output: Path) -> None:
    """Write encoder.onnx in int8, and encoder.float.onnx beside it for comparison."""
    ids = torch.randint(1000, 20000, (1, 32))
    axes = {0: "batch", 1: "pieces"}
    torch.onnx.export(
        Plain(encoder),
        (ids, torch.ones_like(ids)),
        str(output / "encoder.float.onnx"),
        input_names=["input_ids", "attention_mask"],
        output_names=["hidden"],
        dynamic_axes={"input_ids": axes, "attention_mask": axes, "hidden": axes},
        opset_version=OPSET,
        dynamo=False,
    )
    quantize_dynamic(
        output / "encoder.float.onnx", output / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True
    )


def describe(folder: Path, output: Path, config: Config) -> None:
    """Write model.json: the schema and what the run time must know; thresholds are filled in by ``tune``."""
    document = json.loads((folder / "schema.json").read_text())
    document |= {"heads": config.network.heads, "window": config.data.window, "floor": FLOOR, "encoder": config.encoder}
    document |= {"thresholds": {}}
    (output / "model.json").write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    main()
