"""Examples: sketches as the arrays that the network is trained on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractor.pipeline.model.layout import Pairs, Things, allowed_pairs, pairs_of, things
from models.recipe.labels import Labels, labels_of
from models.recipe.plain import Sketch
from models.recipe.schema import Schema


@dataclass(frozen=True, slots=True)
class Example:
    """One passage, laid out: features of words, things, pairs and labels; ``sketch`` holds the rest."""

    sketch: Sketch
    entities: Things
    quantities: Things
    pairs: Pairs
    values: Pairs
    labels: Labels


def example_of(sketch: Sketch, schema: Schema, *, noise: bool = False) -> Example:
    """The example of a sketch; with ``noise`` the rules' wrong names stand among the entities."""
    wrong = sketch.wrong if noise else []
    kinds = [*sketch.kinds, *(kind for kind, _, _ in wrong)]
    mentions = [*sketch.mentions, *([(first, last)] for _, first, last in wrong)]
    entities = things(kinds, mentions, [*sketch.also, *([] for _ in wrong)])
    quantities = things(sketch.quantity_kinds, [[place] for place in sketch.quantities])
    valued = [n for n, kind in enumerate(kinds) if schema.types[kind] in schema.valued]
    every = np.array([(q, e) for q in range(len(sketch.quantities)) for e in valued], int).reshape(-1, 2)
    sentences = np.array(sketch.sentences, int)
    return Example(
        sketch,
        entities,
        quantities,
        pairs_of(entities, entities, allowed_pairs(kinds, schema.allowed), sentences),
        pairs_of(quantities, entities, every, sentences),
        labels_of(sketch, len(kinds), schema),
    )
