"""The graph as the layout sees it: numbered nodes and weighted links between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Links:
    """``count`` nodes and the links between them: two arrays of ends and one of weights, no link twice."""

    count: int
    left: Numbers
    right: Numbers
    weight: Array

    @cached_property
    def degree(self) -> Array:
        """The number of links of every node, at least 1."""
        return np.maximum(self.gather(np.ones_like(self.weight), np.ones_like(self.weight)), 1.0)

    def gather(self, at_left: Array, at_right: Array) -> Array:
        """For every node the sum of the values at its ends of links."""
        sums = np.bincount(self.left, at_left, self.count) + np.bincount(self.right, at_right, self.count)
        return sums.astype(np.float64)

    def mean_of_neighbours(self, values: Array) -> Array:
        """For every node the mean of its neighbours' values (0 for a node without any)."""
        return self.gather(values[self.right], values[self.left]) / self.degree

    def part(self, nodes: Numbers) -> Links:
        """The links among these nodes (all or none of a component), numbered anew in their order."""
        new = np.full(self.count, -1, dtype=np.int64)
        new[nodes] = np.arange(len(nodes))
        inside = new[self.left] >= 0
        return Links(len(nodes), new[self.left[inside]], new[self.right[inside]], self.weight[inside])
