"""Articles as they were given: which are the same again, which replace another, which are copies of one."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from sqlite3 import Connection

from extractor.articles.article import Article
from extractor.articles.duplicates import address_key
from extractor.store.groups import GIVEN, among, bind, keys_of, link, sharing, unlink

_FRAGMENT = re.compile(r"#[a-z]+-\d+(?:-[a-z]+-\d+)*$")
COLUMNS = "path, url, title, body, published, source, topics"


@dataclass(frozen=True, slots=True)
class Group:
    """Given articles that may be copies of each other; ``dropped`` are still in the table, but shall go."""

    articles: dict[int, Article]
    dropped: frozenset[int] = frozenset()


def keys(article: Article) -> set[str]:
    """What copies of an article share: its address and its words (as extractor/articles/duplicates.py has it)."""
    words = hashlib.sha256(" ".join(article.text.split()).casefold().encode()).hexdigest()[:32]
    return {f"words:{words}"} | ({f"address:{address_key(article.url)}"} if article.url else set())


def take(db: Connection, incoming: Collection[Article]) -> Group:
    """Add what is new of these articles and return the group that they belong to, without what they replace."""
    there = stored(db, sharing(db, GIVEN, {key for article in incoming for key in keys(article)}))
    kept = set(incoming)
    news = kept - set(there.values())
    old = {row for row, article in there.items() if article not in kept and any(replaces(n, article) for n in news)}
    fresh = {_insert(db, article): article for article in sorted(news, key=lambda a: (a.path, a.id))}
    return Group({row: there[row] for row in there.keys() - old} | fresh, frozenset(old))


def drop(db: Connection, given: Iterable[int]) -> Group:
    """The group that these rows belong to, without them."""
    gone = frozenset(given)
    there = regroup(db, gone).articles
    return Group({row: article for row, article in there.items() if row not in gone}, gone)


def regroup(db: Connection, given: Iterable[int]) -> Group:
    """The group that these rows belong to, as it is."""
    return Group(stored(db, sharing(db, GIVEN, keys_of(db, GIVEN, given))))


def replaces(new: Article, old: Article) -> bool:
    """Whether ``new`` is what became of ``old``, not another copy of it.

    From the same file every new version is. From another one a different text at the same address is, unless one of the
    two is less than half as long: feeds and related items carry teasers of an article, and those are copies of it.
    """
    same_words = keys(new) & keys(old) >= {key for key in keys(old) if key.startswith("words:")}
    if not (new.url and old.url):
        return new.path == old.path and same_words
    if address_key(new.url) != address_key(old.url):
        return False
    if _file(new) == _file(old):
        return True
    lengths = sorted((len(new.text), len(old.text)))
    return not same_words and 2 * lengths[0] >= lengths[1]


def stored(db: Connection, rows: Iterable[int]) -> dict[int, Article]:
    """The given articles of these rows."""
    query = f"SELECT id, {COLUMNS} FROM given WHERE {among('id')}"
    return {row: _article(*columns) for row, *columns in db.execute(query, (bind(rows),))}


def delete(db: Connection, rows: Collection[int]) -> None:
    """Delete these rows."""
    unlink(db, GIVEN, rows)
    db.execute(f"DELETE FROM given WHERE {among('id')}", (bind(rows),))


def topics_text(article: Article) -> str:
    """The topics as they are stored."""
    return json.dumps(article.topics, ensure_ascii=False)


def _article(
    path: str, url: str | None, title: str, body: str, published: str | None, source: str | None, topics: str
) -> Article:
    return Article(title, body, path, url, published, source, tuple(json.loads(topics)))


def _insert(db: Connection, article: Article) -> int:
    columns = (article.path, article.url, article.title, article.body, article.published, article.source)
    query = f"INSERT INTO given ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id"
    ((row,),) = db.execute(query, (*columns, topics_text(article))).fetchall()
    link(db, GIVEN, row, keys(article))
    return int(row)


def _file(article: Article) -> str:
    """The file of an article, without the part of it (``news.md#related-3``)."""
    return _FRAGMENT.sub("", article.path)
