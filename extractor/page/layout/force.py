"""Force layout of one connected part: links pull, nodes push, and the steps get shorter."""

from __future__ import annotations

import numpy as np

from extractor.page.layout.links import Array, Links
from extractor.page.layout.repulsion import repulsion
from extractor.page.layout.start import GOLDEN, start

ROUNDS = 150
GRAVITY = 0.4


def force_layout(links: Links) -> Array:
    """Places (n, 2) around the origin, about one unit from neighbour to neighbour.

    Pull grows with the square root of the length of a link and is shared among the links of its busier end, push
    falls with the distance and grows with the square root of a node's links: groups come apart, hubs get room.
    """
    mass = np.sqrt(links.degree)
    places = start(links) * float(np.sqrt(links.count))
    longest = float(np.sqrt(links.count))
    ease = links.weight / np.sqrt(np.minimum(links.degree[links.left], links.degree[links.right]))
    for turn in range(ROUNDS):
        left = 1.0 - turn / ROUNDS
        moved = repulsion(places, mass, turn * GOLDEN % 1.0) * mass[:, None]
        moved += _pull(places, links, ease)
        moved -= places * (GRAVITY * mass[:, None])
        length = np.sqrt(moved[:, 0] * moved[:, 0] + moved[:, 1] * moved[:, 1]) + 1e-9
        step = np.minimum(length * 0.3, 0.1 * longest * left * left + 0.01)
        places = places + moved * (step / length)[:, None]
        places = places - np.cumsum(places, axis=0)[-1] / links.count
    return places


def _pull(places: Array, links: Links, ease: Array) -> Array:
    """The force (n, 2) of the links on their ends."""
    apart = places[links.right] - places[links.left]
    length = np.sqrt(apart[:, 0] * apart[:, 0] + apart[:, 1] * apart[:, 1])
    strength = ease * np.sqrt(length + 1e-9)
    x, y = apart[:, 0] * strength, apart[:, 1] * strength
    return np.stack((links.gather(x, -x), links.gather(y, -y)), axis=1)
