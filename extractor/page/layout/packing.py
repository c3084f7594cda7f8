"""Packing: parts of a graph that have nothing to do with each other stand side by side, the small around the large."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractor.page.layout.links import Array

WIDER = 1.5  # how much wider than high the whole may be: screens are
ROW = 0.8660254037844386  # height of a row of discs that lie in the gaps of the row before


def nearest_free(count: int, radius: float, taken: Sequence[Array], room: float) -> Array:
    """Centres (count, 2) for discs of one radius, none over another or within ``room`` of a point that is taken.

    They are places of a honeycomb, the nearest to the origin first.
    """
    points = np.concatenate([np.zeros((0, 2)), *taken])
    reach = 4
    while True:
        honeycomb = _honeycomb(reach) * (2 * radius)
        free = _free(honeycomb, points, radius + room)
        if np.count_nonzero(free) >= count:
            chosen: Array = honeycomb[free][:count]
            return chosen
        reach *= 2


def _free(honeycomb: Array, points: Array, least: float) -> Array:
    """Which places have no point within ``least``, told by squares of that size: some more are refused than must be."""
    low = np.min(honeycomb, axis=0) - least
    width, height = (int(size) + 3 for size in (np.max(honeycomb, axis=0) - low) / least)
    squares = np.zeros((width, height), dtype=bool)
    column, row = np.floor((points - low) / least).astype(np.int64).T
    inside = (column >= 0) & (column < width) & (row >= 0) & (row < height)
    squares[column[inside], row[inside]] = True
    across = squares.copy()
    across[1:] |= squares[:-1]
    across[:-1] |= squares[1:]
    near = across.copy()
    near[:, 1:] |= across[:, :-1]
    near[:, :-1] |= across[:, 1:]
    column, row = np.floor((honeycomb - low) / least).astype(np.int64).T
    free: Array = ~near[column, row]
    return free


def _honeycomb(reach: int) -> Array:
    """Points of a honeycomb with distances of 1 up to ``reach`` away, the nearest to the origin first."""
    row, column = np.mgrid[-reach * 2 : reach * 2 + 1, -reach * 2 : reach * 2 + 1].reshape(2, -1)
    points = np.stack((column + (row & 1) * 0.5, row * ROW), axis=1).astype(np.float64)
    away = points[:, 0] * points[:, 0] / (WIDER * WIDER) + points[:, 1] * points[:, 1]
    inside = np.nonzero(away <= reach * reach)[0]
    chosen: Array = points[inside[np.argsort(away[inside], kind="stable")]]
    return chosen
