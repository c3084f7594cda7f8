"""Figures of the heads on held-out passages: names by mention, facts between gold entities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from extractor.pipeline.model.tags import spans_of, viterbi
from models.recipe.batch import batch_of
from models.recipe.encoder import encode
from models.recipe.examples import Example
from models.recipe.network import Heads
from models.recipe.schema import Schema
from models.recipe.tensors import Batch, Classes, Sources

GRID = tuple(np.round(np.arange(0.1, 0.95, 0.05), 2))
SIZE = 16
Counts = dict[str, list[int]]


@torch.no_grad()
def evaluate(encoder: nn.Module, heads: Heads, examples: Sequence[Example], schema: Schema) -> dict[str, Any]:
    """F1 of names, relations, specs, comparisons and statuses at the best single threshold; the share of right attributes,
    modalities and sources (of facts that have one), and of facts said by nobody to which the model gives a source.
    """
    encoder.eval()
    heads.eval()
    device = next(encoder.parameters()).device
    allowed = torch.as_tensor(schema.allowed, device=device)
    spans = [0, 0, 0]
    cells: dict[str, list[tuple[Any, Any]]] = {}
    counts: Counts = {}
    for start in range(0, len(examples), SIZE):
        part = examples[start : start + SIZE]
        batch = batch_of(part, schema).to(device)
        tags, words = heads.words(encode(encoder, batch.words, bfloat16=False), batch.words)
        for row, example in enumerate(part):
            gold = {tuple(s) for s in spans_of(example.sketch.tags)}
            ours = {tuple(s) for s in decode(tags[row, : len(example.sketch.tags)])}
            spans = [spans[0] + len(gold & ours), spans[1] + len(ours), spans[2] + len(gold)]
        for name, scores, truth in score(heads, words, batch, allowed, counts):
            cells.setdefault(name, []).append((torch.sigmoid(scores).cpu().numpy(), truth.cpu().numpy()))
    figures: dict[str, Any] = {"names": f1(*spans)}
    for name, pairs in sorted(cells.items()):
        chance, truth = (np.concatenate(part) for part in zip(*pairs, strict=True))
        figures[name] = max(
            (f1(int((truth * (chance >= t)).sum()), int((chance >= t).sum()), int(truth.sum())), t) for t in GRID
        )
    return figures | {name: round(right / max(1, all_), 3) for name, (right, all_) in sorted(counts.items())}


def decode(tags: Tensor) -> list[tuple[int, int, int]]:
    """Names by Viterbi."""
    return spans_of(viterbi(torch.log_softmax(tags, -1).cpu().numpy()))


def score(
    heads: Heads, words: Tensor, batch: Batch, allowed: Tensor, counts: Counts
) -> Iterator[tuple[str, Tensor, Tensor]]:
    """Yield (head, scores, gold) of a batch, and count the right modalities, attributes and sources."""
    scene = heads.words.scene(words, batch.words.real)
    entities = heads.things(scene, batch.entities, 0)
    vectors = heads.pairs(scene, entities, entities, batch.pairs)
    may = allowed[entities.kinds[batch.pairs.left], entities.kinds[batch.pairs.right]]
    yield "relations", heads.relations(vectors)[may], batch.relations[may]
    _right(counts, "modality", heads.modality, vectors, batch.modality)
    _sourced(counts, heads, "relation", vectors, entities.things, batch, batch.relation_sources)
    members = batch.entities.members
    mentions = heads.statuses(heads.status_vectors(scene, entities, batch.entities))[members.clamp(min=0)]
    scores = mentions.masked_fill((members < 0)[..., None], -1e4).logsumexp(1)
    yield "statuses", scores.flatten(), batch.statuses.flatten()
    if len(batch.values.left):
        quantities = heads.things(scene, batch.quantities, heads.types)
        vectors = heads.value_pairs(scene, quantities, entities, batch.values)
        scores = heads.values(vectors)
        for number, name in enumerate(("specs", "compared", "baselines")):
            yield name, scores[:, number], batch.value_labels[:, number]
        _right(counts, "attributes", heads.attributes, vectors, batch.attributes)
        _sourced(counts, heads, "value", vectors, entities.things, batch, batch.value_sources)


def _right(counts: Counts, name: str, head: nn.Module, vectors: Tensor, labels: Classes) -> None:
    right = head(vectors[labels.rows]).argmax(-1) == labels.labels
    _add(counts, name, right)


def _sourced(
    counts: Counts, heads: Heads, kind: str, vectors: Tensor, things: Tensor, batch: Batch, facts: Sources
) -> None:
    guess = heads.sources(kind, vectors[facts.rows], things, batch.speakers[facts.passages], facts.codes).argmax(-1)
    said = facts.labels > 0
    _add(counts, "sources", (guess == facts.labels)[said])
    _add(counts, "invented sources", guess[~said] > 0)


def _add(counts: Counts, name: str, right: Tensor) -> None:
    so_far = counts.setdefault(name, [0, 0])
    counts[name] = [so_far[0] + int(right.sum()), so_far[1] + right.numel()]


def f1(hit: int, ours: int, gold: int) -> float:
    """The harmonic mean of precision and recall."""
    return round(2 * hit / max(1, ours + gold), 3)
