"""What has to be done so that the articles of the graph follow from those that were given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from sqlite3 import Connection

from extractor.articles.article import Article
from extractor.articles.duplicates import merge_duplicates
from extractor.store.given import Group, topics_text
from extractor.store.groups import among, bind


@dataclass(slots=True)
class Plan:
    """Rows of the table of articles to delete (with their address), to add and to alter; given rows hold the texts."""

    gone: dict[int, str | None] = field(default_factory=dict)
    fresh: list[tuple[Article, int]] = field(default_factory=list)
    altered: dict[int, tuple[Article, int]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.gone or self.fresh or self.altered)


@dataclass(frozen=True, slots=True)
class _Present:
    row: int
    given: int
    data: tuple[str | None, ...]
    stale: bool


def plan(db: Connection, group: Group, generation: int) -> Plan:
    """Compare what stands for a group with what should.

    An article is read again where its reading is of an older ``generation`` or failed, or where its day is another: dates
    in the text are told by it.
    """
    present = _present(db, group, generation)
    found = Plan()
    for article in merge_duplicates(group.articles.values()):
        given, old = _given(article, group.articles), present.pop(article.id, None)
        if old is None or old.stale or _day(old.data[2]) != _day(article.published):
            found.fresh.append((article, given))
            found.gone |= {} if old is None else {old.row: article.url}
        elif (old.given, old.data) != (given, data_of(article)):
            found.altered[old.row] = (article, given)
    found.gone |= {old.row: old.data[1] for old in present.values()}
    return found


def data_of(article: Article) -> tuple[str | None, ...]:
    """The columns of an article that may come from other copies than its text does."""
    return article.path, article.url, article.published, article.source, topics_text(article)


def _day(published: str | None) -> str:
    return (published or "")[:10]


def _present(db: Connection, group: Group, generation: int) -> dict[str, _Present]:
    query = f"""SELECT article, id, given, failure IS NOT NULL OR generation < ?, path, url, published, source, topics
                FROM articles WHERE {among("given")}"""
    rows = db.execute(query, (generation, bind(group.articles.keys() | group.dropped)))
    return {key: _Present(row, given, tuple(data), bool(stale)) for key, row, given, stale, *data in rows}


def _given(article: Article, given: Mapping[int, Article]) -> int:
    """The row whose text stands for the group."""
    words = (article.path, article.title, article.body)
    return min(row for row, one in given.items() if (one.path, one.title, one.body) == words)
