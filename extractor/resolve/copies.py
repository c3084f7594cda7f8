"""Copies: articles that carry the text of another one, word for word, at another address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from extractor.articles.article import Article


def copies_of(articles: Iterable[Article]) -> dict[str, str]:
    """The id of every copy -> the id of its original: the earliest of the articles with the same words.

    Case and white space do not count. Articles without a date are later than those with one; of equals the smallest id is
    the original.
    """
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[" ".join(article.text.casefold().split())].append(article)
    copies: dict[str, str] = {}
    for same in groups.values():
        original = min(same, key=lambda article: (article.published is None, article.published or "", article.id))
        copies.update({article.id: original.id for article in same if article.id != original.id})
    return copies
