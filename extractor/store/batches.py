"""Batches: what is committed together. Articles that may be copies of each other are never in two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extractor.articles.article import Article
from extractor.store.given import keys


def batches(articles: Sequence[Article], size: int) -> Iterator[list[Article]]:
    """The articles in lists of about ``size``, those that share an address or their words together, in order."""
    batch: list[Article] = []
    for group in _groups(articles):
        batch += group
        if len(batch) >= size:
            yield batch
            batch = []
    if batch:
        yield batch


def _groups(articles: Iterable[Article]) -> Iterable[list[Article]]:
    """Connected articles, by union and find over their keys."""
    parent: dict[str, str] = {}

    def find(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = key = parent[parent[key]]
        return key

    homes: list[tuple[Article, str]] = []
    for article in articles:
        first, *others = sorted(keys(article))
        for other in others:
            parent[find(other)] = find(first)
        homes.append((article, first))
    groups: dict[str, list[Article]] = {}
    for article, key in homes:
        groups.setdefault(find(key), []).append(article)
    return groups.values()
