"""Plain text: the first line is the title where an empty line follows it."""

from __future__ import annotations

from extractor.articles.record import Found, Place, Record
from extractor.articles.wrapping import unwrapped

MAX_TITLE = 200


def read(text: str, path: str) -> Found:
    """The one article of a text file; without a title unless a short first line stands by itself."""
    text = text.strip()
    first, _, rest = text.partition("\n")
    following = rest.partition("\n")[0]
    headed = len(first) < MAX_TITLE and bool(rest) and not following.strip()
    yield Record(Place(path), title=first if headed else None, body=unwrapped(rest if headed else text), markup="text")
