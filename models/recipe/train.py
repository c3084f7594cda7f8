"""Training: resumable after every epoch, seeded, on a CPU (hours) or a GPU (minutes).

python -m models.recipe.train FOLDER CORPUS... [--config FILE] [--all] [--share 0.5]
python -m models.recipe.train FOLDER --prepared PREPARED   (what models.recipe.prepare wrote: needs no spaCy)
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

from extractor.ontology import load_ontology
from models.recipe.config import Config, load_config
from models.recipe.encoder import encoder_folder, load_encoder
from models.recipe.evaluate import evaluate
from models.recipe.examples import example_of
from models.recipe.learner import Learner
from models.recipe.network import Heads
from models.recipe.plain import Story, read_stories
from models.recipe.schema import Schema, mark_sizes, schema_of
from models.recipe.workers import Workers


def main() -> None:
    """Train, with a checkpoint and the held-out figures after every other epoch."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("corpus", type=Path, nargs="*")
    parser.add_argument(
        "--prepared", type=Path, help="folder of the prepared corpus; without it FOLDER/prepared is made"
    )
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.yaml"))
    parser.add_argument("--all", action="store_true", help="train on the held-out passages too")
    parser.add_argument("--weights", type=Path, help="folder of a checkpoint whose weights are taken to begin with")
    parser.add_argument("--share", type=float, default=1.0, help="train on a share of the passages (learning curve)")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--loaders", type=int, default=0, help="processes that lay out batches (for a GPU: 2 to 4)")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.folder.mkdir(parents=True, exist_ok=True)
    config = load_config(args.config)
    prepared = args.prepared or args.folder / "prepared"
    if args.corpus:
        from models.recipe.prepare import prepare  # needs spaCy, which a machine that only trains may lack

        prepare(prepared, args.corpus, config)
    document = json.loads((prepared / "schema.json").read_text())
    (args.folder / "schema.json").write_text(json.dumps(document))
    schema = schema_of(load_ontology(), tuple(document["units"]))
    training = list(read_stories(prepared / "training.jsonl.gz"))
    held_out = list(read_stories(prepared / "held_out.jsonl.gz"))
    training = training[: int(len(training) * args.share)] + (held_out if args.all else [])
    seed(config.seed)
    encoder = load_encoder(
        encoder_folder(config.encoder_sha256),
        config.training.frozen_layers,
        mark_sizes(schema) if config.network.marked else (),
    )
    heads = Heads(encoder.encoder.config.hidden_size, schema, config.network)
    if args.weights:
        state = torch.load(args.weights / "last.pt", weights_only=True)
        encoder.load_state_dict(state["encoder"])
        heads.load_state_dict(state["heads"], strict=False)  # heads that are newer than the weights begin anew
    print(f"{len(training)} passages to train on, {len(held_out)} held out", flush=True)
    run(encoder.to(args.device), heads.to(args.device), training, held_out, schema, config, args.folder, args.loaders)


def seed(number: int) -> None:
    """Seed all generators."""
    random.seed(number)
    np.random.seed(number)
    torch.manual_seed(number)


def run(
    encoder: nn.Module,
    heads: Heads,
    training: list[Story],
    held_out: list[Story],
    schema: Schema,
    config: Config,
    folder: Path,
    loaders: int,
) -> None:
    """All epochs that are still to do."""
    epochs = config.training.epochs
    workers = Workers()
    steps = epochs * -(-len(training) // config.training.batch)
    if config.training.average_every:
        steps //= workers.size
    learner = Learner(encoder, heads, schema, config, steps, workers)
    theirs = [example_of(story.plain, schema) for story in held_out]
    for epoch in range(learner.resume(folder), epochs):
        seed((config.seed + workers.rank) * 1000 + epoch)
        start = time.time()
        losses = learner.epoch(training, random.Random(config.seed * 1000 + epoch), loaders)
        if workers.rank:
            continue
        learner.save(folder, epoch + 1)
        told_losses = {name: round(loss, 3) for name, loss in losses.items()}
        print(f"epoch {epoch + 1}: {time.time() - start:.0f} s {told_losses}", flush=True)
        if theirs and (epoch + 1 == epochs or epoch % 2):
            print(json.dumps(evaluate(learner.kept_encoder, learner.kept_heads, theirs, schema)), flush=True)


if __name__ == "__main__":
    main()
