"""Examples: passages as the arrays that the network is trained on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from extractor.pipeline.annotations import Name
from extractor.pipeline.model.features import name_features, quantity_features
from extractor.pipeline.model.layout import KINDS, Pairs, Things, allowed_pairs, pairs_of, things
from extractor.pipeline.model.words import Window, Words, windows_of, words_of
from models.recipe.labels import Labels, labels_of
from models.recipe.passages import Passage, brands, occurrences
from models.recipe.schema import Schema


@dataclass(frozen=True, slots=True)
class Example:
    """One passage, laid out: features of words, things, pairs and labels. ``names`` are the places of rule names."""

    id: str
    window: Window
    words: Words
    matched: Any
    found: Any
    numbers: Any
    tags: Any
    entities: Things
    quantities: Things
    units: Any
    pairs: Pairs
    values: Pairs
    labels: Labels
    keys: list[str]
    passage: Passage


def example_of(passage: Passage, tokenizer: Any, schema: Schema, limit: int, *, noise: bool) -> Example | None:
    """The example of a passage, or ``None`` where it does not fit into one window."""
    words = words_of(passage.text, passage.sentences)
    windows = windows_of(passage.text, words, tokenizer, limit)
    if len(windows) != 1:
        return None
    spots = [(*words.span(s, e), n, s, e) for s, e, n in occurrences(passage.text, passage.entities)]
    tags = np.zeros(len(words.starts), int)
    for first, last, n, _, _ in spots:
        tags[first : last + 1] = 2 + 2 * schema.types.index(passage.entities[n]["type"])
        tags[first] -= 1
    characters = [(s, e, n) for _, _, n, s, e in spots]
    spots += [(*words.span(s, e), n, s, e) for s, e, n in brands(passage.text, passage.entities, characters)]
    kept = sorted({n for first, last, n, _, _ in spots if first <= last})
    keys = [passage.entities[n]["id"] for n in kept]
    kinds = [schema.types.index(passage.entities[n]["type"]) for n in kept]
    mentions = [[(f, la) for f, la, n, _, _ in spots if n == k and f <= la] for k in kept]
    places = [[(s, e) for f, la, n, s, e in spots if n == k and f <= la] for k in kept]
    also: list[list[tuple[int, int]]] = [[] for _ in kept]
    for start, end, n in passage.references:
        first, last = words.span(start, end)
        if n in kept and first <= last:
            also[kept.index(n)].append((first, last))
            places[kept.index(n)].append((start, end))
    for name in _wrong(passage, words, tags) if noise else ():
        also.append([])
        kinds.append(schema.types.index(name.type))
        mentions.append([words.span(name.start, name.end)])
        places.append([(name.start, name.end)])
    found = [q for q in passage.quantities if words.span(q.start, q.end)[0] <= words.span(q.start, q.end)[1]]
    entities = things(kinds, mentions, also)
    quantities = things([KINDS.index(q.kind) for q in found], [[words.span(q.start, q.end)] for q in found])
    valued = [n for n, kind in enumerate(kinds) if schema.types[kind] in schema.valued]
    numbers = {key: n for n, key in enumerate(keys)}
    every = np.array([(q, e) for q in range(len(found)) for e in valued], int).reshape(-1, 2)
    return Example(
        passage.id, windows[0], words,
        name_features(passage.matched, words, schema.types), name_features(passage.found, words, schema.types),
        quantity_features(passage.quantities, words), tags, entities, quantities,
        np.array([_unit(q.quantity.unit, schema) for q in found], int),
        pairs_of(entities, entities, allowed_pairs(kinds, schema.allowed), words.sentences),
        pairs_of(quantities, entities, every, words.sentences),
        labels_of(passage.facts, numbers, places, found, schema), keys, passage,
    )  # fmt: skip


def _unit(unit: str, schema: Schema) -> int:
    return 1 + schema.units.index(unit) if unit in schema.units else 0


def _wrong(passage: Passage, words: Words, tags: Any) -> list[Name]:
    """Names that the rules find where the annotation has none."""
    wrong = []
    for name in passage.found:
        first, last = words.span(name.start, name.end)
        if first <= last and not tags[first : last + 1].any():
            wrong.append(name)
    return wrong
