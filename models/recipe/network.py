"""The network: one shared encoder with heads for names, relations, values, statuses, modality and sources.

Entity vectors by logsumexp over mentions and the localized context of a pair follow ATLOP (Zhou et al., AAAI 2021,
equations 2 and 6 to 8), here over words and with attention of its own instead of the encoder's. All passages of a batch go
through together (models/recipe/batch.py).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from extractor.pipeline.model.layout import DISTANCES, KINDS
from extractor.pipeline.model.words import SHAPES
from models.recipe.config import NetworkConfig
from models.recipe.schema import MODALITIES, Schema
from models.recipe.tensors import PairBatch, Places, ThingBatch, WordBatch


@dataclass(slots=True)
class Scene:
    """Word vectors of a batch (passages x words x width), their running sums (one longer), and the attention of every word
    to the words of its passage (passages x words x heads x words).
    """

    words: Tensor
    sums: Tensor
    attention: Tensor

    def at(self, passages: Tensor, words: Tensor) -> Tensor:
        """The vectors of some words."""
        return rows(self.words.flatten(0, 1), passages * self.words.shape[1] + words)

    def sum(self, passages: Tensor, first: Tensor, end: Tensor) -> Tensor:
        """The sums of the words from ``first`` on before ``end``."""
        flat, start = self.sums.flatten(0, 1), passages * self.sums.shape[1]
        return rows(flat, start + end) - rows(flat, start + first)

    def attended(self, passages: Tensor, words: Tensor) -> Tensor:
        """What some words attend to: words x heads x words."""
        return rows(self.attention.flatten(0, 1), passages * self.words.shape[1] + words)


@dataclass(slots=True)
class Vectors:
    """Vectors and attention (things x heads x words) of things and of their mentions."""

    things: Tensor
    mentions: Tensor
    attention: Tensor
    mention_attention: Tensor
    kinds: Tensor


class Table(nn.Embedding):
    """An embedding of few rows as a matrix product: its gradient costs a GPU a fraction of an embedding's."""

    def forward(self, numbers: Tensor) -> Tensor:
        """The rows of the numbers."""
        if not numbers.is_cuda:
            return super().forward(numbers)
        return functional.one_hot(numbers, self.num_embeddings).to(self.weight.dtype) @ self.weight


def rows(table: Tensor, numbers: Tensor) -> Tensor:
    """Rows of a tensor; the gradient of ``index_select`` is cheaper than that of indexing."""
    return table.index_select(0, numbers)


def weighted(weights: Tensor, words: Tensor, places: Places) -> Tensor:
    """The words of the own passage, weighted: ``weights`` (rows x words), one vector for every row."""
    if not len(weights):
        return words.new_zeros(0, words.shape[-1])
    padded = rows(weights, places.padded.flatten()).view(*places.padded.shape, weights.shape[-1])
    return rows((padded @ words).flatten(0, 1), places.back)


class WordLayer(nn.Module):
    """Word vectors from encoder vectors (mean of pieces) and features; tag scores beside them; scenes."""

    def __init__(self, hidden: int, schema: Schema, config: NetworkConfig) -> None:
        super().__init__()
        size, names = config.feature_width, 1 + 2 * len(schema.types)
        self.shape, self.glued = Table(len(SHAPES), size), Table(2, 8)
        self.matched, self.found = Table(names, size), Table(names, size)
        self.inner = nn.Linear(hidden + 3 * size + 8, config.width)
        self.tags = nn.Linear(hidden + 3 * size + 8 + config.width, names)
        self.query = nn.Linear(config.width, config.heads * config.head_width)
        self.key = nn.Linear(config.width, config.heads * config.head_width)
        self.heads = config.heads
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, vectors: Tensor, batch: WordBatch) -> tuple[Tensor, Tensor]:
        """Tag scores and word vectors."""
        features = [
            self.shape(batch.shapes), self.glued(batch.glued), self.matched(batch.matched), self.found(batch.found)
        ]  # fmt: skip
        raw = torch.cat([vectors, *features], -1)
        words = torch.relu(self.inner(self.dropout(raw)))
        tags = self.tags(self.dropout(torch.cat([raw, words], -1)))
        return tags, words * batch.real[..., None]

    def scene(self, words: Tensor, real: Tensor) -> Scene:
        """The scene of word vectors; ``real`` (passages x words) tells words from padding."""
        size, width, _ = words.shape
        q, k = (f(words).view(size, width, self.heads, -1).transpose(1, 2) for f in (self.query, self.key))
        scores = (q @ k.transpose(2, 3) / q.shape[-1] ** 0.5).masked_fill(~real[:, None, None], -1e4)
        sums = torch.cat([torch.zeros_like(words[:, :1]), words.cumsum(1)], 1)
        return Scene(words, sums, torch.softmax(scores, -1).transpose(1, 2))


class ThingLayer(nn.Module):
    """Vectors of mentions (first, last and mean word, kind) and of things (logsumexp over mentions)."""

    def __init__(self, schema: Schema, config: NetworkConfig) -> None:
        super().__init__()
        self.kinds = len(schema.types) + len(KINDS)
        self.kind = Table(2 * self.kinds, config.feature_width)
        self.unit = Table(1 + len(schema.units), config.feature_width)
        self.mention = nn.Linear(3 * config.width + 2 * config.feature_width, config.width)

    def forward(self, scene: Scene, things: ThingBatch, offset: int) -> Vectors:
        """The vectors of things; ``offset`` is added to their kinds (quantities follow the types)."""
        first, last, row, kinds = things.first, things.last, things.row, things.kinds + offset
        parts = [
            scene.at(row, first),
            scene.at(row, last),
            scene.sum(row, first, last + 1) / (last + 1 - first)[:, None],
            self.kind(kinds[things.owner] + things.reference * self.kinds),
            self.unit(things.units[things.owner]),
        ]
        mentions = torch.tanh(self.mention(torch.cat(parts, -1)))
        attention = (scene.attended(row, first) + scene.attended(row, last)) / 2
        absent = things.members < 0
        members = rows(mentions, things.members.clamp(min=0).flatten()).view(*things.members.shape, mentions.shape[-1])
        pooled = members.masked_fill(absent[..., None], -1e4).logsumexp(1)
        share = (1 / (~absent).sum(1).clamp(min=1))[things.owner]
        mixed = torch.zeros(len(absent), *attention.shape[1:], device=attention.device)
        mixed = mixed.index_add(0, things.owner, share[:, None, None] * attention)
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
        self.distance, self.place = Table(DISTANCES, size), Table(20, size)
        self.kind = Table(kinds * kinds, size)
        self.features = nn.Linear(3 * size, width)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, scene: Scene, left: Vectors, right: Vectors, pairs: PairBatch) -> Tensor:
        """One vector for every pair."""
        i, j, a, b = pairs.left, pairs.right, pairs.left_mention, pairs.right_mention
        common = (rows(left.attention, i) * rows(right.attention, j)).sum(1)
        common = common / (common.sum(-1, keepdim=True) + 1e-8)
        context = weighted(common, scene.words, pairs.places)
        length = (pairs.high - pairs.low).clamp(min=1)[:, None]
        between = scene.sum(pairs.row, pairs.low, pairs.high) / length
        kind = left.kinds[i] * self.kinds + right.kinds[j]
        features = torch.cat([self.distance(pairs.distance), self.place(pairs.place), self.kind(kind)], -1)
        vector = (
            rows(self.left(left.things), i) + rows(self.right(right.things), j)
            + rows(self.left_mention(left.mentions), a) + rows(self.right_mention(right.mentions), b)
            + rows(self.left_factor(left.things), i) * rows(self.right_factor(right.things), j)
            + self.context(context) + self.between(between) + self.features(features)
        )  # fmt: skip
        return self.dropout(torch.relu(vector))


class SourceLayer(nn.Module):
    """Who says a fact: nobody, or one of the persons and organisations of the passage, by the fact's and their vectors and
    by where they stand.
    """

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        size = config.heads * config.head_width
        self.key = nn.Linear(config.width, size)
        self.relation, self.value, self.status = (nn.Linear(config.width, size + 1) for _ in range(3))
        self.place = Table(4 * DISTANCES, 1)

    def forward(self, kind: str, facts: Tensor, things: Tensor, speakers: Tensor, codes: Tensor) -> Tensor:
        """Scores of nobody and of every speaker; ``speakers`` (facts x speakers) are numbers of things, -1 for none."""
        query = getattr(self, kind)(facts)
        keys = self.key(things)
        keys = rows(keys, speakers.clamp(min=0).flatten()).view(*speakers.shape, keys.shape[-1])
        scores = (keys * query[:, None, 1:]).sum(-1) / keys.shape[-1] ** 0.5 + self.place(codes)[..., 0]
        return torch.cat([query[:, :1], scores.masked_fill(speakers < 0, -1e4)], 1)


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
        self.sources = SourceLayer(config)
        self.dropout = nn.Dropout(config.dropout)

    def status_vectors(self, scene: Scene, entities: Vectors, things: ThingBatch) -> Tensor:
        """One vector for every mention, from it and what it attends to."""
        context = weighted(entities.mention_attention.mean(1), scene.words, things.places)
        return self.dropout(torch.relu(self.status_inner(torch.cat([entities.mentions, context], -1))))
