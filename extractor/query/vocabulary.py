"""Words that a query may use: a slip of the pen shall not look like an answer."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from extractor.errors import UsageError
from extractor.query.filters import Words, words


def check_words(kind: str, given: Words, used: Iterable[str | None], known: Iterable[str]) -> None:
    """Raise :class:`UsageError` for a word that neither the graph (``used``) nor the ontology (``known``) has."""
    wanted = words(given)
    if not wanted:
        return
    there = {word.casefold(): word for word in [*known, *used] if word}
    for word in sorted(wanted - set(there)):
        near = [there[one] for one in get_close_matches(word, there, n=3, cutoff=0.6)]
        hint = f"near are {', '.join(near)}" if near else f"there are {', '.join(sorted(there.values()))}"
        raise UsageError(f"unknown {kind} {word!r}; {hint}")
