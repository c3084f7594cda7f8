"""The weighted mean of the weights of several checkpoints (model soups, Wortsman et al., ICML 2022), as a checkpoint.

python -m models.recipe.mean OUTPUT FOLDER=WEIGHT FOLDER=WEIGHT...

The checkpoints must go back to common weights: a mean of networks trained apart from the start means nothing.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

PARTS = ("encoder", "heads")
State = dict[str, Tensor]


def main() -> None:
    """Write the mean."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("shares", nargs="+", metavar="FOLDER=WEIGHT")
    args = parser.parse_args()
    named = [(Path(folder), float(weight)) for folder, _, weight in (share.rpartition("=") for share in args.shares)]
    states = [torch.load(folder / "last.pt", weights_only=True, map_location="cpu") for folder, _ in named]
    weights = [weight for _, weight in named]
    args.output.mkdir(parents=True, exist_ok=True)
    torch.save({part: mean([state[part] for state in states], weights) for part in PARTS}, args.output / "last.pt")
    shutil.copy(named[-1][0] / "schema.json", args.output)


def mean(states: Sequence[State], weights: Sequence[float]) -> State:
    """The mean of states with the same tensors; ``weights`` need not sum to 1. Whole numbers are taken from the first.

    Raises :class:`ValueError` where the tensors differ in name or shape.
    """
    first = states[0]
    if any({k: v.shape for k, v in state.items()} != {k: v.shape for k, v in first.items()} for state in states):
        raise ValueError("the checkpoints hold other tensors; they cannot be averaged")
    whole = sum(weights)
    return {
        name: torch.stack([w / whole * s[name] for w, s in zip(weights, states, strict=True)]).sum(0)
        if tensor.is_floating_point()
        else tensor
        for name, tensor in first.items()
    }


if __name__ == "__main__":
    main()
