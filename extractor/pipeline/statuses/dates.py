"""Which date of a sentence belongs to a status: the one that its rule names, else the nearest of the same clause."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.pipeline.rules.pattern import Found
from extractor.pipeline.statuses.places import Places
from extractor.pipeline.structure.skeleton import OPEN

AFTER, BEFORE = 10, 4  # words
UNTIL = frozenset({"to", "until", "till"})
BORDERS = frozenset({",", ";", ":", "(", ")", "—", "–", "and", "but", "while", "which", "after", "with"})


def date_slot(found: Found, places: Places) -> int | None:
    """The number of the slot with the date of a match, or ``None``."""
    if "date" in found.roles:
        return found.roles["date"]
    start, end = places.number(found.start), places.number(found.end)
    behind = list(_clause(places.tokens[end : end + AFTER]))
    ahead = places.tokens[max(0, start - BEFORE) : start][::-1]
    tokens = [*behind, *places.tokens[start:end], *ahead]
    dates = [n for n, token in enumerate(tokens) if token.startswith(f"{OPEN}date:")]
    # "delayed from November to the first quarter": the date that something moves to counts.
    moved = [n for n in dates if n and tokens[n - 1] in UNTIL]
    at = next(iter(moved or dates), None)
    return None if at is None else int(tokens[at][:-1].rpartition(":")[2])


def _clause(words: list[str]) -> Iterator[str]:
    for token in words:
        if token in BORDERS:
            return
        yield token
