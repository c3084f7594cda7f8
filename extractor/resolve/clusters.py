"""Clusters around leaders: every member was compared with the leader itself, so nothing is chained over a third."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np

from extractor.resolve.wording import Hashes

MOST_LEADERS = 64  # behind one key; more of them share a stock phrase, not a story
MOST_COMPARED = 16  # leaders that one item is compared with, those with the most keys in common


def shared_keys(keys: Hashes) -> list[list[int]]:
    """For every item (row) those of its keys that another item has in the same column; 0 stands for no key.

    Most items share nothing with anybody and need no entry in an index.
    """
    found: list[list[int]] = [[] for _ in keys]
    for column in keys.T:
        _, places, counts = np.unique(column, return_inverse=True, return_counts=True)
        for row in np.flatnonzero((counts[places] > 1) & (column != 0)).tolist():
            found[row].append(int(column[row]))
    return found


def leaders_of(keys: Sequence[Sequence[int]], same: Callable[[int, int], bool]) -> dict[int, int]:
    """The leader of every item that has one: an earlier item that shares a key and that ``same(leader, item)`` accepts.

    One pass in the order given (leader clustering: Hartigan, "Clustering Algorithms", 1975): an item that no leader
    accepts becomes a leader, an item that has a leader never leads. Of several leaders the one with the most keys in
    common is taken, then the earliest.
    """
    behind: dict[int, list[int]] = {}
    found: dict[int, int] = {}
    for item, own in enumerate(keys):
        shared = Counter(leader for key in own for leader in behind.get(key, ()))
        nearest = sorted(shared, key=lambda leader: (-shared[leader], leader))[:MOST_COMPARED]
        leader = next((leader for leader in nearest if same(leader, item)), None)
        if leader is not None:
            found[item] = leader
            continue
        for key in own:
            if len(leaders := behind.setdefault(key, [])) < MOST_LEADERS:
                leaders.append(item)
    return found
