"""The features of words as the network takes them, with some names hidden in training."""

from __future__ import annotations

import random
from typing import Any

import numpy as np

from models.recipe.examples import Example

FORGOTTEN = 0.7  # share of the hidden names that the catalogue is made to miss too


def features(example: Example, rng: random.Random | None = None, hidden: float = 0.0) -> tuple[Any, Any]:
    """The catalogue's and the rules' names of every word; in training the rules' names of some are hidden."""
    matched, found = np.array(example.sketch.matched, int), np.array(example.sketch.found, int)
    if rng is None:
        return matched, found
    begins = [n for n, tag in enumerate(found) if tag and tag % 2 == 0]
    for begin in begins:
        end = begin + 1
        while end < len(found) and found[end] % 2 and found[end]:
            end += 1
        if rng.random() < hidden:
            found[begin:end] = 0
            if rng.random() < FORGOTTEN:
                matched[begin:end] = 0
    return matched, found
