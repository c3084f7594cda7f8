"""Obliques: mentions that cannot be what their clause speaks about: "compared with X", "the successor of X"."""

from __future__ import annotations

import re
from collections.abc import Iterable

REACH = 48


def oblique_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """The phrases with an article, a possessive and up to two adjectives before the name."""
    body = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda p: (-len(p), p)))
    determiner = r"(?:the|a|an|its|their|our|[\w-]+['’]s)"
    return re.compile(rf"(?<![\w-])(?:{body}) (?:{determiner} )?(?:[a-z][\w-]* ){{0,2}}?$", re.I)


def oblique(pattern: re.Pattern[str], text: str, start: int) -> bool:
    """Whether the mention that begins at ``start`` is an oblique."""
    return bool(pattern.search(text, max(0, start - REACH), start))
