"""Copies: which article repeats which, kept up to date for the articles that a change can concern.

``copies_of`` compares articles that share a key and whose sketches are alike, and follows no chain of copies but that of
direct ones. So what it says of articles that are linked by pairs of copies does not depend on all others, and it is asked
about such groups alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from extractor.articles.article import Article
from extractor.resolve.copies import copies_of
from extractor.store.groups import among, bind, component
from extractor.store.read_back import read_articles
from extractor.store.sketch import Sketch, alike


def add_keys(db: Connection, articles: Iterable[tuple[int, Article]]) -> None:
    """Keep the sketches of these articles (by row), and the keys by which they are found."""
    sketches = {row: Sketch.of(article) for row, article in articles}
    db.executemany("INSERT INTO sketches VALUES (?, ?)", [(row, sketch.data) for row, sketch in sketches.items()])
    keys = sorted((key, row) for row, sketch in sketches.items() for key in sketch.keys)
    db.executemany("INSERT INTO copy_keys VALUES (?, ?)", keys)


def delete_keys(db: Connection, rows: Iterable[int]) -> None:
    """Take the sketches and keys of these articles away."""
    sketches = _sketches(db, rows)
    pairs = [(key, row) for row, sketch in sketches.items() for key in sketch.keys]
    db.executemany("DELETE FROM copy_keys WHERE key = ? AND article = ?", pairs)
    db.execute(f"DELETE FROM sketches WHERE {among('article')}", (bind(sketches),))


def near(db: Connection, rows: Iterable[int]) -> set[int]:
    """These articles and all that are copies of them or their originals, directly or over others."""

    def related(frontier: set[int]) -> Iterator[int]:
        for row, sketch in _sketches(db, frontier).items():
            others = _sketches(db, _sharing(db, sketch) - {row})
            yield from _copies(db, row, alike(sketch, others))

    return component(rows, related)


def settle_copies(db: Connection, rows: Iterable[int]) -> None:
    """Note for these articles, which must be whole groups, which of them repeats which."""
    articles = read_articles(db, rows)
    copies = copies_of(articles.values())
    originals = [(copies.get(article.id), row) for row, article in articles.items()]
    db.executemany("UPDATE articles SET original = ?1 WHERE id = ?2 AND original IS NOT ?1", originals)


def _copies(db: Connection, row: int, others: list[int]) -> Iterator[int]:
    """Those of the others that are a copy of this article or have it as one."""
    articles = read_articles(db, [row, *others]) if others else {}
    yield from (other for other in others if copies_of([articles[row], articles[other]]))


def _sharing(db: Connection, sketch: Sketch) -> set[int]:
    query = f"SELECT article FROM copy_keys WHERE {among('key')}"
    return {row for (row,) in db.execute(query, (bind(sketch.keys),))}


def _sketches(db: Connection, rows: Iterable[int]) -> dict[int, Sketch]:
    query = f"SELECT article, data FROM sketches WHERE {among('article')}"
    return {row: Sketch(data) for row, data in db.execute(query, (bind(rows),))}
