"""Features from what the rules know: for every word the type of the name, or the kind of the quantity, that covers it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from extractor.pipeline.annotations import Name
from extractor.pipeline.model.layout import KINDS
from extractor.pipeline.model.words import Words
from extractor.pipeline.quantities.grammar import QuantityMatch

if TYPE_CHECKING:
    from numpy.typing import NDArray


def name_features(names: Iterable[Name], words: Words, types: Sequence[str]) -> NDArray[Any]:
    """0 where no name covers a word; else 1 + 2 * type, and 1 more where the name begins. Longer names win."""
    features = np.zeros(len(words.starts), int)
    for name in sorted(names, key=lambda name: name.end - name.start):
        first, last = words.span(name.start, name.end)
        if first <= last and name.type in types:
            features[first : last + 1] = 1 + 2 * types.index(name.type)
            features[first] += 1
    return features


def quantity_features(quantities: Iterable[QuantityMatch], words: Words) -> NDArray[Any]:
    """0 where no quantity covers a word; else 1 + 2 * kind, and 1 more where the quantity begins."""
    features = np.zeros(len(words.starts), int)
    for quantity in quantities:
        first, last = words.span(quantity.start, quantity.end)
        if first <= last:
            features[first : last + 1] = 1 + 2 * KINDS.index(quantity.kind)
            features[first] += 1
    return features
