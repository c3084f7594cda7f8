"""Copies: which article repeats which, kept up to date for the articles that a change can concern.

``copies_of`` compares articles that share a key, and follows no chain of copies but that of direct ones. So what it says of
articles that are linked by pairs of copies does not depend on all others, and it is asked about such groups alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from sqlite3 import Connection

from extractor.articles.article import Article
from extractor.resolve.copies import copies_of
from extractor.resolve.sketches import Sketches
from extractor.store.groups import among, bind, component
from extractor.store.read_back import read_articles

AT_ONCE = 15  # with the article itself as many as copies_of compares without passing any over


def keys(article: Article) -> list[int]:
    """What articles share that ``copies_of`` compares, as whole numbers that SQLite can hold."""
    words = hashlib.sha256(" ".join(article.text.casefold().split()).encode()).digest()[:8]
    sketches = Sketches([article])
    rows = (sketches.text_keys([0])[0], sketches.story_keys([0])[0])
    found = {int(key) for row in rows for key in row.view("int64")} | {int.from_bytes(words, signed=True)}
    return sorted(found - {0})


def add_keys(db: Connection, articles: Iterable[tuple[int, Article]]) -> None:
    """Give these articles (by row) their keys."""
    rows = sorted((key, row) for row, article in articles for key in keys(article))
    db.executemany("INSERT OR IGNORE INTO copy_keys VALUES (?, ?)", rows)


def delete_keys(db: Connection, rows: Iterable[int]) -> None:
    """Take the keys of these articles away; their texts must still be there."""
    pairs = [(key, row) for row, article in read_articles(db, rows).items() for key in keys(article)]
    db.executemany("DELETE FROM copy_keys WHERE key = ? AND article = ?", pairs)


def near(db: Connection, rows: Iterable[int]) -> set[int]:
    """These articles and all that are copies of them or their originals, directly or over others."""

    def related(frontier: set[int]) -> Iterator[int]:
        for row, article in read_articles(db, frontier).items():
            yield from _copies(article, read_articles(db, _sharing(db, article) - {row}))

    return component(rows, related)


def settle_copies(db: Connection, rows: Iterable[int]) -> None:
    """Note for these articles, which must be whole groups, which of them repeats which."""
    articles = read_articles(db, rows)
    copies = copies_of(articles.values())
    originals = [(copies.get(article.id), row) for row, article in articles.items()]
    db.executemany("UPDATE articles SET original = ?1 WHERE id = ?2 AND original IS NOT ?1", originals)


def _copies(article: Article, others: Mapping[int, Article]) -> Iterator[int]:
    """Those of the others that are a copy of this article or have it as one; most often there is none at all."""
    rows = sorted(others)
    for some in (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE)):
        if copies_of([article, *(others[row] for row in some)]):
            yield from (row for row in some if copies_of([article, others[row]]))


def _sharing(db: Connection, article: Article) -> set[int]:
    query = f"SELECT article FROM copy_keys WHERE {among('key')}"
    return {row for (row,) in db.execute(query, (bind(keys(article)),))}
