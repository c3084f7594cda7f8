"""Figures of the heads on held-out passages: names by mention, facts between gold entities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import nn

from extractor.pipeline.model.tags import spans_of, viterbi
from models.recipe.encoder import encode
from models.recipe.examples import Example
from models.recipe.features import features
from models.recipe.network import Heads
from models.recipe.schema import Schema

GRID = tuple(np.round(np.arange(0.1, 0.95, 0.05), 2))


@torch.no_grad()
def evaluate(encoder: nn.Module, heads: Heads, examples: list[Example], schema: Schema) -> dict[str, Any]:
    """F1 of names, relations, specs, comparisons and statuses at the best single threshold, and modality accuracy."""
    encoder.eval()
    heads.eval()
    spans = [0, 0, 0]
    cells: dict[str, list[tuple[np.ndarray, np.ndarray]]] = {}
    modality = [0, 0]
    for example in examples:
        seen = features(example)
        vectors = encode(encoder, [example.window], [seen.marks], bfloat16=False)[0]
        tags, words = heads.words(vectors, *seen.heads)
        gold = {tuple(s) for s in spans_of(example.tags.tolist())}
        ours = {tuple(s) for s in decode(tags)}
        spans = [spans[0] + len(gold & ours), spans[1] + len(ours), spans[2] + len(gold)]
        for name, scores, truth in score(heads, words, example, schema, modality):
            cells.setdefault(name, []).append((torch.sigmoid(scores).numpy().ravel(), truth.ravel()))
    figures: dict[str, Any] = {"names": f1(*spans)}
    for name, pairs in sorted(cells.items()):
        chance, truth = (np.concatenate(part) for part in zip(*pairs, strict=True))
        figures[name] = max(
            (f1(int((truth * (chance >= t)).sum()), int((chance >= t).sum()), int(truth.sum())), t) for t in GRID
        )
    figures["modality"] = round(modality[0] / max(1, modality[1]), 3)
    return figures


def decode(tags: torch.Tensor) -> list[tuple[int, int, int]]:
    """Names by Viterbi."""
    return spans_of(viterbi(torch.log_softmax(tags, -1).numpy()))


def score(
    heads: Heads, words: torch.Tensor, example: Example, schema: Schema, modality: list[int]
) -> Iterator[tuple[str, torch.Tensor, Any]]:
    """Yield (head, scores, gold) of one passage."""
    if not len(example.entities.kinds):
        return
    allowed = torch.as_tensor(schema.allowed)
    scene = heads.words.scene(words)
    entities = heads.things(scene, example.entities, 0)
    if len(example.pairs.left):
        vectors = heads.pairs(scene, entities, entities, example.pairs)
        i, j = example.pairs.left, example.pairs.right
        may = allowed[entities.kinds[i], entities.kinds[j]].numpy()
        scores = heads.relations(vectors)
        yield "relations", scores[may], example.labels.relations[i, j][may]
        gold = example.labels.modality[i, j]
        guess = heads.modality(vectors).argmax(-1).numpy()
        modality[0] += int((guess == gold).sum())
        modality[1] += int((gold >= 0).sum())
    members = torch.as_tensor(example.entities.members)
    mentions = heads.statuses(heads.status_vectors(scene, entities))[members.clamp(min=0)]
    yield "statuses", mentions.masked_fill((members < 0)[..., None], -1e4).logsumexp(1), example.labels.statuses
    if len(example.values.left):
        quantities = heads.things(scene, example.quantities, heads.types, torch.as_tensor(example.units))
        vectors = heads.value_pairs(scene, quantities, entities, example.values)
        q, e = example.values.left, example.values.right
        scores, gold = heads.values(vectors), example.labels.values[q, e]
        yield "specs", scores[:, 0], gold[:, 0]
        yield "compared", scores[:, 1], gold[:, 1]
        yield "baselines", scores[:, 2], gold[:, 2]
        rows = gold[:, 0] > 0
        if rows.any():
            right = heads.attributes(vectors).argmax(-1).numpy() == example.labels.attributes[q, e]
            yield "attributes right", torch.tensor(np.where(right[rows], 9.0, -9.0)), np.ones(int(rows.sum()))


def f1(hit: int, ours: int, gold: int) -> float:
    """The harmonic mean of precision and recall."""
    return round(2 * hit / max(1, ours + gold), 3)
