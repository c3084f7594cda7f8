"""Export: a checkpoint as encoder.onnx (int8, dynamic quantisation), heads.npz (float16), tokenizer.json and model.json.

python -m models.recipe.export CHECKPOINT_FOLDER OUTPUT_FOLDER [--config FILE]
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from models.recipe.config import Config, load_config
from models.recipe.encoder import MarkedEncoder, load_encoder
from models.recipe.published import encoder_folder

FLOOR = 0.05
THRESHOLD = 0.5  # until the judge is fitted
OPSET = 17


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
    source = encoder_folder(config.encoder, config.encoder_sha256)
    sizes = [len(weights) for name, weights in state["encoder"].items() if name.startswith("marks.")]
    encoder = load_encoder(source, 0, sizes)
    encoder.load_state_dict(state["encoder"])
    export_encoder(encoder.eval(), sizes, args.output)
    arrays = {name: tensor.numpy().astype(np.float16) for name, tensor in state["heads"].items()}
    np.savez_compressed(args.output / "heads.npz", **arrays)
    shutil.copy(source / "tokenizer.json", args.output)
    describe(args.folder, args.output, config)


def export_encoder(encoder: MarkedEncoder, sizes: Sequence[int], output: Path) -> None:
    """Write encoder.onnx in int8, and encoder.float.onnx beside it for comparison; without ``sizes`` it takes no marks."""
    ids = torch.randint(1000, 20000, (1, 32))
    axes = {0: "batch", 1: "pieces"}
    names = ["input_ids", "attention_mask", "marks"]
    torch.onnx.export(
        encoder,
        (ids, torch.ones_like(ids), torch.zeros(1, 32, len(sizes), dtype=torch.long)),
        str(output / "encoder.float.onnx"),
        input_names=names,
        output_names=["hidden"],
        dynamic_axes=dict.fromkeys([*names, "hidden"], axes),
        opset_version=OPSET,
        dynamo=False,
    )
    quantize_dynamic(
        output / "encoder.float.onnx", output / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True
    )


def describe(folder: Path, output: Path, config: Config) -> None:
    """Write model.json: the schema and what the run time must know; the judge is filled in by ``judge``."""
    document = json.loads((folder / "schema.json").read_text())
    document |= {"heads": config.network.heads, "window": config.data.window, "floor": FLOOR, "encoder": config.encoder}
    document |= {"judge": {}, "threshold": THRESHOLD}
    (output / "model.json").write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    main()
