"""Batches: examples laid one behind the other as tensors, with the places of each shifted behind the last one's.

Words are padded to the longest passage of the batch; things and pairs are not padded.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor

from extractor.pipeline.model.layout import SPEAKERS, Pairs, Things, speakers_of
from models.recipe.examples import Example
from models.recipe.features import features
from models.recipe.labels import IGNORED
from models.recipe.schema import Schema
from models.recipe.tensors import Batch, Classes, PairBatch, Places, Sources, ThingBatch, WordBatch


def batch_of(
    examples: Sequence[Example], schema: Schema, rng: random.Random | None = None, hidden: float = 0.0
) -> Batch:
    """The batch of some examples; with ``rng`` the rules' names of a share ``hidden`` are hidden (training)."""
    width = max(len(example.sketch.shapes) for example in examples)
    entities = [example.entities for example in examples]
    quantities = [example.quantities for example in examples]
    pairs, values = [example.pairs for example in examples], [example.values for example in examples]
    speaking = [_speakers(example, schema) for example in examples]
    most = max(1, *(len(ours) for ours in speaking))
    anchors = zip(examples, speaking, strict=True)
    return Batch(
        size=len(examples),
        words=_words(examples, width, rng, hidden),
        entities=_things(entities, [np.zeros(len(e.kinds), int) for e in entities]),
        quantities=_things(quantities, [np.array(example.sketch.units, int) for example in examples]),
        pairs=_pairs(pairs, entities, entities),
        values=_pairs(values, quantities, entities),
        speakers=_numbered(speaking, entities, most),
        status_codes=_joined([_codes(e.entities.first, e, ours, most) for e, ours in anchors]),
        **_labels(examples, speaking, most),
    )


def _labels(examples: Sequence[Example], speaking: list[list[int]], most: int) -> dict[str, Any]:
    """All that is to be learnt, by the names of :class:`Batch`: of pairs, of values and of statuses."""
    labels = [example.labels for example in examples]
    at = [(example.pairs.left, example.pairs.right) for example in examples]
    there = [(example.values.left, example.values.right) for example in examples]

    def told(name: str, places: list[tuple[Any, Any]]) -> list[Any]:
        return [getattr(one, name)[place] for one, place in zip(labels, places, strict=True)]

    def sources(found: list[Any], anchors: list[Any] | None) -> Sources:
        return _sources(found, anchors, examples, speaking, most)

    pair_places = [
        np.maximum(e.entities.first[e.pairs.left_mention], e.entities.first[e.pairs.right_mention]) for e in examples
    ]
    value_places = [e.quantities.first[e.values.left_mention] for e in examples]
    weights = [np.full(len(one.statuses), 1 / max(1, one.statuses.size)) for one in labels]
    return {
        "relations": _joined(told("relations", at), torch.float),
        "modality": _classes(told("modality", at)),
        "relation_sources": sources(told("sources", at), pair_places),
        "value_labels": _joined(told("values", there), torch.float),
        "attributes": _classes(told("attributes", there)),
        "metrics": _classes(told("metrics", there)),
        "value_modality": _classes(told("value_modality", there)),
        "value_sources": sources(told("value_sources", there), value_places),
        "statuses": _joined([one.statuses for one in labels], torch.float),
        "status_weights": _joined(weights, torch.float),
        "status_modality": _classes([one.status_modality.ravel() for one in labels], each=True),
        "status_sources": sources([one.status_sources.ravel() for one in labels], None),
    }


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


def _numbered(speaking: list[list[int]], entities: Sequence[Things], most: int) -> Tensor:
    """The speakers of all passages as numbers of things (passages x speakers), -1 for none."""
    shifts = np.cumsum([0, *(len(one.kinds) for one in entities)])
    found = np.full((len(speaking), most), -1)
    for row, ours in enumerate(speaking):
        found[row, : len(ours)] = np.array(ours, int) + shifts[row]
    return torch.as_tensor(found)


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
