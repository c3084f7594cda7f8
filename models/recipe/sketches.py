"""Sketches: annotated passages as plain numbers, all that training needs, so that it runs where spaCy is not installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from extractor.pipeline.annotations import Name
from extractor.pipeline.model.features import name_features, quantity_features
from extractor.pipeline.model.layout import KINDS
from extractor.pipeline.model.words import Words, windows_of, words_of
from models.recipe.passages import Passage, brands, occurrences
from models.recipe.plain import Sketch
from models.recipe.schema import Schema
from models.recipe.truths import truths_of

Span = tuple[int, int]


@dataclass(slots=True)
class _Laid:
    """Entities with the places of their names, in words and in characters."""

    keys: list[str]
    kinds: list[int]
    mentions: list[list[Span]]
    also: list[list[Span]]
    places: list[list[Span]]


def sketch_of(passage: Passage, tokenizer: Any, schema: Schema, limit: int) -> Sketch | None:
    """The sketch of a passage, or ``None`` where it does not fit into one window of ``limit`` pieces."""
    words = words_of(passage.text, passage.sentences)
    windows = windows_of(passage.text, words, tokenizer, limit)
    if len(windows) != 1:
        return None
    spots = [(*words.span(s, e), n, s, e) for s, e, n in occurrences(passage.text, passage.entities)]
    tags = np.zeros(len(words.starts), int)
    for first, last, n, _, _ in spots:
        tags[first : last + 1] = 2 + 2 * schema.types.index(passage.entities[n]["type"])
        tags[first] -= 1
    laid = _laid(passage, words, schema, spots)
    found = [q for q in passage.quantities if words.span(q.start, q.end)[0] <= words.span(q.start, q.end)[1]]
    numbers = {key: n for n, key in enumerate(laid.keys)}
    return Sketch(
        id=passage.id,
        ids=windows[0].ids.tolist(),
        piece_words=windows[0].piece_words.tolist(),
        shapes=words.shapes.tolist(),
        glued=words.glued.tolist(),
        sentences=words.sentences.tolist(),
        matched=name_features(passage.matched, words, schema.types).tolist(),
        found=name_features(passage.found, words, schema.types).tolist(),
        numbers=quantity_features(passage.quantities, words).tolist(),
        tags=tags.tolist(),
        kinds=laid.kinds,
        mentions=laid.mentions,
        also=laid.also,
        wrong=[(schema.types.index(n.type), *words.span(n.start, n.end)) for n in _wrong(passage, words, tags)],
        quantity_kinds=[KINDS.index(q.kind) for q in found],
        quantities=[words.span(q.start, q.end) for q in found],
        units=[_unit(q.quantity.unit, schema) for q in found],
        **asdict(truths_of(passage.facts, numbers, laid.places, found, schema)),
    )


def sketches_of(passages: Iterable[Passage], tokenizer: Any, schema: Schema, limit: int) -> Iterator[Sketch]:
    """The sketches of all passages that fit into one window."""
    for passage in passages:
        sketch = sketch_of(passage, tokenizer, schema, limit)
        if sketch is not None:
            yield sketch


def _laid(passage: Passage, words: Words, schema: Schema, spots: list[tuple[int, int, int, int, int]]) -> _Laid:
    characters = [(s, e, n) for _, _, n, s, e in spots]
    spots = spots + [(*words.span(s, e), n, s, e) for s, e, n in brands(passage.text, passage.entities, characters)]
    kept = sorted({n for first, last, n, _, _ in spots if first <= last})
    laid = _Laid(
        keys=[passage.entities[n]["id"] for n in kept],
        kinds=[schema.types.index(passage.entities[n]["type"]) for n in kept],
        mentions=[[(f, la) for f, la, n, _, _ in spots if n == k and f <= la] for k in kept],
        also=[[] for _ in kept],
        places=[[(s, e) for f, la, n, s, e in spots if n == k and f <= la] for k in kept],
    )
    for start, end, n in passage.references:
        first, last = words.span(start, end)
        if n in kept and first <= last:
            laid.also[kept.index(n)].append((first, last))
            laid.places[kept.index(n)].append((start, end))
    return laid


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
