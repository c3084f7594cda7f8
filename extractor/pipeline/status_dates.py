"""Which date of a sentence belongs to a status: the one that its rule names, else the nearest of the same clause."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.pipeline.pattern import Found
from extractor.pipeline.skeleton import OPEN
from extractor.pipeline.status_places import Places

AFTER, BEFORE = 10, 4  # words
BORDERS = frozenset({",", ";", ":", "(", ")", "—", "–", "and", "but", "while", "which", "after", "with"})


def date_slot(found: Found, places: Places) -> int | None:
    """The number of the slot with the date of a match, or ``None``."""
    if "date" in found.roles:
        return found.roles["date"]
    start, end = places.number(found.start), places.number(found.end)
    behind = _clause(places.tokens[end : end + AFTER])
    ahead = places.tokens[max(0, start - BEFORE) : start][::-1]
    for token in (*behind, *places.tokens[start:end], *ahead):
        if token.startswith(f"{OPEN}date:"):
            return int(token[:-1].rpartition(":")[2])
    return None


def _clause(tokens: list[str]) -> Iterator[str]:
    for token in tokens:
        if token in BORDERS:
            return
        yield token
