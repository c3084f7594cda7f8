"""The features of words as the network takes them, with some names hidden in training."""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch

from models.recipe.examples import Example


@dataclass(frozen=True, slots=True)
class Features:
    """Features for the heads (shape, glue, the catalogue's and the rules' names), and marks for the encoder's input
    (words x features: shape, both kinds of names, quantities).
    """

    heads: list[torch.Tensor]
    marks: torch.Tensor


FORGOTTEN = 0.7  # share of the hidden names that the catalogue is made to miss too


def features(example: Example, rng: random.Random | None = None, hidden: float = 0.0) -> Features:
    """The features of every word; in training the rules' names of some are hidden."""
    matched, found = example.matched.copy(), example.found.copy()
    if rng is not None:
        begins = [n for n, tag in enumerate(found) if tag and tag % 2 == 0]
        for begin in begins:
            end = begin + 1
            while end < len(found) and found[end] % 2 and found[end]:
                end += 1
            if rng.random() < hidden:
                found[begin:end] = 0
                if rng.random() < FORGOTTEN:
                    matched[begin:end] = 0
    shapes, glued, names, rules, numbers = (
        torch.as_tensor(f) for f in (example.words.shapes, example.words.glued, matched, found, example.numbers)
    )
    return Features([shapes, glued, names, rules], torch.stack([shapes, names, rules, numbers], 1))
