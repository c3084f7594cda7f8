"""MinHash and banding: sets that share much get a key in common, sets that share little do not.

The chance that two sets have the same minimum under a random hash function is their Jaccard similarity s (Broder, "On
the resemblance and containment of documents", 1997), so the part of equal minima estimates it with a standard deviation
of sqrt(s(1 - s) / HASHES): at most 0.053. With ``BANDS`` keys of ``ROWS`` minima each, two sets share at least one key
with the chance 1 - (1 - s^ROWS)^BANDS (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4): 0.98 at
s = 0.5, 0.999996 at 0.7, 0.03 at 0.1. The hash functions are a·x + b modulo 2^64 with odd a, over shingles that are mixed
already; a and b are fixed numbers, so the outcome is the same on every machine.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extractor.resolve.wording import Hashes, mixed

BANDS, ROWS = 30, 3
HASHES = BANDS * ROWS
Signatures = NDArray[np.uint32]
_CHUNK = 4096  # shingles at a time: bounds the memory for a text of megabytes
# The streams of a and b are splitmix64 of 1, 2, 3, ...
_STREAM = mixed(np.arange(1, 2 * HASHES + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))
_A = (_STREAM[:HASHES] | np.uint64(1))[:, None]
_B = _STREAM[HASHES:][:, None]
_BAND = np.arange(1, BANDS + 1, dtype=np.uint64) << np.uint64(32)
EMPTY = np.full(HASHES, np.iinfo(np.uint32).max, np.uint32)


def signature(shingles: Hashes) -> Signatures:
    """The lower halves of the ``HASHES`` minima of a set; ``EMPTY`` for the empty set."""
    if not len(shingles):
        return EMPTY
    minima = np.full(HASHES, np.iinfo(np.uint64).max, np.uint64)
    for start in range(0, len(shingles), _CHUNK):
        hashed = _A * shingles[None, start : start + _CHUNK] + _B
        np.minimum(minima, hashed.min(axis=1), out=minima)
    return minima.astype(np.uint32)


def band_keys(signatures: Signatures) -> Hashes:
    """``BANDS`` keys for every row of signatures, none of them 0; zeros for the empty set, which is like nothing."""
    rows = signatures.reshape(len(signatures), BANDS, ROWS).astype(np.uint64)
    keys = np.broadcast_to(_BAND, rows.shape[:2])
    for row in range(ROWS):
        keys = mixed(keys + rows[:, :, row])
    return np.where((signatures == EMPTY).all(axis=1)[:, None], np.uint64(0), keys | np.uint64(1))


def likeness(one: Signatures, other: Signatures) -> float:
    """The estimated Jaccard similarity of two sets: the part of their minima that is equal."""
    return float(np.count_nonzero(one == other)) / HASHES
