"""Places for all nodes: each connected part laid out by itself, then packed side by side."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

import numpy as np

from extractor.page.layout.components import components
from extractor.page.layout.force import force_layout
from extractor.page.layout.links import Array, Links, Numbers
from extractor.page.layout.packing import nearest_free

UNIT = 60  # of the page for one unit of the layout
ROOM = 1.0  # around a part, in units of the layout
PAIR = np.asarray(((-0.7, 0.0), (0.7, 0.0)))


def places(count: int, links: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Whole-numbered places of nodes 0 to ``count`` - 1, in units of the page, the largest part in the middle.

    ``links`` maps pairs of nodes, the smaller first, to weights above 0.
    """
    pairs = sorted(links)
    ends = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
    whole = Links(count, ends[:, 0], ends[:, 1], np.asarray([links[pair] for pair in pairs], dtype=np.float64))
    parts = [np.asarray(part, dtype=np.int64) for part in components(count, pairs)]
    shapes = [_shape(whole.part(part) if len(part) > 2 else None, len(part)) for part in parts]
    found = np.zeros((count, 2))
    taken: list[Array] = []
    for radius, group in groupby(zip(parts, shapes, strict=True), key=lambda pair: _radius(pair[1])):
        alike = list(group)
        centres = nearest_free(len(alike), radius, taken, ROOM)
        for (part, shape), centre in zip(alike, centres, strict=True):
            found[part] = shape + centre
            taken += [found[part], _along(found, whole, part) if len(part) > 2 else np.zeros((0, 2))]
    return [(int(x), int(y)) for x, y in np.rint(found * UNIT)]


def _shape(links: Links | None, count: int) -> Array:
    if links is not None:
        return force_layout(links)
    return PAIR if count == 2 else np.zeros((1, 2))


def _radius(shape: Array) -> float:
    """The radius of the disc that a part needs, rounded up, so that parts of one size find their places together."""
    reach = float(np.sqrt(np.max(shape[:, 0] * shape[:, 0] + shape[:, 1] * shape[:, 1])))
    return float(np.ceil((reach + ROOM / 2) * 4) / 4)


def _along(found: Array, links: Links, part: Numbers) -> Array:
    """Points on the links of a part, two for each: nothing else may stand there."""
    inside = np.isin(links.left, part)
    start, end = found[links.left[inside]], found[links.right[inside]]
    return np.concatenate((start * (2 / 3) + end * (1 / 3), start * (1 / 3) + end * (2 / 3)))
