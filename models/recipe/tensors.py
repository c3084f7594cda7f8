"""The tensors of a batch of passages, movable to a device (made by models/recipe/batch.py)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Self

import torch
from torch import Tensor


class Movable:
    """Something whose tensors can be moved to a device."""

    def to(self, device: torch.device) -> Self:
        """The same with all tensors on the device."""
        return type(self)(**{f.name: _moved(getattr(self, f.name), device) for f in fields(self)})  # type: ignore[arg-type]


def _moved(value: Any, device: torch.device) -> Any:
    if isinstance(value, Tensor):
        return value.to(device, non_blocking=True)
    return value.to(device) if isinstance(value, Movable) else value


@dataclass(frozen=True, slots=True)
class WordBatch(Movable):
    """Pieces (batch x pieces) with the flat number of their word (the last number for none), features of words
    (batch x words), which of these are real, and the weight of each in the loss of names.
    """

    ids: Tensor
    mask: Tensor
    marks: Tensor
    piece_words: Tensor
    shapes: Tensor
    glued: Tensor
    matched: Tensor
    found: Tensor
    real: Tensor
    tags: Tensor
    weights: Tensor


@dataclass(frozen=True, slots=True)
class Places(Movable):
    """Rows of several passages laid side by side: ``padded`` (passages x most rows) are their numbers, any number where a
    passage has fewer; ``back`` is the place of every row in that.
    """

    padded: Tensor
    back: Tensor


@dataclass(frozen=True, slots=True)
class ThingBatch(Movable):
    """Things as in :class:`~extractor.pipeline.model.layout.Things`, with the passage (``row``) of every mention, and the
    units of quantities; ``places`` are those of the mentions.
    """

    kinds: Tensor
    first: Tensor
    last: Tensor
    owner: Tensor
    reference: Tensor
    members: Tensor
    row: Tensor
    units: Tensor
    places: Places


@dataclass(frozen=True, slots=True)
class PairBatch(Movable):
    """Pairs as in :class:`~extractor.pipeline.model.layout.Pairs`; ``place`` joins rank, order and sentence."""

    left: Tensor
    right: Tensor
    left_mention: Tensor
    right_mention: Tensor
    low: Tensor
    high: Tensor
    distance: Tensor
    place: Tensor
    row: Tensor
    places: Places


@dataclass(frozen=True, slots=True)
class Classes(Movable):
    """Labels of one-of-many heads: the rows that have one, the label, and its weight (1 over the passage's rows)."""

    rows: Tensor
    labels: Tensor
    weights: Tensor


@dataclass(frozen=True, slots=True)
class Sources(Movable):
    """Facts whose source is known: their rows, their passages, the places of the passages' speakers as codes (facts x
    speakers) and the label (0 for nobody, 1 + n for the nth speaker).
    """

    rows: Tensor
    passages: Tensor
    codes: Tensor
    labels: Tensor
    weights: Tensor


@dataclass(frozen=True, slots=True)
class Batch(Movable):
    """A batch with all its labels. ``speakers`` are the things that may speak (passages x speakers, -1 for none)."""

    size: int
    words: WordBatch
    entities: ThingBatch
    quantities: ThingBatch
    pairs: PairBatch
    values: PairBatch
    speakers: Tensor
    relations: Tensor
    modality: Classes
    relation_sources: Sources
    value_labels: Tensor
    attributes: Classes
    metrics: Classes
    value_modality: Classes
    value_sources: Sources
    statuses: Tensor
    status_weights: Tensor
    status_modality: Classes
    status_codes: Tensor
    status_sources: Sources
