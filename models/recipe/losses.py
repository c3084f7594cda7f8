"""The joint loss of one passage."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from models.recipe.config import TrainingConfig
from models.recipe.examples import Example
from models.recipe.labels import IGNORED
from models.recipe.network import Heads, Scene, Vectors


def passage_loss(
    heads: Heads, words: Tensor, tags: Tensor, example: Example, allowed: Tensor, config: TrainingConfig
) -> dict[str, Tensor]:
    """The losses by head, each weighted by the configuration."""
    labels, weight = example.labels, torch.tensor(config.positive_weight)
    parts = {"names": functional.cross_entropy(tags, torch.as_tensor(example.tags))}
    if len(example.entities.kinds):
        scene = heads.words.scene(words)
        entities = heads.things(scene, example.entities, 0)
        i, j = torch.as_tensor(example.pairs.left), torch.as_tensor(example.pairs.right)
        modal, values = [], []
        if len(i):
            vectors = heads.pairs(scene, entities, entities, example.pairs)
            may = allowed[entities.kinds[i], entities.kinds[j]]
            gold = torch.as_tensor(labels.relations)[i, j]
            parts["relations"] = binary(heads.relations(vectors)[may], gold[may], weight, config.cells)
            modal.append((heads.modality(vectors), torch.as_tensor(labels.modality)[i, j]))
        parts["statuses"] = _statuses(heads, scene, entities, example, weight, modal)
        if len(example.values.left):
            units = torch.as_tensor(example.units)
            quantities = heads.things(scene, example.quantities, heads.types, units)
            vectors = heads.value_pairs(scene, quantities, entities, example.values)
            q, e = torch.as_tensor(example.values.left), torch.as_tensor(example.values.right)
            parts["values"] = binary(
                heads.values(vectors), torch.as_tensor(labels.values)[q, e], weight, config.cells / 3
            )
            values.append((heads.attributes(vectors), torch.as_tensor(labels.attributes)[q, e]))
            values.append((heads.metrics(vectors), torch.as_tensor(labels.metrics)[q, e]))
            modal.append((heads.value_modality(vectors), torch.as_tensor(labels.value_modality)[q, e]))
        parts["modality"] = sum((classes(*m) for m in modal), torch.tensor(0.0))
        parts["attributes"] = sum((classes(*v) for v in values), torch.tensor(0.0))
    return {name: config.loss[name] * loss for name, loss in parts.items()}


def _statuses(
    heads: Heads, scene: Scene, entities: Vectors, example: Example, weight: Tensor, modal: list[tuple[Tensor, Tensor]]
) -> Tensor:
    """The loss of statuses; adds the scores and labels of their modality to ``modal``."""
    vectors = heads.status_vectors(scene, entities)
    members = torch.as_tensor(example.entities.members)
    scores = heads.statuses(vectors)[members.clamp(min=0)].masked_fill((members < 0)[..., None], -1e4)
    gold, modality = torch.as_tensor(example.labels.statuses), torch.as_tensor(example.labels.status_modality)
    best = members.gather(1, scores.argmax(1))
    for entity, status in (modality != IGNORED).nonzero().tolist():
        mention = best[entity, status]
        modal.append((heads.status_modality(vectors[mention][None]), modality[entity, status][None]))
    return binary(scores.logsumexp(1), gold, weight, gold.numel())


def binary(scores: Tensor, gold: Tensor, weight: Tensor, cells: float) -> Tensor:
    """Binary cross-entropy with weighted positives: the sum in units of ``cells``, so that every fact counts the same."""
    loss: Tensor = functional.binary_cross_entropy_with_logits(scores, gold, pos_weight=weight, reduction="sum") / cells
    return loss


def classes(scores: Tensor, gold: Tensor) -> Tensor:
    """Mean cross-entropy over the labelled rows; zero without any."""
    if not (gold != IGNORED).any():
        return torch.tensor(0.0)
    return functional.cross_entropy(scores, gold, ignore_index=IGNORED)
