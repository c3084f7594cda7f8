"""Teachers: larger networks whose judgement softens the labels that the shipped one learns from.

Knowledge distillation (Hinton et al., 2015, arXiv 1503.02531) with cross-fitting: every teacher learnt without one fold of
the corpus and labels that fold, so that what it says of a passage is no memory of the annotation. Where annotators decided
one way here and another there, the soft label says so.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.recipe.encoder import encode
from models.recipe.losses import status_scores
from models.recipe.network import Heads, rows
from models.recipe.tensors import Batch, Classes


class Teachers:
    """One teacher for every fold; ``share`` of each label is theirs."""

    def __init__(self, teachers: Sequence[tuple[nn.Module, Heads]], share: float, positive_weight: float) -> None:
        self.teachers = teachers
        self.share = share
        # The loss weights positives, and so the teachers' odds are that much too high: taken back here, since the student's
        # loss weights them again.
        self.excess = math.log(positive_weight)
        for parts in teachers:
            for part in parts:
                part.eval().requires_grad_(False)

    @torch.no_grad()
    def soften(self, batch: Batch, fold: int) -> Batch:
        """The batch, whose passages are all of one fold, with soft labels (all but sources and the statuses' modality)."""
        encoder, heads = self.teachers[fold]
        tags, words = heads.words(encode(encoder, batch.words, bfloat16=False), batch.words)
        scene = heads.words.scene(words, batch.words.real)
        entities = heads.things(scene, batch.entities, 0)
        statuses = status_scores(heads, heads.status_vectors(scene, entities, batch.entities), batch.entities.members)
        soft = replace(
            batch,
            words=replace(batch.words, tags=self._classes(batch.words.tags, tags)),
            statuses=self._cells(batch.statuses, statuses.logsumexp(1)),
        )
        if len(batch.pairs.left):
            vectors = heads.pairs(scene, entities, entities, batch.pairs)
            soft = replace(
                soft,
                relations=self._cells(batch.relations, heads.relations(vectors)),
                modality=self._rows(batch.modality, heads.modality, vectors),
            )
        if len(batch.values.left):
            quantities = heads.things(scene, batch.quantities, heads.types)
            vectors = heads.value_pairs(scene, quantities, entities, batch.values)
            soft = replace(
                soft,
                value_labels=self._cells(batch.value_labels, heads.values(vectors)),
                attributes=self._rows(batch.attributes, heads.attributes, vectors),
                metrics=self._rows(batch.metrics, heads.metrics, vectors),
                value_modality=self._rows(batch.value_modality, heads.value_modality, vectors),
            )
        return soft

    def _cells(self, gold: Tensor, scores: Tensor) -> Tensor:
        return (1 - self.share) * gold + self.share * torch.sigmoid(scores - self.excess)

    def _classes(self, gold: Tensor, scores: Tensor) -> Tensor:
        hard = functional.one_hot(gold, scores.shape[-1]).to(scores.dtype)
        return (1 - self.share) * hard + self.share * torch.softmax(scores, -1)

    def _rows(self, labels: Classes, head: nn.Module, vectors: Tensor) -> Classes:
        scores = head(rows(vectors, labels.rows))
        return replace(labels, labels=self._classes(labels.labels, scores))
