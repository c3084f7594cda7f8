"""The graph document from the rows: all of it, or the part that some facts and entities make."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial
from sqlite3 import Connection

from extractor.articles.article import Article
from extractor.facts import Entity, Fact
from extractor.graph.document import Document
from extractor.resolve.identify import merge
from extractor.resolve.link import join
from extractor.store.groups import among, bind
from extractor.store.lineage import completed
from extractor.store.read_back import copies, mentioned, named, read_articles, read_statements, said


def whole(db: Connection, symmetric: Collection[str]) -> Document:
    """The document of everything, the same to the letter as that of a run over all articles at once."""
    articles, repeated = read_articles(db), copies(db)
    rows = read_statements(db)
    found = said(db, rows, articles)
    facts = join(found.articles, found.readings, found.ids, repeated, symmetric, partial(completed, rows))
    return Document.build(articles.values(), merge(*mentioned(db)), facts, repeated)


def stated(
    db: Connection, symmetric: Collection[str], facts: Iterable[str]
) -> tuple[tuple[Fact, ...], dict[str, Article]]:
    """These facts, complete, sorted by id, and the articles that state them."""
    rows = read_statements(db, among("fact"), bind(facts))
    there = read_articles(db, {row[0] for row in rows})
    repeated = copies(db, there)
    found = said(db, rows, there)
    joined = join(found.articles, found.readings, found.ids, repeated, symmetric, partial(completed, rows))
    document = Document.build(there.values(), (), joined, repeated)
    return document.facts, {article.id: article for article in document.articles}


def full_entities(db: Connection, ids: Iterable[str]) -> list[Entity]:
    """These entities with all their mentions."""
    return merge(*mentioned(db, ids))


def bare_entities(db: Connection) -> list[Entity]:
    """All entities with their names and aliases; their mentions have no place and no article."""
    return merge(*named(db))
