"""Sketches: what is kept of every article, so that only articles that may be copies are compared."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractor.articles.article import Article
from extractor.resolve.minhash import HASHES, Signatures, band_keys, likeness, signature
from extractor.resolve.same_story import BEGINNING, MOSTLY, NEAR_TITLE
from extractor.resolve.wording import Hashes, Wording, shingles, unordered, whole

# An estimate this far below what a rule asks for is below it: four standard deviations and more.
MAY_BE_TEXT, MAY_BE_TITLE = MOSTLY - 0.2, NEAR_TITLE - 0.2
MAY_BEGIN = 0.2  # one beginning may be shifted by ten words of thirty


class Sketches:
    """The keys and signatures of articles by row: the whole text, its title, its beginning. About 1 KB an article."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.exact = np.zeros((len(articles), 2), np.uint64)
        self.text, self.title, self.beginning = (np.empty((len(articles), HASHES), np.uint32) for _ in range(3))
        for row, article in enumerate(articles):
            one = Wording(article)
            self.exact[row] = whole(one.line), whole(" ".join(one.title))
            self.text[row] = signature(one.shingles)
            self.title[row] = signature(unordered(one.title))
            self.beginning[row] = signature(shingles(one.body[:BEGINNING]))

    def text_keys(self, rows: Sequence[int]) -> Hashes:
        """The keys that nearly equal texts share."""
        return np.hstack((self.exact[rows, :1], band_keys(self.text[rows])))

    def story_keys(self, rows: Sequence[int]) -> Hashes:
        """The keys that cuts of one story share: of the title, and of the beginning."""
        return np.hstack((self.exact[rows, 1:], band_keys(self.title[rows]), band_keys(self.beginning[rows])))

    def may_be_text(self, one: int, other: int) -> bool:
        """Whether two rows that share a key may have nearly the same words."""
        same: bool = self.exact[one, 0] == self.exact[other, 0]
        return same or _alike(self.text, one, other, MAY_BE_TEXT)

    def may_be_story(self, one: int, other: int) -> bool:
        """Whether two rows that share a key may be cuts of one story."""
        return _alike(self.title, one, other, MAY_BE_TITLE) or _alike(self.beginning, one, other, MAY_BEGIN)


def _alike(signatures: Signatures, one: int, other: int, least: float) -> bool:
    return likeness(signatures[one], signatures[other]) >= least
