"""The network: one shared encoder with heads for names, relations, values, statuses and modality.

Entity vectors by logsumexp over mentions and the localized context of a pair follow ATLOP (Zhou et al., AAAI 2021,
equations 2 and 6 to 8), here over words and with attention of its own instead of the encoder's.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from extractor.pipeline.model.layout import DISTANCES, KINDS, Pairs, Things
from extractor.pipeline.model.words import SHAPES
from models.recipe.config import NetworkConfig
from models.recipe.schema import MODALITIES, Schema


@dataclass(slots=True)
class Scene:
    """Word vectors of a passage, their running sums, and the attention between words (heads x words x words)."""

    words: Tensor
    sums: Tensor
    attention: Tensor


@dataclass(slots=True)
class Vectors:
    """Vectors and attention of things and of their mentions."""

    things: Tensor
    mentions: Tensor
    attention: Tensor
    mention_attention: Tensor
    kinds: Tensor


class WordLayer(nn.Module):
    """Word vectors from encoder vectors (mean of pieces) and features; tag scores beside them; scenes."""

    def __init__(self, hidden: int, schema: Schema, config: NetworkConfig) -> None:
        super().__init__()
        size, names = config.feature_width, 1 + 2 * len(schema.types)
        self.shape, self.glued = nn.Embedding(len(SHAPES), size), nn.Embedding(2, 8)
        self.matched, self.found = nn.Embedding(names, size), nn.Embedding(names, size)
        self.inner = nn.Linear(hidden + 3 * size + 8, config.width)
        self.tags = nn.Linear(hidden + 3 * size + 8 + config.width, names)
        self.query = nn.Linear(config.width, config.heads * config.head_width)
        self.key = nn.Linear(config.width, config.heads * config.head_width)
        self.heads = config.heads
        self.dropout = nn.Dropout(config.dropout)

    def forward(
        self, vectors: Tensor, shape: Tensor, glued: Tensor, matched: Tensor, found: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Tag scores and word vectors."""
        features = [self.shape(shape), self.glued(glued), self.matched(matched), self.found(found)]
        raw = torch.cat([vectors, *features], -1)
        words = torch.relu(self.inner(self.dropout(raw)))
        tags = self.tags(self.dropout(torch.cat([raw, words], -1)))
        return tags, words

    def scene(self, words: Tensor) -> Scene:
        """The scene of word vectors."""
        q, k = (f(words).view(len(words), self.heads, -1).transpose(0, 1) for f in (self.query, self.key))
        attention = torch.softmax(q @ k.transpose(1, 2) / q.shape[-1] ** 0.5, -1)
        sums = torch.cat([torch.zeros_like(words[:1]), words.cumsum(0)])
        return Scene(words, sums, attention)


class ThingLayer(nn.Module):
    """Vectors of mentions (first, last and mean word, kind) and of things (logsumexp over mentions)."""

    def __init__(self, schema: Schema, config: NetworkConfig) -> None:
        super().__init__()
        self.kinds = len(schema.types) + len(KINDS)
        self.kind = nn.Embedding(2 * self.kinds, config.feature_width)
        self.unit = nn.Embedding(1 + len(schema.units), config.feature_width)
        self.mention = nn.Linear(3 * config.width + 2 * config.feature_width, config.width)

    def forward(self, scene: Scene, things: Things, offset: int, units: Tensor | None = None) -> Vectors:
        """The vectors of things; ``offset`` is added to their kinds (quantities follow the types)."""
        first, last = torch.as_tensor(things.first), torch.as_tensor(things.last)
        owner, kinds = torch.as_tensor(things.owner), torch.as_tensor(things.kinds) + offset
        reference = torch.as_tensor(things.reference)
        mean = (scene.sums[last + 1] - scene.sums[first]) / (last + 1 - first)[:, None]
        unit = self.unit(torch.zeros_like(kinds) if units is None else units)
        parts = [
            scene.words[first],
            scene.words[last],
            mean,
            self.kind(kinds[owner] + reference * self.kinds),
            unit[owner],
        ]
        mentions = torch.tanh(self.mention(torch.cat(parts, -1)))
        attention = (scene.attention[:, first] + scene.attention[:, last]) / 2
        members = torch.as_tensor(things.members)
        absent = members < 0
        pooled = mentions[members.clamp(min=0)].masked_fill(absent[..., None], -1e4).logsumexp(1)
        weights = (~absent).float() / (~absent).sum(1, keepdim=True)
        mixed = torch.einsum("tm,htmw->htw", weights, attention[:, members.clamp(min=0)])
        return Vectors(pooled, mentions, mixed, attention, kinds)


class PairLayer(nn.Module):
    """Vectors of pairs: both things, their nearest mentions, their common context, the words between, the place."""

    def __init__(self, schema: Schema, config: NetworkConfig) -> None:
        super().__init__()
        width, size, kinds = config.width, config.feature_width, len(schema.types) + len(KINDS)
        self.kinds = kinds
        self.left, self.right = nn.Linear(width, width), nn.Linear(width, width)
        self.left_mention, self.right_mention = nn.Linear(width, width), nn.Linear(width, width)
        self.left_factor, self.right_factor = nn.Linear(width, width), nn.Linear(width, width)
        self.context, self.between = nn.Linear(width, width), nn.Linear(width, width)
        self.distance, self.place = nn.Embedding(DISTANCES, size), nn.Embedding(20, size)
        self.kind = nn.Embedding(kinds * kinds, size)
        self.features = nn.Linear(3 * size, width)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, scene: Scene, left: Vectors, right: Vectors, pairs: Pairs) -> Tensor:
        """One vector for every pair."""
        i, j = torch.as_tensor(pairs.left), torch.as_tensor(pairs.right)
        a, b = torch.as_tensor(pairs.left_mention), torch.as_tensor(pairs.right_mention)
        common = (left.attention[:, i] * right.attention[:, j]).sum(0)
        common = common / (common.sum(-1, keepdim=True) + 1e-8)
        low, high = torch.as_tensor(pairs.low), torch.as_tensor(pairs.high)
        between = (scene.sums[high] - scene.sums[low]) / (high - low).clamp(min=1)[:, None]
        place = torch.as_tensor(pairs.rank * 4 + pairs.order * 2 + pairs.same)
        kind = left.kinds[i] * self.kinds + right.kinds[j]
        features = torch.cat([self.distance(torch.as_tensor(pairs.distance)), self.place(place), self.kind(kind)], -1)
        vector = (
            self.left(left.things)[i] + self.right(right.things)[j]
            + self.left_mention(left.mentions)[a] + self.right_mention(right.mentions)[b]
            + self.left_factor(left.things)[i] * self.right_factor(right.things)[j]
            + self.context(common @ scene.words) + self.between(between) + self.features(features)
        )  # fmt: skip
        return self.dropout(torch.relu(vector))


class Heads(nn.Module):
    """All that stands upon the encoder."""

    def __init__(self, hidden: int, schema: Schema, config: NetworkConfig) -> None:
        super().__init__()
        width, modalities = config.width, len(MODALITIES)
        self.types = len(schema.types)
        self.words = WordLayer(hidden, schema, config)
        self.things = ThingLayer(schema, config)
        self.pairs, self.value_pairs = PairLayer(schema, config), PairLayer(schema, config)
        self.relations, self.modality = nn.Linear(width, len(schema.relations)), nn.Linear(width, modalities)
        self.values, self.value_modality = nn.Linear(width, 3), nn.Linear(width, modalities)
        self.attributes, self.metrics = (nn.Linear(width, len(schema.attributes)) for _ in range(2))
        self.status_inner = nn.Linear(2 * width, width)
        self.statuses = nn.Linear(width, len(schema.statuses))
        self.status_modality = nn.Linear(width, modalities)
        self.dropout = nn.Dropout(config.dropout)

    def status_vectors(self, scene: Scene, entities: Vectors) -> Tensor:
        """One vector for every mention, from it and what it attends to."""
        context = entities.mention_attention.mean(0) @ scene.words
        return self.dropout(torch.relu(self.status_inner(torch.cat([entities.mentions, context], -1))))
