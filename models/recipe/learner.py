"""Learning: steps over batches of passages, a moving average of the weights, checkpoints."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from models.recipe.config import Config
from models.recipe.encoder import encode
from models.recipe.examples import Example
from models.recipe.features import features
from models.recipe.losses import passage_loss
from models.recipe.network import Heads
from models.recipe.workers import Workers

POOL = 12  # batches that are made of the passages of one random pool, by length
Pair = tuple[Example, Example]


@dataclass(frozen=True, slots=True)
class Story:
    """A passage as it stands, told anew with other names, and stitched to another one; without and with wrong names."""

    plain: Pair
    retold: list[Pair]
    stitched: list[Pair]


class Learner:
    """The network, the moving average of its weights, which is what is kept, and what moves them."""

    def __init__(
        self, encoder: nn.Module, heads: Heads, allowed: torch.Tensor, config: Config, steps: int, workers: Workers
    ) -> None:
        self.encoder, self.heads, self.allowed, self.config = encoder, heads, allowed, config
        self.workers = workers
        t = config.training
        trained = [p for p in encoder.parameters() if p.requires_grad]
        groups = [{"params": trained, "lr": t.encoder_rate}, {"params": heads.parameters(), "lr": t.head_rate}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=t.weight_decay)
        warm = max(1, int(steps * t.warmup))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm)))
        )
        self.network = nn.ModuleList([encoder, heads])
        self.average = AveragedModel(self.network, multi_avg_fn=get_ema_multi_avg_fn(t.average))
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

    def epoch(self, training: list[Story], rng: random.Random) -> dict[str, float]:
        """One pass over the training passages; the mean losses by head."""
        self.network.train()
        noise = self.config.data.noise_entities
        chosen = [told(story, self.config, rng)[rng.random() < noise] for story in training]
        sums: dict[str, float] = {}
        for batch in batches(chosen, self.config.training.batch, rng):
            for name, loss in self.step(batch[self.workers.rank :: self.workers.size], len(batch), rng).items():
                sums[name] = sums.get(name, 0.0) + loss * self.workers.size / len(chosen)
        return sums

    def step(self, batch: list[Example], size: int, rng: random.Random) -> dict[str, float]:
        """One step over this worker's part of a batch of that ``size``; the part's summed losses by head."""
        self.optimizer.zero_grad()
        sums = self.learn(batch, size, rng) if batch else {}
        self.workers.add_gradients(self.network)
        for group in self.optimizer.param_groups:
            nn.utils.clip_grad_norm_(group["params"], 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.average.update_parameters(self.network)
        return sums

    def learn(self, batch: list[Example], size: int, rng: random.Random) -> dict[str, float]:
        """Gradients of the examples' losses over ``size``; the summed losses by head."""
        seen = [features(example, rng, self.config.data.hidden_names) for example in batch]
        windows, marks = [example.window for example in batch], [one.marks for one in seen]
        vectors = encode(self.encoder, windows, marks, bfloat16=self.config.training.bfloat16)
        total = torch.tensor(0.0)
        sums: dict[str, float] = {}
        for example, vector, ours in zip(batch, vectors, seen, strict=True):
            tags, words = self.heads.words(vector, *ours.heads)
            losses = passage_loss(self.heads, words, tags, example, self.allowed, self.config.training)
            for name, loss in losses.items():
                total = total + loss / size
                sums[name] = sums.get(name, 0.0) + float(loss.detach())
        total.backward()
        return sums


def batches(examples: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Batches in random order, each of passages of about one length, so that little of the work is padding."""
    rng.shuffle(examples)
    found = []
    for start in range(0, len(examples), size * POOL):
        pool = sorted(examples[start : start + size * POOL], key=lambda example: len(example.window.ids))
        found += [pool[n : n + size] for n in range(0, len(pool), size)]
    rng.shuffle(found)
    return found


def told(story: Story, config: Config, rng: random.Random) -> Pair:
    """A passage as it stands, stitched to another, or with other names."""
    chance = rng.random()
    if chance < config.data.stitched:
        return rng.choice(story.stitched or [story.plain])
    return rng.choice(story.retold or [story.plain]) if rng.random() < config.data.retold else story.plain
