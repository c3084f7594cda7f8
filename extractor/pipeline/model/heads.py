"""The heads of the trained model in numpy: the arithmetic of ``models/recipe/network.py`` without torch.

Entity vectors by logsumexp over mentions and the common context of a pair follow ATLOP (Zhou et al., AAAI 2021).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from extractor.pipeline.model.layout import Pairs, Things

Array = Any  # an ndarray of float32; numpy's own annotations lose the precision at every operation
ABSENT = -1e4


@dataclass(frozen=True, slots=True)
class Scene:
    """Word vectors of a window, their running sums, and the attention between words (heads x words x words)."""

    words: Array
    sums: Array
    attention: Array


@dataclass(frozen=True, slots=True)
class Vectors:
    """Vectors and attention of things and of their mentions; ``kinds`` with the offset of quantities."""

    things: Array
    mentions: Array
    attention: Array
    mention_attention: Array
    kinds: Any


class Heads:
    """All that stands upon the encoder; ``weights`` are the arrays of the trained network by their names in it."""

    def __init__(self, weights: Mapping[str, Array], heads: int, kinds: int) -> None:
        self.weights = weights
        self.heads = heads
        self.kinds = kinds

    def linear(self, name: str, x: Array) -> Array:
        """A linear layer."""
        return x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def embed(self, name: str, numbers: Any) -> Array:
        """Rows of an embedding table."""
        return self.weights[f"{name}.weight"][numbers]

    def words(self, vectors: Array, shapes: Any, glued: Any, matched: Any, found: Any) -> tuple[Array, Array]:
        """Tag scores of words, and their vectors."""
        features = [
            self.embed("words.shape", shapes),
            self.embed("words.glued", glued),
            self.embed("words.matched", matched),
            self.embed("words.found", found),
        ]
        raw = np.concatenate([vectors, *features], -1)
        words = np.maximum(self.linear("words.inner", raw), 0)
        return self.linear("words.tags", np.concatenate([raw, words], -1)), words

    def scene(self, words: Array) -> Scene:
        """The scene of word vectors."""
        query, key = (
            self.linear(f"words.{name}", words).reshape(len(words), self.heads, -1).transpose(1, 0, 2)
            for name in ("query", "key")
        )
        attention = softmax(query @ key.transpose(0, 2, 1) / np.float32(query.shape[-1] ** 0.5))
        sums = np.concatenate([np.zeros_like(words[:1]), words.cumsum(0)])
        return Scene(words, sums, attention)

    def vectors(self, scene: Scene, things: Things, offset: int, units: Any = 0) -> Vectors:
        """The vectors of things; ``offset`` is added to their kinds."""
        first, last, kinds = things.first, things.last, things.kinds + offset
        mean = (scene.sums[last + 1] - scene.sums[first]) / (last + 1 - first)[:, None].astype(np.float32)
        kind = self.embed("things.kind", kinds[things.owner] + things.reference * self.kinds)
        unit = self.embed("things.unit", np.broadcast_to(units, kinds.shape))[things.owner]
        parts = [scene.words[first], scene.words[last], mean, kind, unit]
        mentions = np.tanh(self.linear("things.mention", np.concatenate(parts, -1)))
        attention = (scene.attention[:, first] + scene.attention[:, last]) / 2
        absent, members = things.members < 0, np.maximum(things.members, 0)
        pooled = logsumexp(np.where(absent[..., None], np.float32(ABSENT), mentions[members]))
        weights = (~absent / (~absent).sum(1, keepdims=True)).astype(np.float32)
        mixed = np.einsum("tm,htmw->htw", weights, attention[:, members])
        return Vectors(pooled, mentions, mixed, attention, kinds)

    def pairs(self, layer: str, scene: Scene, left: Vectors, right: Vectors, pairs: Pairs) -> Array:
        """One vector for every pair."""
        i, j, a, b = pairs.left, pairs.right, pairs.left_mention, pairs.right_mention
        common = sum(left.attention[h, i] * right.attention[h, j] for h in range(self.heads))
        common = common / (common.sum(-1, keepdims=True) + 1e-8)
        length = np.maximum(pairs.high - pairs.low, 1)[:, None].astype(np.float32)
        between = (scene.sums[pairs.high] - scene.sums[pairs.low]) / length
        place = pairs.rank * 4 + pairs.order * 2 + pairs.same
        features = [
            self.embed(f"{layer}.distance", pairs.distance),
            self.embed(f"{layer}.place", place),
            self.embed(f"{layer}.kind", left.kinds[i] * self.kinds + right.kinds[j]),
        ]
        vector = (
            self.linear(f"{layer}.left", left.things)[i]
            + self.linear(f"{layer}.right", right.things)[j]
            + self.linear(f"{layer}.left_mention", left.mentions)[a]
            + self.linear(f"{layer}.right_mention", right.mentions)[b]
            + self.linear(f"{layer}.left_factor", left.things)[i]
            * self.linear(f"{layer}.right_factor", right.things)[j]
            + self.linear(f"{layer}.context", common @ scene.words)
            + self.linear(f"{layer}.between", between)
            + self.linear(f"{layer}.features", np.concatenate(features, -1))
        )
        return np.maximum(vector, 0)

    def statuses(self, scene: Scene, entities: Vectors) -> tuple[Array, Array, Array]:
        """Scores of statuses and of their modality for every mention, and its vector."""
        context = entities.mention_attention.mean(0) @ scene.words
        vectors = np.maximum(self.linear("status_inner", np.concatenate([entities.mentions, context], -1)), 0)
        return self.linear("statuses", vectors), self.linear("status_modality", vectors), vectors

    @property
    def tell_sources(self) -> bool:
        """Whether the weights hold the head of sources (those of older models do not)."""
        return "sources.key.weight" in self.weights

    def sources(self, kind: str, facts: Array, speakers: Array, codes: Any) -> Array:
        """Chances of nobody and of every speaker to say some facts; ``speakers`` are vectors of things, ``codes`` the places
        of the speakers (facts x speakers).
        """
        query, keys = self.linear(f"sources.{kind}", facts), self.linear("sources.key", speakers)
        scores = query[:, 1:] @ keys.T / np.float32(keys.shape[-1] ** 0.5) + self.embed("sources.place", codes)[..., 0]
        return softmax(np.concatenate([query[:, :1], scores], 1))


def softmax(scores: Array) -> Array:
    """Softmax over the last axis."""
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


def sigmoid(scores: Array) -> Array:
    """The logistic function."""
    return 1 / (1 + np.exp(-np.clip(scores, -30, 30)))


def logsumexp(scores: Array) -> Array:
    """Logarithm of the sum of exponentials over axis 1."""
    top = scores.max(1, keepdims=True)
    return np.log(np.exp(scores - top).sum(1)) + top[:, 0]
