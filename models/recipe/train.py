"""Training: resumable after every epoch, seeded, on a CPU (hours) or a GPU (minutes).

python -m models.recipe.train FOLDER CORPUS... [--config FILE] [--all] [--share 0.5]
python -m models.recipe.train FOLDER --prepared PREPARED   (what models.recipe.prepare wrote: needs no spaCy)

Teachers learn from what the student's configuration prepared, each without a fold, and then soften the student's labels:

python -m models.recipe.train T0 --prepared PREPARED --config models/recipe/teacher.yaml --without 0   (and so on for 1 and 2)
python -m models.recipe.train FOLDER --prepared PREPARED --teachers T0 T1 T2
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
from models.recipe.encoder import MarkedEncoder, load_encoder
from models.recipe.evaluate import evaluate
from models.recipe.examples import example_of
from models.recipe.learner import Learner
from models.recipe.network import Heads
from models.recipe.plain import Story, read_stories
from models.recipe.published import encoder_folder
from models.recipe.schema import Schema, mark_sizes, schema_of
from models.recipe.split import FOLDS, fold_of
from models.recipe.teachers import Teachers
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
    parser.add_argument("--without", type=int, help=f"the fold (of {FOLDS}) that a teacher does not see")
    parser.add_argument(
        "--teachers", type=Path, nargs=FOLDS, help="folders of the teachers, in the order of the folds they did not see"
    )
    parser.add_argument("--teacher-config", type=Path, default=Path(__file__).with_name("teacher.yaml"))
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
    if args.without is not None:
        training = [story for story in training if fold_of(story.plain.id, FOLDS) != args.without]
    seed(config.seed)
    encoder, heads = network(config, schema, args.weights, args.device)
    teachers = None
    if args.teachers:
        their_config = load_config(args.teacher_config)
        them = [network(their_config, schema, folder, args.device) for folder in args.teachers]
        teachers = Teachers(them, config.training.softened, their_config.training.positive_weight)
    print(f"{len(training)} passages to train on, {len(held_out)} held out", flush=True)
    run(encoder, heads, training, held_out, schema, config, args.folder, args.loaders, teachers)


def network(config: Config, schema: Schema, weights: Path | None, device: str) -> tuple[MarkedEncoder, Heads]:
    """The encoder and the heads, with the published weights of the encoder or with those of a checkpoint's folder."""
    encoder = load_encoder(
        encoder_folder(config.encoder, config.encoder_sha256),
        config.training.frozen_layers,
        mark_sizes(schema) if config.network.marked else (),
    )
    heads = Heads(encoder.encoder.config.hidden_size, schema, config.network)
    if weights:
        state = torch.load(weights / "last.pt", weights_only=True)
        encoder.load_state_dict(state["encoder"])
        heads.load_state_dict(state["heads"], strict=False)  # heads that are newer than the weights begin anew
    return encoder.to(device), heads.to(device)


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
    teachers: Teachers | None = None,
) -> None:
    """All epochs that are still to do."""
    epochs = config.training.epochs
    workers = Workers()
    steps = epochs * -(-len(training) // config.training.batch)
    if config.training.average_every:
        steps //= workers.size
    learner = Learner(encoder, heads, schema, config, steps, workers, teachers)
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
