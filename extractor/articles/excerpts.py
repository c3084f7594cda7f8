"""Excerpts: most repeat the text that they stand above; one that does not is read too."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
RUN = 3  # words
KNOWN = 0.5  # of its runs of words: above, an excerpt is the text's, cut or edited


def with_excerpt(excerpt: str, body: str, title: str = "") -> str:
    """The body below its excerpt, where the excerpt says something that neither title nor body has; else the body alone.

    >>> with_excerpt("The chip ships in May", "The chip ships in May, the company said.")
    'The chip ships in May, the company said.'
    """
    if not body or not excerpt or excerpt in body:
        return body or excerpt
    known = _runs(title) | _runs(body)
    own = _runs(excerpt)
    return f"{excerpt}\n\n{body}" if own and len(own & known) < KNOWN * len(own) else body


def _runs(text: str) -> set[tuple[str, ...]]:
    """The runs of words of a text; a text of one run alone is no statement and counts as none."""
    words = _WORD.findall(text.casefold())
    return {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)} if len(words) > RUN else set()
