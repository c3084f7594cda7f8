"""Training: resumable after every epoch, seeded.

python -m models.recipe.train FOLDER CORPUS... [--config FILE] [--all] [--share 0.5]
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

from extractor.ontology import load_ontology
from models.recipe.augment import Swapper
from models.recipe.config import Config, load_config
from models.recipe.encoder import encode, encoder_folder, load_encoder
from models.recipe.evaluate import evaluate
from models.recipe.examples import Example, example_of
from models.recipe.features import features
from models.recipe.losses import passage_loss
from models.recipe.network import Heads
from models.recipe.passages import Passage, Viewer, records
from models.recipe.schema import Schema, schema_of

COMMON_UNITS = 2
Record = dict[str, Any]
Pair = tuple[Example, Example]


def main() -> None:
    """Train, with a checkpoint and the held-out figures after every epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.yaml"))
    parser.add_argument("--all", action="store_true", help="train on the held-out passages too")
    parser.add_argument("--start", type=Path, help="folder of a checkpoint whose weights are taken to begin with")
    parser.add_argument("--share", type=float, default=1.0, help="train on a share of the passages (learning curve)")
    args = parser.parse_args()
    torch.set_num_threads(1)
    args.folder.mkdir(parents=True, exist_ok=True)
    config = load_config(args.config)
    viewer = Viewer()
    training, held_out = split(list(records(args.corpus)), config.data.held_out)
    training = training[: int(len(training) * args.share)] + (held_out if args.all else [])
    passages = [viewer.view(record) for record in training]
    schema = schema_of(load_ontology(), units_of(passages))
    if args.start:
        units = json.loads((args.start / "schema.json").read_text())["units"]
        schema = schema_of(load_ontology(), tuple(units))
    (args.folder / "schema.json").write_text(json.dumps(schema.document()))
    folder = encoder_folder(config.encoder_sha256)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    seed(config.seed)
    retold = [list(map(viewer.view, told)) for told in zip(*variants(training, config), strict=True)]
    ours = [
        examples([passage, *others], tokenizer, schema, config)
        for passage, others in zip(passages, retold or [[]] * len(passages), strict=True)
    ]
    theirs = examples([viewer.view(record) for record in held_out], tokenizer, schema, config)
    print(f"{len(ours)} passages to train on, {len(theirs)} held out", flush=True)
    encoder = load_encoder(folder, config.training.frozen_layers)
    heads = Heads(encoder.config.hidden_size, schema, config.network)
    if args.start:
        state = torch.load(args.start / "last.pt", weights_only=True)
        encoder.load_state_dict(state["encoder"])
        heads.load_state_dict(state["heads"])
    run(encoder, heads, [told for told in ours if told], theirs, schema, config, args.folder)


def split(every_record: list[Record], every: int) -> tuple[list[Record], list[Record]]:
    """Training and held-out passages: every n-th is held out (0: none)."""
    held_out = every_record[every - 1 :: every] if every else []
    return [record for n, record in enumerate(every_record) if not every or (n + 1) % every], held_out


def variants(training: list[Record], config: Config) -> list[list[Record]]:
    """The training passages told anew with other names, several times over."""
    swapper = Swapper(training, config.data.swapped, config.data.invented)
    rng = random.Random(config.seed)
    return [[swapper.swap(record, rng) for record in training] for _ in range(config.data.variants)]


def units_of(passages: list[Passage]) -> tuple[str, ...]:
    """The units that occur more than once."""
    counts: dict[str, int] = {}
    for passage in passages:
        for quantity in passage.quantities:
            counts[quantity.quantity.unit] = counts.get(quantity.quantity.unit, 0) + 1
    return tuple(sorted(unit for unit, count in counts.items() if count >= COMMON_UNITS))


def examples(passages: list[Passage], tokenizer: Tokenizer, schema: Schema, config: Config) -> list[Pair]:
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
    training: list[list[Pair]],
    held_out: list[Pair],
    schema: Schema,
    config: Config,
    folder: Path,
) -> None:
    """All epochs that are still to do."""
    t = config.training
    steps = t.epochs * -(-len(training) // t.batch)
    trained = [p for p in encoder.parameters() if p.requires_grad]
    groups = [{"params": trained, "lr": t.encoder_rate}, {"params": heads.parameters(), "lr": t.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=t.weight_decay)
    warm = max(1, int(steps * t.warmup))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm)))
    )
    parts: dict[str, Any] = {"encoder": encoder, "heads": heads, "optimizer": optimizer, "schedule": schedule}
    first = resume(folder, parts)
    allowed = torch.as_tensor(schema.allowed)
    for epoch in range(first, t.epochs):
        rng = random.Random(config.seed * 1000 + epoch)
        torch.manual_seed(config.seed * 1000 + epoch)
        start = time.time()
        losses = one_epoch(encoder, heads, training, allowed, config, rng, optimizer, schedule)
        torch.save(
            {"epoch": epoch + 1} | {name: part.state_dict() for name, part in parts.items()}, folder / "last.tmp"
        )
        (folder / "last.tmp").replace(folder / "last.pt")
        print(
            f"epoch {epoch + 1}: {time.time() - start:.0f} s", {k: round(v, 3) for k, v in losses.items()}, flush=True
        )
        if held_out and (epoch + 1 == t.epochs or epoch % 2):
            print(json.dumps(evaluate(encoder, heads, [pair[0] for pair in held_out], schema)), flush=True)


def resume(folder: Path, parts: dict[str, Any]) -> int:
    """Load the last checkpoint into ``parts``; the number of finished epochs."""
    path = folder / "last.pt"
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    for name, part in parts.items():
        part.load_state_dict(state[name])
    return int(state["epoch"])


def one_epoch(
    encoder: nn.Module,
    heads: Heads,
    training: list[list[Pair]],
    allowed: torch.Tensor,
    config: Config,
    rng: random.Random,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
) -> dict[str, float]:
    """One pass over the training passages; the mean losses by head."""
    encoder.train()
    heads.train()
    chosen = [told(passage, config, rng)[rng.random() < config.data.noise_entities] for passage in training]
    rng.shuffle(chosen)
    sums: dict[str, float] = {}
    for start in range(0, len(chosen), config.training.batch):
        batch = chosen[start : start + config.training.batch]
        vectors = encode(encoder, [example.window for example in batch], bfloat16=config.training.bfloat16)
        total = torch.tensor(0.0)
        for example, words in zip(batch, vectors, strict=True):
            tags, scene = heads.words(words, *features(example, rng, config.data.hidden_names))
            for name, loss in passage_loss(heads, scene, tags, example, allowed, config.training).items():
                total = total + loss / len(batch)
                sums[name] = sums.get(name, 0.0) + float(loss.detach()) / len(chosen)
        optimizer.zero_grad()
        total.backward()
        for group in optimizer.param_groups:
            nn.utils.clip_grad_norm_(group["params"], 1.0)
        optimizer.step()
        schedule.step()
    return sums


def told(passage: list[Pair], config: Config, rng: random.Random) -> Pair:
    """A passage as it stands, or with other names."""
    return rng.choice(passage[1:]) if passage[1:] and rng.random() < config.data.retold else passage[0]


if __name__ == "__main__":
    main()
