"""Learning: steps over batches of passages, a moving average of the weights, checkpoints."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from torch.utils.data import DataLoader, Dataset

from models.recipe.batch import batch_of
from models.recipe.config import Config
from models.recipe.encoder import encode
from models.recipe.examples import example_of
from models.recipe.losses import batch_loss
from models.recipe.network import Heads
from models.recipe.plain import Sketch, Story
from models.recipe.schema import Schema
from models.recipe.split import fold_of
from models.recipe.teachers import Teachers
from models.recipe.tensors import Batch
from models.recipe.workers import Workers

POOL = 12  # batches that are made of the passages of one random pool, by length
Choice = tuple[Sketch, bool]


class Learner:
    """The network, the moving average of its weights, which is what is kept, and what moves them."""

    def __init__(
        self,
        encoder: nn.Module,
        heads: Heads,
        schema: Schema,
        config: Config,
        steps: int,
        workers: Workers,
        teachers: Teachers | None = None,
    ) -> None:
        self.device = next(encoder.parameters()).device
        self.encoder, self.heads, self.schema, self.config = encoder, heads, schema, config
        self.allowed = torch.as_tensor(schema.allowed, device=self.device)
        self.workers, self.teachers = workers, teachers
        self.every = config.training.average_every if workers.size > 1 else 0
        # On a GPU the casts cost more than they save: the encoder is small, and torch's TF32 does the products.
        self.bfloat16 = config.training.bfloat16 and self.device.type == "cpu"
        t = config.training
        trained = [p for p in encoder.parameters() if p.requires_grad]
        groups = [{"params": trained, "lr": t.encoder_rate}, {"params": heads.parameters(), "lr": t.head_rate}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=t.weight_decay, fused=self.device.type == "cuda")
        warm = max(1, int(steps * t.warmup))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / max(1, steps - warm)))
        )
        self.network = nn.ModuleList([encoder, heads])
        self.average = AveragedModel(self.network, multi_avg_fn=get_ema_multi_avg_fn(t.average ** max(1, self.every)))
        self.kept_encoder, self.kept_heads = self.average.module

    @property
    def parts(self) -> dict[str, Any]:
        """What a checkpoint holds, by name."""
        return {
            "encoder": self.kept_encoder, "heads": self.kept_heads, "network": self.network,
            "optimizer": self.optimizer, "schedule": self.schedule,
        }  # fmt: skip

    def save(self, folder: Path, epoch: int) -> None:
        """Write the checkpoint of a finished epoch."""
        state = {"epoch": epoch} | {name: part.state_dict() for name, part in self.parts.items()}
        torch.save(state, folder / "last.tmp")
        (folder / "last.tmp").replace(folder / "last.pt")

    def resume(self, folder: Path) -> int:
        """Load the last checkpoint, if there is one; the number of finished epochs."""
        path = folder / "last.pt"
        if not path.exists():
            return 0
        state = torch.load(path, weights_only=True)
        for name, part in self.parts.items():
            part.load_state_dict(state[name])
        self.average.n_averaged.fill_(1)
        return int(state["epoch"])

    def epoch(self, training: list[Story], rng: random.Random, loaders: int = 0) -> dict[str, float]:
        """One pass over the training passages, with ``loaders`` processes that lay out the batches; mean losses by head."""
        self.network.train()
        noise = self.config.data.noise_entities
        chosen = [(told(story, self.config, rng), rng.random() < noise) for story in training]
        folds = len(self.teachers.teachers) if self.teachers else 1
        batched = [(part, rng.getrandbits(32)) for part in batches(chosen, self.config.training.batch, rng, folds)]
        rank, size = self.workers.rank, self.workers.size
        if self.every:
            parts = batched[rank::size][: len(batched) // size]
        else:
            parts = [(part[rank::size], number) for part, number in batched]
        sums: dict[str, torch.Tensor] = {}
        loader = DataLoader(_Laid(parts, self.schema, self.config.data.hidden_names), None, num_workers=loaders)
        for number, ((part, _), laid) in enumerate(zip(parts, loader, strict=True), start=1):
            batch = laid.to(self.device) if laid else None
            if batch and self.teachers:
                batch = self.teachers.soften(batch, fold_of(part[0][0].id, folds))
            for name, loss in self.step(batch, len(part) if self.every else len(part) * size).items():
                sums[name] = sums.get(name, torch.zeros((), device=self.device)) + loss
            if self.every and (number % self.every == 0 or number == len(parts)):
                self.workers.average(self.network)
                self.average.update_parameters(self.network)
        seen = max(1, sum(len(part) for part, _ in parts))
        return {name: float(loss) / seen for name, loss in sums.items()}

    def step(self, batch: Batch | None, size: int) -> dict[str, torch.Tensor]:
        """One step over this worker's part of a batch of that ``size``; the part's summed losses by head."""
        self.optimizer.zero_grad()
        sums = self.learn(batch, size) if batch else {}
        if not self.every:
            self.workers.add_gradients(self.network)
        for group in self.optimizer.param_groups:
            nn.utils.clip_grad_norm_(group["params"], 1.0)
        self.optimizer.step()
        self.schedule.step()
        if not self.every:
            self.average.update_parameters(self.network)
        return sums

    def learn(self, batch: Batch, size: int) -> dict[str, torch.Tensor]:
        """Gradients of the passages' losses over ``size``; the summed losses by head."""
        vectors = encode(self.encoder, batch.words, bfloat16=self.bfloat16)
        tags, words = self.heads.words(vectors, batch.words)
        losses = batch_loss(self.heads, words, tags, batch, self.allowed, self.config.training)
        (torch.stack(list(losses.values())).sum() / size).backward()
        return {name: loss.detach() for name, loss in losses.items()}


class _Laid(Dataset[Batch | None]):
    """Batches, laid out when they are asked for: by the numbers of their passages and a seed."""

    def __init__(self, parts: Sequence[tuple[list[Choice], int]], schema: Schema, hidden: float) -> None:
        self.parts, self.schema, self.hidden = parts, schema, hidden

    def __len__(self) -> int:
        return len(self.parts)

    def __getitem__(self, number: int) -> Batch | None:
        part, seed = self.parts[number]
        examples = [example_of(sketch, self.schema, noise=noise) for sketch, noise in part]
        return batch_of(examples, self.schema, random.Random(seed), self.hidden) if examples else None


def batches(chosen: list[Choice], size: int, rng: random.Random, folds: int = 1) -> list[list[Choice]]:
    """Batches in random order, each of passages of one fold and of about one length, so that little of the work is padding."""
    rng.shuffle(chosen)
    found = []
    for fold in range(folds):
        ours = [choice for choice in chosen if fold_of(choice[0].id, folds) == fold]
        for start in range(0, len(ours), size * POOL):
            pool = sorted(ours[start : start + size * POOL], key=lambda choice: len(choice[0].ids))
            found += [pool[n : n + size] for n in range(0, len(pool), size)]
    rng.shuffle(found)
    return found


def told(story: Story, config: Config, rng: random.Random) -> Sketch:
    """A passage as it stands, stitched to another, or with other names."""
    chance = rng.random()
    if chance < config.data.stitched:
        return rng.choice(story.stitched or [story.plain])
    return rng.choice(story.retold or [story.plain]) if rng.random() < config.data.retold else story.plain
