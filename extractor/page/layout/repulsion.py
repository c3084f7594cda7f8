"""Repulsion between all nodes in n log n: near ones cell by cell, far ones as heaps in ever larger cells."""

from __future__ import annotations

import numpy as np

from extractor.page.layout.links import Array, Numbers

PAD = 3
DEEPEST = 8
SOFT = 0.02  # added to squared distances: two nodes at one place do not fly apart


def repulsion(places: Array, mass: Array, shift: float) -> Array:
    """The force (n, 2) on every node: the sum over all others of their mass over the distance, away from them.

    Cells are halved from level to level. At each level a node takes in the cells around its own that its parent's
    neighbours hold and that are not its own neighbours; at the last also its neighbours and its own, without itself. A
    cell counts as one heap at its centre of mass. ``shift`` (0 to 1) moves the grid, so that its borders leave no trace
    where the force is asked again and again.
    """
    low = np.min(places, axis=0)
    side = float(np.max(np.max(places, axis=0) - low)) * 1.25 + 1e-9
    at = (places - low) / side + 0.2 * shift
    force = np.zeros_like(places)
    deepest = min(DEEPEST, max(2, (len(places).bit_length() + 3) // 2))
    for level in range(2, deepest + 1):
        cells = np.floor(at * (1 << level)).astype(np.int64)
        _level(force, places, mass, cells, 1 << level, last=level == deepest)
    return force


def _level(force: Array, places: Array, mass: Array, cells: Numbers, size: int, *, last: bool) -> None:
    width = size + 2 * PAD
    index = (cells[:, 0] + PAD) * width + cells[:, 1] + PAD
    heap = np.bincount(index, mass, width * width)
    safe = np.where(heap > 0, heap, 1.0)
    x = np.bincount(index, places[:, 0] * mass, width * width) / safe
    y = np.bincount(index, places[:, 1] * mass, width * width) / safe
    odd = cells & 1
    for dx in range(-PAD, PAD + 1):
        for dy in range(-PAD, PAD + 1):
            near = max(abs(dx), abs(dy)) <= 1
            if near and not last:
                continue
            chosen = _has(odd, dx, dy)
            there = index[chosen] + dx * width + dy
            full = heap[there] > 0
            chosen, there = chosen[full], there[full]
            weight = heap[there]
            if dx == dy == 0:
                weight = weight - mass[chosen]
            apart_x, apart_y = places[chosen, 0] - x[there], places[chosen, 1] - y[there]
            pull = weight / (apart_x * apart_x + apart_y * apart_y + SOFT)
            force[chosen, 0] += apart_x * pull
            force[chosen, 1] += apart_y * pull


def _has(odd: Numbers, dx: int, dy: int) -> Numbers:
    """The nodes for which the cell so far away belongs to a neighbour of the parent."""
    fits = np.ones(len(odd), dtype=bool)
    for axis, step in ((0, dx), (1, dy)):
        if abs(step) == PAD:
            fits &= odd[:, axis] == (1 if step < 0 else 0)
    return np.nonzero(fits)[0]
