"""First places: a smoothed spread, in which what is linked already lies together."""

from __future__ import annotations

import numpy as np

from extractor.page.layout.links import Array, Links

ROUNDS = 40
GOLDEN = 0.6180339887498949


def start(links: Links) -> Array:
    """Places (n, 2) of nodes: evenly spread numbers, each then moved again and again towards the mean of its neighbours.

    That is power iteration: what remains are the two slowest waves over the graph, its coarse shape. The second axis is
    kept orthogonal to the first. A little of the even spread stays, so that no two nodes have one place.
    """
    numbers = np.arange(1, links.count + 1)
    spread = np.stack((numbers * GOLDEN % 1.0, numbers * (GOLDEN * GOLDEN) % 1.0), axis=1) - 0.5
    waves: list[Array] = []
    for axis in (0, 1):
        wave = spread[:, axis]
        for _ in range(ROUNDS):
            wave = _orthogonal((wave + links.mean_of_neighbours(wave)) / 2, waves, links.degree)
        waves.append(wave / (_largest(wave) or 1.0))
    return np.stack(waves, axis=1) + spread * 0.2


def _orthogonal(wave: Array, others: list[Array], weight: Array) -> Array:
    """The wave without its mean and without what it shares with the others."""
    wave = wave - _sum(wave * weight) / _sum(weight)
    for other in others:
        wave = wave - other * (_sum(wave * other * weight) / (_sum(other * other * weight) or 1.0))
    return wave


def _sum(values: Array) -> float:
    """The sum in the order of the array; ``numpy.sum`` adds in an order that depends on the processor."""
    return float(np.cumsum(values)[-1])


def _largest(values: Array) -> float:
    return float(np.max(np.abs(values)))
