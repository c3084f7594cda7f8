"""Which rows a question needs."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection

from extractor.errors import UsageError
from extractor.store.groups import among, bind

SEVERAL = 6


def count_facts(db: Connection) -> int:
    """How many facts there are."""
    return int(db.execute("SELECT COUNT(DISTINCT fact) FROM statements").fetchone()[0])


def facts_beginning(db: Connection, beginning: str) -> set[str]:
    """The first facts whose ids begin so; enough to see that there are several."""
    if not beginning:
        return set()
    query = "SELECT DISTINCT fact FROM statements WHERE fact >= ? AND fact < ? ORDER BY fact LIMIT ?"
    return {fact for (fact,) in db.execute(query, (beginning, f"{beginning}\U0010ffff", SEVERAL))}


def facts_about(db: Connection, entities: Iterable[str]) -> set[str]:
    """The facts that have one of these entities at either end."""
    query = f"SELECT id FROM names WHERE {among('entity')}"
    names = bind(name for (name,) in db.execute(query, (bind(entities),)))
    query = f"SELECT fact FROM statements WHERE {among('subject')} OR {among('object')}"
    return {fact for (fact,) in db.execute(query, (names, names))}


def facts_in(db: Connection, articles: Iterable[int]) -> set[str]:
    """The facts that these articles state."""
    query = f"SELECT fact FROM statements WHERE {among('article')}"
    return {fact for (fact,) in db.execute(query, (bind(articles),))}


def articles_called(db: Connection, named: str) -> set[int]:
    """The rows of the articles of this path, address or beginning of an id; raises :class:`UsageError` for none."""
    query = "SELECT id FROM articles WHERE path = ?1 OR url = ?1 OR (?1 <> '' AND article >= ?1 AND article < ?2)"
    found = {row for (row,) in db.execute(query, (named, f"{named}\U0010ffff"))}
    if not found:
        raise UsageError(f"the graph has no article {named!r}; name it by id, path or address")
    return found
