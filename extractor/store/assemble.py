"""The graph document from the rows: all of it, or the part that some facts and entities make."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from sqlite3 import Connection

from extractor.facts import Entity
from extractor.graph.document import Document
from extractor.resolve.identify import merge
from extractor.resolve.link import join
from extractor.store.groups import among, bind
from extractor.store.read_back import copies, mentioned, named, read_articles, read_statements, said


def whole(db: Connection, symmetric: Collection[str]) -> Document:
    """The document of everything, the same to the letter as that of a run over all articles at once."""
    articles, repeated = read_articles(db), copies(db)
    found = said(db, read_statements(db), articles)
    facts = join(found.articles, found.readings, found.ids, repeated, symmetric)
    return Document.build(articles.values(), merge(*mentioned(db)), facts, repeated)


def part(
    db: Connection,
    symmetric: Collection[str],
    facts: Iterable[str],
    entities: Iterable[str] = (),
    articles: Iterable[int] = (),
) -> Document:
    """The document of these facts, complete, with the articles and entities that they name and these further ones."""
    rows = read_statements(db, among("fact"), bind(facts))
    there = read_articles(db, {row[0] for row in rows}.union(articles))
    repeated = copies(db, there)
    found = said(db, rows, there)
    joined = join(found.articles, found.readings, found.ids, repeated, symmetric)
    ends = {end for fact in joined for end in (fact.subject, fact.object, fact.attributed_to) if end}
    return Document.build(there.values(), full_entities(db, ends.union(entities)), joined, repeated)


def full_entities(db: Connection, ids: Iterable[str]) -> list[Entity]:
    """These entities with all their mentions."""
    return merge(*mentioned(db, ids))


def bare_entities(db: Connection) -> list[Entity]:
    """All entities with their names and aliases; their mentions have no place and no article."""
    return merge(*named(db))
