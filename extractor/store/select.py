"""Which rows a question needs."""

from __future__ import annotations

from collections import Counter
from sqlite3 import Connection

from extractor.errors import UsageError

SEVERAL = 6
FIELDS = {
    "predicate": "SELECT DISTINCT predicate FROM statements",
    "modality": "SELECT DISTINCT modality FROM statements",
    "attribute": "SELECT DISTINCT json_extract(said, '$[3]') FROM statements",
    "status": "SELECT DISTINCT json_extract(said, '$[5]') FROM statements",
    "type": "SELECT DISTINCT type FROM names WHERE id IN (SELECT subject FROM statements)",
}
ENDS = """SELECT entity, COUNT(*) FROM (
            SELECT n.entity, s.fact FROM statements s JOIN names n ON n.id = s.subject UNION
            SELECT n.entity, s.fact FROM statements s JOIN names n ON n.id = s.object UNION
            SELECT baseline, fact FROM statements WHERE baseline IS NOT NULL
          ) GROUP BY entity"""


def count_facts(db: Connection) -> int:
    """How many facts there are."""
    return int(db.execute("SELECT COUNT(DISTINCT fact) FROM statements").fetchone()[0])


def facts_beginning(db: Connection, beginning: str) -> set[str]:
    """The first facts whose ids begin so; enough to see that there are several."""
    if not beginning:
        return set()
    query = "SELECT DISTINCT fact FROM statements WHERE fact >= ? AND fact < ? ORDER BY fact LIMIT ?"
    return {fact for (fact,) in db.execute(query, (beginning, f"{beginning}\U0010ffff", SEVERAL))}


def articles_called(db: Connection, named: str) -> frozenset[str]:
    """The ids of the articles of this path, address or beginning of an id; raises :class:`UsageError` for none."""
    query = "SELECT article FROM articles WHERE path = ?1 OR url = ?1 OR (?1 <> '' AND article >= ?1 AND article < ?2)"
    found = frozenset(id_ for (id_,) in db.execute(query, (named, f"{named}\U0010ffff")))
    if not found:
        raise UsageError(f"the graph has no article {named!r}; name it by id, path or address")
    return found


def words_of(db: Connection, field: str) -> set[str]:
    """The words that the facts have in a field of :data:`FIELDS`."""
    return {word for (word,) in db.execute(FIELDS[field]) if word}


def facts_of_entities(db: Connection) -> Counter[str]:
    """How many facts each entity has at one of its ends."""
    return Counter(dict(db.execute(ENDS).fetchall()))
