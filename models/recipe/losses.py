"""The joint loss of a batch: the sum of its passages' losses over their number."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from models.recipe.config import TrainingConfig
from models.recipe.network import Heads, Scene, Vectors, rows
from models.recipe.tensors import Batch, Classes, Sources


def batch_loss(
    heads: Heads, words: Tensor, tags: Tensor, batch: Batch, allowed: Tensor, config: TrainingConfig
) -> dict[str, Tensor]:
    """The losses by head, each weighted by the configuration; sums over the passages."""
    weight = torch.tensor(config.positive_weight, device=words.device)
    names = functional.cross_entropy(tags.flatten(0, 1), batch.words.tags.flatten(0, 1), reduction="none")
    parts = {"names": (names * batch.words.weights.flatten()).sum()}
    scene = heads.words.scene(words, batch.words.real)
    entities = heads.things(scene, batch.entities, 0)
    modal, labels, sources = [], [], []
    if len(batch.pairs.left):
        vectors = heads.pairs(scene, entities, entities, batch.pairs)
        may = allowed[entities.kinds[batch.pairs.left], entities.kinds[batch.pairs.right]]
        cells = binary(heads.relations(vectors), batch.relations, weight)
        parts["relations"] = (cells * may).sum() / config.cells
        modal.append(classes(heads.modality, vectors, batch.modality))
        sources.append(sourced(heads, "relation", vectors, entities, batch, batch.relation_sources))
    if len(batch.values.left):
        quantities = heads.things(scene, batch.quantities, heads.types)
        vectors = heads.value_pairs(scene, quantities, entities, batch.values)
        cells = binary(heads.values(vectors), batch.value_labels, weight)
        parts["values"] = cells.sum() / (config.cells / 3)
        labels.append(classes(heads.attributes, vectors, batch.attributes))
        labels.append(classes(heads.metrics, vectors, batch.metrics))
        modal.append(classes(heads.value_modality, vectors, batch.value_modality))
        sources.append(sourced(heads, "value", vectors, entities, batch, batch.value_sources))
    parts["statuses"] = _statuses(heads, scene, entities, batch, weight, modal, sources)
    parts |= {"modality": total(modal), "attributes": total(labels).to(words.device), "sources": total(sources)}
    return {name: config.loss[name] * loss for name, loss in parts.items()}


def _statuses(
    heads: Heads,
    scene: Scene,
    entities: Vectors,
    batch: Batch,
    weight: Tensor,
    modal: list[Tensor],
    sources: list[Tensor],
) -> Tensor:
    """The loss of statuses; adds those of their modality and sources, each for the mention with the highest score."""
    vectors = heads.status_vectors(scene, entities, batch.entities)
    members = batch.entities.members
    scores = status_scores(heads, vectors, members)
    best = members.gather(1, scores.argmax(1)).flatten()
    chosen = rows(vectors, best[batch.status_modality.rows])
    found = functional.cross_entropy(heads.status_modality(chosen), batch.status_modality.labels, reduction="none")
    modal.append((found * batch.status_modality.weights).sum())
    ours = batch.status_sources
    mentions = best[ours.rows]
    scored = heads.sources(
        "status", rows(vectors, mentions), entities.things, batch.speakers[ours.passages], batch.status_codes[mentions]
    )
    sources.append((functional.cross_entropy(scored, ours.labels, reduction="none") * ours.weights).sum())
    return (binary(scores.logsumexp(1), batch.statuses, weight).sum(1) * batch.status_weights).sum()


def status_scores(heads: Heads, vectors: Tensor, members: Tensor) -> Tensor:
    """Scores of the statuses of every thing's mentions: things x most mentions x statuses."""
    scores = heads.statuses(vectors)
    scores = rows(scores, members.clamp(min=0).flatten()).view(*members.shape, scores.shape[-1])
    return scores.masked_fill((members < 0)[..., None], -1e4)


def binary(scores: Tensor, gold: Tensor, weight: Tensor) -> Tensor:
    """Binary cross-entropy of every cell with weighted positives."""
    return functional.binary_cross_entropy_with_logits(scores, gold, pos_weight=weight, reduction="none")


def classes(head: torch.nn.Module, vectors: Tensor, labels: Classes) -> Tensor:
    """Weighted cross-entropy over the labelled rows."""
    scores = head(rows(vectors, labels.rows))
    return (functional.cross_entropy(scores, labels.labels, reduction="none") * labels.weights).sum()


def sourced(heads: Heads, kind: str, vectors: Tensor, entities: Vectors, batch: Batch, facts: Sources) -> Tensor:
    """The loss of the sources of facts of a kind."""
    scores = heads.sources(
        kind, rows(vectors, facts.rows), entities.things, batch.speakers[facts.passages], facts.codes
    )
    return (functional.cross_entropy(scores, facts.labels, reduction="none") * facts.weights).sum()


def total(losses: list[Tensor]) -> Tensor:
    """The sum of some losses, zero of none."""
    return torch.stack(losses).sum() if losses else torch.zeros(())
