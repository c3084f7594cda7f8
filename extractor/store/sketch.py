"""Sketches of articles as bytes: enough to tell that two articles are no copies without their texts."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from extractor.articles.article import Article
from extractor.resolve.sketches import Sketches

PARTS = ("exact", "text", "title", "beginning")  # the arrays of Sketches
EMPTY = Sketches([])


@dataclass(frozen=True, slots=True)
class Sketch:
    """A hash of the words of an article, then the row of each array of :class:`Sketches`."""

    data: bytes

    @classmethod
    def of(cls, article: Article) -> Sketch:
        """The sketch of an article."""
        words = hashlib.sha256(" ".join(article.text.casefold().split()).encode()).digest()[:8]
        made = Sketches([article])
        return cls(words + b"".join(getattr(made, part)[0].tobytes() for part in PARTS))

    @property
    def words(self) -> bytes:
        """What articles with the same words have in common."""
        return self.data[:8]

    @property
    def keys(self) -> list[int]:
        """What two articles share where ``copies_of`` compares them, as whole numbers that SQLite can hold."""
        made = _rows(self)
        rows = (made.text_keys([0])[0], made.story_keys([0])[0])
        found = {int(key) for row in rows for key in row.view(np.int64)} | {int.from_bytes(self.words, signed=True)}
        return sorted(found - {0})


def alike(one: Sketch, others: Mapping[int, Sketch]) -> list[int]:
    """Those of the others whose texts ``copies_of`` would compare with that of the one, if they share a key."""
    made = _rows(one, *others.values())
    return [
        row
        for at, (row, other) in enumerate(others.items(), start=1)
        if one.words == other.words or made.may_be_text(0, at) or made.may_be_story(0, at)
    ]


def _rows(*sketches: Sketch) -> Sketches:
    """The sketches as :class:`Sketches` has them."""
    made, at = Sketches([]), 8
    for part in PARTS:
        empty = getattr(EMPTY, part)
        size = empty.shape[1] * empty.itemsize
        rows = b"".join(sketch.data[at : at + size] for sketch in sketches)
        setattr(made, part, np.frombuffer(rows, empty.dtype).reshape(len(sketches), -1))
        at += size
    return made
