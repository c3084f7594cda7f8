"""Decoding of BIO tags: the likeliest valid sequence, and its spans. Tag 0 is O; 1 + 2 * type begins, 2 + 2 * type goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

BARRED = -1e4


def viterbi(scores: NDArray[Any]) -> list[int]:
    """The likeliest sequence of tags in which I follows B or I of its own type (Viterbi 1967; log scores, words x tags).

    >>> viterbi(np.log(np.array([[0.3, 0.6, 0.1], [0.2, 0.1, 0.7]])))
    [1, 2]
    >>> viterbi(np.log(np.array([[0.6, 0.3, 0.1], [0.1, 0.2, 0.7]])))
    [1, 2]
    """
    tags = scores.shape[1]
    moves = np.zeros((tags, tags))
    for inner in range(2, tags, 2):
        moves[:, inner] = BARRED
        moves[[inner - 1, inner], inner] = 0
    best = scores[0] + np.array([BARRED if tag and tag % 2 == 0 else 0 for tag in range(tags)])
    back = []
    for row in scores[1:]:
        ways = best[:, None] + moves
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    path = [int(best.argmax())]
    for ways in reversed(back):
        path.append(int(ways[path[-1]]))
    return path[::-1]


def spans_of(tags: Sequence[int]) -> list[tuple[int, int, int]]:
    """(first, last, type) of every name.

    >>> spans_of([1, 2, 0, 3])
    [(0, 1, 0), (3, 3, 1)]
    """
    spans: list[tuple[int, int, int]] = []
    for place, tag in enumerate(tags):
        if tag and tag % 2:
            spans.append((place, place, tag // 2))
        elif tag and spans and spans[-1][1] == place - 1:
            spans[-1] = (spans[-1][0], place, spans[-1][2])
    return spans
