"""Batches: examples laid one behind the other as tensors, with the places of each shifted behind the last one's.

Words are padded to the longest passage of the batch; things and pairs are not padded.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Self

import numpy as np
import torch
from torch import Tensor

from extractor.pipeline.model.layout import SPEAKERS, Pairs, Things, speakers_of
from models.recipe.examples import Example
from models.recipe.features import features
from models.recipe.labels import IGNORED
from models.recipe.schema import Schema


class Movable:
    """Something whose tensors can be moved to a device."""

    def to(self, device: torch.device) -> Self:
        """The same with all tensors on the device."""
        return type(self)(**{f.name: _moved(getattr(self, f.name), device) for f in fields(self)})  # type: ignore[arg-type]


def _moved(value: Any, device: torch.device) -> Any:
    if isinstance(value, Tensor) or (is_dataclass(value) and not isinstance(value, type)):
        return value.to(device, non_blocking=True) if isinstance(value, Tensor) else value.to(device)  # type: ignore[union-attr]
    return value


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


def batch_of(
    examples: Sequence[Example], schema: Schema, rng: random.Random | None = None, hidden: float = 0.0
) -> Batch:
    """The batch of some examples; with ``rng`` the rules' names of a share ``hidden`` are hidden (training)."""
    width = max(len(example.sketch.shapes) for example in examples)
    entities = [example.entities for example in examples]
    quantities = [example.quantities for example in examples]
    speaking = [_speakers(example, schema) for example in examples]
    most = max(1, *(len(ours) for ours in speaking))
    shifts = np.cumsum([0, *(len(things.kinds) for things in entities)])
    speakers = np.full((len(examples), most), -1)
    for row, ours in enumerate(speaking):
        speakers[row, : len(ours)] = np.array(ours, int) + shifts[row]
    pairs, values = [example.pairs for example in examples], [example.values for example in examples]
    labels = [example.labels for example in examples]
    at = [(pair.left, pair.right) for pair in pairs]
    there = [(pair.left, pair.right) for pair in values]
    pair_places = [
        np.maximum(e.first[p.left_mention], e.first[p.right_mention]) for e, p in zip(entities, pairs, strict=True)
    ]
    value_places = [q.first[p.left_mention] for q, p in zip(quantities, values, strict=True)]
    told = [[label[at_] for label, at_ in zip(which, places, strict=True)] for which, places in (
        ([one.modality for one in labels], at), ([one.sources for one in labels], at),
        ([one.attributes for one in labels], there), ([one.metrics for one in labels], there),
        ([one.value_modality for one in labels], there), ([one.value_sources for one in labels], there),
    )]  # fmt: skip
    return Batch(
        size=len(examples),
        words=_words(examples, width, rng, hidden),
        entities=_things(entities, [np.zeros(len(e.kinds), int) for e in entities]),
        quantities=_things(quantities, [np.array(example.sketch.units, int) for example in examples]),
        pairs=_pairs(pairs, entities, entities),
        values=_pairs(values, quantities, entities),
        speakers=torch.as_tensor(speakers),
        relations=_joined([label.relations[place] for label, place in zip(labels, at, strict=True)], torch.float),
        modality=_classes(told[0]),
        relation_sources=_sources(told[1], pair_places, examples, speaking, most),
        value_labels=_joined([label.values[place] for label, place in zip(labels, there, strict=True)], torch.float),
        attributes=_classes(told[2]),
        metrics=_classes(told[3]),
        value_modality=_classes(told[4]),
        value_sources=_sources(told[5], value_places, examples, speaking, most),
        statuses=_joined([label.statuses for label in labels], torch.float),
        status_weights=_joined(
            [np.full(len(one.statuses), 1 / max(1, one.statuses.size)) for one in labels], torch.float
        ),
        status_modality=_classes([label.status_modality.ravel() for label in labels], each=True),
        status_codes=_joined(
            [_codes(e.entities.first, e, ours, most) for e, ours in zip(examples, speaking, strict=True)]
        ),
        status_sources=_sources([label.status_sources.ravel() for label in labels], None, examples, speaking, most),
    )


def _words(examples: Sequence[Example], width: int, rng: random.Random | None, hidden: float) -> WordBatch:
    size, pieces = len(examples), max(len(example.sketch.ids) for example in examples)
    seen = [features(example, rng, hidden) for example in examples]
    laid = np.zeros((7, size, width), int)
    ids, mask = np.zeros((2, size, pieces), int)
    marks, places = np.zeros((size, pieces, 4), int), np.full((size, pieces), size * width)
    weights = np.zeros((size, width), np.float32)
    for row, (example, (matched, found)) in enumerate(zip(examples, seen, strict=True)):
        sketch, n = example.sketch, len(example.sketch.shapes)
        ours = np.array(
            [sketch.shapes, matched, found, sketch.numbers, sketch.glued, np.ones(n, int), sketch.tags], int
        )
        laid[:, row, :n] = ours
        weights[row, :n] = 1 / max(1, n)
        ids[row, : len(sketch.ids)] = sketch.ids
        mask[row, : len(sketch.ids)] = 1
        at = np.array(sketch.piece_words, int)
        marks[row, : len(at)][at >= 0] = ours[:4, at[at >= 0]].T
        places[row, : len(at)][at >= 0] = at[at >= 0] + row * width
    shapes, matched_, found_, _, glued, real, tags = (torch.as_tensor(part) for part in laid)
    return WordBatch(
        torch.as_tensor(ids), torch.as_tensor(mask), torch.as_tensor(marks), torch.as_tensor(places),
        shapes, glued, matched_, found_, real.bool(), tags, torch.as_tensor(weights),
    )  # fmt: skip


def _things(all_: Sequence[Things], units: Sequence[Any]) -> ThingBatch:
    mentions = np.cumsum([0, *(len(one.first) for one in all_)])
    shifts = np.cumsum([0, *(len(one.kinds) for one in all_)])
    most = max(1, *(one.members.shape[1] for one in all_))
    members = np.full((shifts[-1], most), -1)
    for n, one in enumerate(all_):
        members[shifts[n] : shifts[n + 1], : one.members.shape[1]] = np.where(
            one.members < 0, -1, one.members + mentions[n]
        )
    return ThingBatch(
        kinds=_joined([one.kinds for one in all_]),
        first=_joined([one.first for one in all_]),
        last=_joined([one.last for one in all_]),
        owner=_joined([one.owner + shift for one, shift in zip(all_, shifts[:-1], strict=True)]),
        reference=_joined([one.reference for one in all_]),
        members=torch.as_tensor(members),
        row=_joined([np.full(len(one.first), n) for n, one in enumerate(all_)]),
        units=_joined(list(units)),
        places=_places([len(one.first) for one in all_]),
    )


def _pairs(all_: Sequence[Pairs], lefts: Sequence[Things], rights: Sequence[Things]) -> PairBatch:
    def shifted(name: str, shifts: Any) -> Tensor:
        return _joined([getattr(one, name) + shift for one, shift in zip(all_, shifts[:-1], strict=True)])

    def starts(things: Sequence[Things], name: str) -> Any:
        return np.cumsum([0, *(len(getattr(one, name)) for one in things)])

    return PairBatch(
        left=shifted("left", starts(lefts, "kinds")),
        right=shifted("right", starts(rights, "kinds")),
        left_mention=shifted("left_mention", starts(lefts, "first")),
        right_mention=shifted("right_mention", starts(rights, "first")),
        low=_joined([one.low for one in all_]),
        high=_joined([one.high for one in all_]),
        distance=_joined([one.distance for one in all_]),
        place=_joined([one.rank * 4 + one.order * 2 + one.same for one in all_]),
        row=_joined([np.full(len(one.left), n) for n, one in enumerate(all_)]),
        places=_places([len(one.left) for one in all_]),
    )


def _places(sizes: Sequence[int]) -> Places:
    starts = np.cumsum([0, *sizes])
    most = max(1, *sizes)
    padded = np.zeros((len(sizes), most), int)
    for row, size in enumerate(sizes):
        padded[row, :size] = np.arange(starts[row], starts[row + 1])
    back = [np.arange(size) + row * most for row, size in enumerate(sizes)]
    return Places(torch.as_tensor(padded), torch.as_tensor(np.concatenate(back)))


def _joined(parts: Sequence[Any], kind: torch.dtype = torch.long) -> Tensor:
    return torch.as_tensor(np.concatenate(parts)).to(kind)


def _classes(labels: Sequence[Any], *, each: bool = False) -> Classes:
    """The labelled rows of all passages; every row counts ``each`` by itself, or all of a passage together as one."""
    flat = np.concatenate(labels)
    rows = np.flatnonzero(flat != IGNORED)
    counts = [np.full(len(one), 1.0 if each else 1 / max(1, int((one != IGNORED).sum()))) for one in labels]
    return Classes(
        torch.as_tensor(rows), torch.as_tensor(flat[rows]), torch.as_tensor(np.concatenate(counts)[rows]).float()
    )


def _speakers(example: Example, schema: Schema) -> list[int]:
    may = {schema.types.index(name) for name in SPEAKERS}
    return [n for n, kind in enumerate(example.entities.kinds.tolist()) if kind in may]


def _codes(anchors: Any, example: Example, speakers: list[int], most: int) -> Any:
    codes = np.zeros((len(anchors), most), int)
    sentences = np.array(example.sketch.sentences, int)
    codes[:, : len(speakers)] = speakers_of(anchors, example.entities, speakers, sentences)
    return codes


def _sources(
    labels: Sequence[Any],
    places: Sequence[Any] | None,
    examples: Sequence[Example],
    speaking: list[list[int]],
    most: int,
) -> Sources:
    """The facts with a known source; without ``places`` (of statuses) the codes are zeros: the network picks the mention."""
    rows, passages, codes, found, weights = [], [], [], [], []
    shift = 0
    for n, one in enumerate(labels):
        numbers = {entity + 1: place + 1 for place, entity in enumerate(speaking[n])} | {0: 0}
        ours = [row for row in np.flatnonzero(one != IGNORED).tolist() if int(one[row]) in numbers]
        rows.append(np.array(ours, int) + shift)
        passages.append(np.full(len(ours), n))
        anchors = None if places is None else places[n][ours]
        codes.append(
            np.zeros((len(ours), most), int) if anchors is None else _codes(anchors, examples[n], speaking[n], most)
        )
        found.append(np.array([numbers[int(one[row])] for row in ours], int))
        weights.append(np.full(len(ours), 1 / max(1, len(ours))))
        shift += len(one)
    return Sources(_joined(rows), _joined(passages), _joined(codes), _joined(found), _joined(weights, torch.float))
