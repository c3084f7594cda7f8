"""Likeness of letters (rapidfuzz): it finds and ranks what the rules leave open, and decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from extractor.resolve.identity.codes import is_code

LONG, LONGER = 5, 9


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """How alike the words are, from 0 to 100, their order left aside (normalised Indel similarity).

    >>> round(likeness(("zorblax", "labs"), ("zorblax", "lab")))
    96
    """
    return fuzz.token_sort_ratio(" ".join(a), " ".join(b))


def misspelt(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether every word that differs is long, no code, and differs by one letter (two in very long words).

    >>> misspelt(("tenstorrent", "n150"), ("tenstorent", "n150")), misspelt(("h100",), ("h200",))
    (True, False)
    """
    return len(a) == len(b) and all(one == other or _near(one, other) for one, other in zip(a, b, strict=True))


def _near(a: str, b: str) -> bool:
    if is_code(a) or is_code(b) or min(len(a), len(b)) < LONG:
        return False
    most = 2 if min(len(a), len(b)) >= LONGER else 1
    return OSA.distance(a, b, score_cutoff=most) <= most
