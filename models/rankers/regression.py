"""The regression: weights under which the right candidates are likely. Softmax over candidates, AdaGrad, L2; numpy only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from models.rankers.questions import Question

EPOCHS = 60
RATE = 0.3
BATCH = 32
SEEN = 4
NEGLIGIBLE = 0.02
SEED = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """Questions laid end to end: feature of every cell, row of every cell, first row of every question, right rows."""

    cells: Any
    rows: Any
    starts: Any
    lengths: Any
    right: Any

    def gradient(self, weights: Any) -> Any:
        """The slope of the loss: minus the logarithm of what the right rows of each question have together."""
        scores = np.bincount(self.rows, weights[self.cells], len(self.right))
        chances = self._shares(np.exp(scores - np.repeat(np.maximum.reduceat(scores, self.starts), self.lengths)))
        slope = chances - self._shares(np.maximum(chances * self.right, self.right * 1e-300))
        return np.bincount(self.cells, slope[self.rows], len(weights))

    def _shares(self, amounts: Any) -> Any:
        return amounts / np.repeat(np.add.reduceat(amounts, self.starts), self.lengths)


def fit(questions: Sequence[Question], l2: float) -> dict[str, float]:
    """The weights of all features that are frequent enough and matter, to two decimals, by name."""
    clear = [one for one in questions if one.clear]
    names = frequent(clear)
    numbers = {name: n for n, name in enumerate(names)}
    chance = np.random.default_rng(SEED)
    order = chance.permutation(len(clear))
    parts = [order[n : n + BATCH] for n in range(0, len(order), BATCH)]
    batches = [batch([clear[k] for k in part], numbers) for part in parts]
    weights = descend(batches, len(names), l2 / max(1, len(batches)), chance)
    return {name: round(float(w), 2) for name, w in zip(names, weights, strict=True) if abs(w) >= NEGLIGIBLE}


def frequent(questions: Sequence[Question]) -> list[str]:
    """The features that some rows have, sorted."""
    counts = Counter(name for one in questions for row in rows_of(one) for name in row)
    return sorted(name for name, count in counts.items() if count >= SEEN)


def descend(batches: Sequence[Batch], size: int, decay: float, chance: np.random.Generator) -> Any:
    """The weights after all epochs; every batch carries its part of the penalty."""
    weights, squares = np.zeros(size), np.full(size, 1e-2)
    for _ in range(EPOCHS):
        for number in chance.permutation(len(batches)):
            gradient = batches[number].gradient(weights) + decay * weights
            squares += gradient * gradient
            weights -= RATE * gradient / np.sqrt(squares)
    return weights


def batch(questions: Sequence[Question], numbers: Mapping[str, int]) -> Batch:
    """Some questions as arrays; features without a number are left out."""
    rows = [row for one in questions for row in rows_of(one)]
    cells = [(numbers[name], n) for n, row in enumerate(rows) for name in row if name in numbers]
    table = np.array(cells, int).reshape(-1, 2)
    lengths = np.array([len(one.candidates) + 1 for one in questions])
    right = np.array([mark for one in questions for mark in marks_of(one)])
    return Batch(table[:, 0], table[:, 1], np.cumsum(lengths) - lengths, lengths, right)


def rows_of(one: Question) -> Iterator[tuple[str, ...]]:
    """The features of the candidates, then those of "none of them"."""
    yield from one.candidates
    yield one.none


def marks_of(one: Question) -> list[float]:
    """1 for the rows that are right, "none of them" where no candidate is."""
    right = one.right or (len(one.candidates),)
    return [float(n in right) for n in range(len(one.candidates) + 1)]
