"""Copies: articles that carry the text of another one, whole, cut or slightly edited, at another address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from extractor.articles.article import Article
from extractor.resolve.clusters import leaders_of, shared_keys
from extractor.resolve.same_story import same_story, same_text
from extractor.resolve.sketches import Sketches
from extractor.resolve.wording import Hashes, Wording

_AT_HAND = 4096  # wordings that are kept while articles are compared; others are made anew


def copies_of(articles: Iterable[Article]) -> dict[str, str]:
    """The id of every copy -> the id of its original, the earliest article of its cluster; sorted by id.

    Articles with the same words are one; what is left is compared for nearly the same words, and what is left then as
    cuts of one story (:mod:`extractor.resolve.same_story` has the rules): always with an original, never with another
    copy. Articles without a date are later than those with one; of equals the smallest id is the original. The outcome
    does not depend on the order of the articles.
    """
    ids, ranked = _ranked(articles)
    copies = _verbatim(ranked)
    rows = [row for row in range(len(ranked)) if row not in copies]
    near = _near([ranked[row] for row in rows])
    copies = _followed(copies, {rows[copy]: rows[original] for copy, original in near.items()})
    return dict(sorted((ids[copy], ids[original]) for copy, original in copies.items()))


def _ranked(articles: Iterable[Article]) -> tuple[list[str], list[Article]]:
    """The ids and the articles, each once, the earliest first."""
    given = list(articles)
    order = sorted((one.published is None, one.published or "", one.id, place) for place, one in enumerate(given))
    first: dict[str, Article] = {}
    for _, _, id_, place in order:
        first.setdefault(id_, given[place])
    return list(first), list(first.values())


def _verbatim(ranked: Sequence[Article]) -> dict[int, int]:
    """The row of every article that has the words of an earlier one -> the row of that one."""
    originals: dict[str, int] = {}
    texts = ((row, " ".join(article.text.casefold().split())) for row, article in enumerate(ranked))
    return {row: first for row, text in texts if (first := originals.setdefault(text, row)) != row}


def _near(ranked: Sequence[Article]) -> dict[int, int]:
    """The row of every article that has nearly the words of an earlier one, or is a cut of it -> the row of that one."""
    sketches = Sketches(ranked)
    at_hand = lru_cache(_AT_HAND)(lambda row: Wording(ranked[row]))

    def text(one: int, other: int) -> bool:
        return sketches.may_be_text(one, other) and same_text(at_hand(one), at_hand(other)) is not None

    def story(one: int, other: int) -> bool:
        return sketches.may_be_story(one, other) and same_story(at_hand(one), at_hand(other)) is not None

    copies = _round(list(range(len(ranked))), sketches.text_keys, text)
    rest = [row for row in range(len(ranked)) if row not in copies]
    return _followed(copies, _round(rest, sketches.story_keys, story))


def _round(
    rows: Sequence[int], keys: Callable[[Sequence[int]], Hashes], same: Callable[[int, int], bool]
) -> dict[int, int]:
    found = leaders_of(shared_keys(keys(rows)), lambda leader, place: same(rows[leader], rows[place]))
    return {rows[place]: rows[leader] for place, leader in found.items()}


def _followed(copies: Mapping[int, int], found: Mapping[int, int]) -> dict[int, int]:
    """The copies of one round with those of the next, in which some of their originals turned out to be copies."""
    return {copy: found.get(original, original) for copy, original in copies.items()} | dict(found)
