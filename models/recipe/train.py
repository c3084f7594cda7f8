"""Training: resumable after every epoch, seeded.

python -m models.recipe.train FOLDER CORPUS... [--config FILE] [--all] [--share 0.5]
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

from extractor.ontology import load_ontology
from models.recipe.augment import Swapper, stitch
from models.recipe.config import Config, load_config
from models.recipe.encoder import encoder_folder, load_encoder
from models.recipe.evaluate import evaluate
from models.recipe.examples import example_of
from models.recipe.learner import Learner, Pair, Story
from models.recipe.network import Heads
from models.recipe.passages import Passage, Viewer, records
from models.recipe.schema import Schema, mark_sizes, schema_of
from models.recipe.split import split
from models.recipe.workers import Workers

COMMON_UNITS = 2
Record = dict[str, Any]


def main() -> None:
    """Train, with a checkpoint and the held-out figures after every epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.yaml"))
    parser.add_argument("--all", action="store_true", help="train on the held-out passages too")
    parser.add_argument("--weights", type=Path, help="folder of a checkpoint whose weights are taken to begin with")
    parser.add_argument("--share", type=float, default=1.0, help="train on a share of the passages (learning curve)")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.folder.mkdir(parents=True, exist_ok=True)
    config = load_config(args.config)
    viewer = Viewer()
    training, held_out = split(list(records(args.corpus)), config.data.held_out)
    training = training[: int(len(training) * args.share)] + (held_out if args.all else [])
    passages = [viewer.view(record) for record in training]
    schema = schema_of(load_ontology(), units_of(passages))
    before = args.folder if (args.folder / "schema.json").exists() else args.weights
    if before:
        schema = schema_of(load_ontology(), tuple(json.loads((before / "schema.json").read_text())["units"]))
    (args.folder / "schema.json").write_text(json.dumps(schema.document()))
    folder = encoder_folder(config.encoder_sha256)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    seed(config.seed)

    def laid(passages: Iterable[Passage]) -> list[Pair]:
        return examples(passages, tokenizer, schema, config)

    ours = []
    for passage, (retold, stitched) in zip(passages, variants(training, config), strict=True):
        for plain in laid([passage]):
            ours.append(Story(plain, laid(map(viewer.view, retold)), laid(map(viewer.view, stitched))))
    theirs = laid(viewer.view(record) for record in held_out)
    print(f"{len(ours)} passages to train on, {len(theirs)} held out", flush=True)
    encoder = load_encoder(folder, config.training.frozen_layers, mark_sizes(schema) if config.network.marked else ())
    heads = Heads(encoder.encoder.config.hidden_size, schema, config.network)
    if args.weights:
        state = torch.load(args.weights / "last.pt", weights_only=True)
        encoder.load_state_dict(state["encoder"])
        heads.load_state_dict(state["heads"])
    run(encoder, heads, ours, theirs, schema, config, args.folder)


def variants(training: list[Record], config: Config) -> Iterator[tuple[list[Record], list[Record]]]:
    """Every training passage told anew with other names, several times over, and stitched to a random other one."""
    swapper = Swapper(training, config.data.swapped, config.data.invented)
    rng = random.Random(config.seed)
    for record in training:
        retold = [swapper.swap(record, rng) for _ in range(config.data.variants)]
        joined = stitch(record, rng.choice(training)) if config.data.stitched else None
        yield retold, [joined] if joined else []


def units_of(passages: list[Passage]) -> tuple[str, ...]:
    """The units that occur more than once."""
    counts: dict[str, int] = {}
    for passage in passages:
        for quantity in passage.quantities:
            counts[quantity.quantity.unit] = counts.get(quantity.quantity.unit, 0) + 1
    return tuple(sorted(unit for unit, count in counts.items() if count >= COMMON_UNITS))


def examples(passages: Iterable[Passage], tokenizer: Tokenizer, schema: Schema, config: Config) -> list[Pair]:
    """Every passage twice: without and with the rules' wrong names."""
    found = []
    for passage in passages:
        pair = [example_of(passage, tokenizer, schema, config.data.window, noise=noise) for noise in (False, True)]
        if pair[0] is not None and pair[1] is not None:
            found.append((pair[0], pair[1]))
    return found


def seed(number: int) -> None:
    """Seed all generators."""
    random.seed(number)
    np.random.seed(number)
    torch.manual_seed(number)


def run(
    encoder: nn.Module,
    heads: Heads,
    training: list[Story],
    held_out: list[Pair],
    schema: Schema,
    config: Config,
    folder: Path,
) -> None:
    """All epochs that are still to do."""
    epochs = config.training.epochs
    steps = epochs * -(-len(training) // config.training.batch)
    workers = Workers()
    learner = Learner(encoder, heads, torch.as_tensor(schema.allowed), config, steps, workers)
    for epoch in range(learner.resume(folder), epochs):
        seed((config.seed + workers.rank) * 1000 + epoch)
        start = time.time()
        losses = learner.epoch(training, random.Random(config.seed * 1000 + epoch))
        if workers.rank:
            continue
        learner.save(folder, epoch + 1)
        told_losses = {name: round(loss, 3) for name, loss in losses.items()}
        print(f"epoch {epoch + 1}: {time.time() - start:.0f} s {told_losses}", flush=True)
        if held_out and (epoch + 1 == epochs or epoch % 2):
            plain = [pair[0] for pair in held_out]
            print(json.dumps(evaluate(learner.kept_encoder, learner.kept_heads, plain, schema)), flush=True)


if __name__ == "__main__":
    main()
