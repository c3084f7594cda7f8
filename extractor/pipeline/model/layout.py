"""The layout of a window for the pair heads: which mentions of two things are nearest, and what lies between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SPEAKERS = ("ORG", "PERSON")
KINDS = ("value", "money", "count", "multiple", "percent")
STEPS = (0, 1, 2, 3, 4, 6, 9, 14, 24, 49, 99)
DISTANCES = len(STEPS) + 1
BREAK = 1000  # words that a sentence border counts for


@dataclass(frozen=True, slots=True)
class Things:
    """Things of one window with the places of their mentions, as first and last word.

    ``owner`` is the thing of every mention, ``members`` the mentions of every thing, padded with -1; ``kinds`` are
    numbers of types (of entities) or of quantity kinds. ``reference`` is 1 for "its", "the chip" and the like.
    """

    kinds: NDArray[Any]
    first: NDArray[Any]
    last: NDArray[Any]
    owner: NDArray[Any]
    reference: NDArray[Any]
    members: NDArray[Any]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of things: their numbers, their nearest mentions, the words between, and the features of the place."""

    left: NDArray[Any]
    right: NDArray[Any]
    left_mention: NDArray[Any]
    right_mention: NDArray[Any]
    low: NDArray[Any]
    high: NDArray[Any]
    distance: NDArray[Any]
    order: NDArray[Any]
    same: NDArray[Any]
    rank: NDArray[Any]


def things(
    kinds: Sequence[int],
    mentions: Sequence[Sequence[tuple[int, int]]],
    references: Sequence[Sequence[tuple[int, int]]] = (),
) -> Things:
    """Things from the places of their names, one or more for each, and of the references to them."""
    others = references or [()] * len(mentions)
    flat = [(*place, n, 0) for n, places in enumerate(mentions) for place in places]
    flat += [(*place, n, 1) for n, places in enumerate(others) for place in places]
    first, last, owner, reference = np.array(flat, int).reshape(-1, 4).T
    counts = np.bincount(owner, minlength=len(mentions))
    members = np.full((len(mentions), max(1, counts.max(initial=1))), -1)
    for n in range(len(mentions)):
        members[n, : counts[n]] = np.flatnonzero(owner == n)
    return Things(np.array(kinds, int), first, last, owner, reference, members)


def pairs_of(left: Things, right: Things, chosen: NDArray[Any], sentences: NDArray[Any]) -> Pairs:
    """The layout of the ``chosen`` pairs (rows of two numbers); ``sentences`` is the sentence of every word."""
    gap = np.maximum(left.first[:, None], right.first[None]) - np.minimum(left.last[:, None], right.last[None])
    apart = sentences[left.first][:, None] != sentences[right.first][None]
    a, b = _nearest(gap + BREAK * apart, left, right, chosen)
    low = np.minimum(left.last[a], right.last[b]) + 1
    high = np.maximum(left.first[a], right.first[b])
    return Pairs(
        left=chosen[:, 0],
        right=chosen[:, 1],
        left_mention=a,
        right_mention=b,
        low=np.minimum(low, high),
        high=high,
        distance=np.digitize(gap[a, b], STEPS, right=True),
        order=(left.first[a] < right.first[b]).astype(int),
        same=(~apart[a, b]).astype(int),
        rank=_ranks(left, right, a, b),
    )


def _nearest(
    cost: NDArray[Any], left: Things, right: Things, chosen: NDArray[Any]
) -> tuple[NDArray[Any], NDArray[Any]]:
    """The mentions of every chosen pair that stand closest, the first of equals."""
    order = cost.ravel().argsort(kind="stable")
    a, b = np.unravel_index(order, cost.shape)
    groups = left.owner[a] * len(right.kinds) + right.owner[b]
    _, first = np.unique(groups, return_index=True)  # every pair of things occurs, so row n of `first` is pair n
    best = first[chosen[:, 0] * len(right.kinds) + chosen[:, 1]]
    return a[best], b[best]


def _ranks(left: Things, right: Things, a: NDArray[Any], b: NDArray[Any]) -> NDArray[Any]:
    """How many mentions of other things of the right side lie between the two mentions (at most 4)."""
    if not len(right.first):
        return np.zeros(len(a), int)
    starts = np.sort(right.first)
    low = np.minimum(left.first[a], right.first[b])
    high = np.maximum(left.first[a], right.first[b])
    between = np.searchsorted(starts, high, "left") - np.searchsorted(starts, low, "right")
    ranks: NDArray[Any] = np.clip(between, 0, 4)
    return ranks


def allowed_pairs(kinds: Sequence[int], allowed: NDArray[Any]) -> NDArray[Any]:
    """Ordered pairs of different things whose kinds may be related; ``allowed`` is types by types by predicates."""
    numbers = np.array(kinds, int)
    may: NDArray[Any] = np.array(allowed.any(-1))[numbers[:, None], numbers[None]]
    np.fill_diagonal(may, False)
    return np.argwhere(may)


def speakers_of(anchors: NDArray[Any], left: Things, speakers: Sequence[int], sentences: NDArray[Any]) -> NDArray[Any]:
    """Where the ``speakers`` (numbers of things) stand as seen from words: a code for every anchor and speaker.

    The code joins the distance's class of the nearest mention, whether it stands before, and whether in the same sentence.
    """
    codes = np.zeros((len(anchors), len(speakers)), int)
    words = np.asarray(anchors, int)[:, None]
    for column, speaker in enumerate(speakers):
        ours = left.members[speaker][left.members[speaker] >= 0]
        first, last = left.first[ours][None], left.last[ours][None]
        gap = np.maximum(np.maximum(first - words, words - last), 0)
        apart = sentences[first] != sentences[words]
        best = (gap + BREAK * apart).argmin(1)
        rows = np.arange(len(words))
        before = (first[0][best] <= words[:, 0]).astype(int)
        codes[:, column] = np.digitize(gap[rows, best], STEPS, right=True) * 4 + before * 2 + (1 - apart[rows, best])
    return codes


def unit_number(unit: str, units: Mapping[str, int]) -> int:
    """The number of a unit in the model's table, 0 for an unknown one."""
    return units.get(unit, 0)
