"""What a store holds, in numbers, counted by SQLite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from sqlite3 import Connection

from extractor.query.summary import Summary
from extractor.store.select import count_facts, facts_of_entities

TYPES = "SELECT type, COUNT(*) FROM (SELECT MIN(type) AS type FROM names GROUP BY entity) GROUP BY type"
PREDICATES = "SELECT predicate, COUNT(DISTINCT fact) FROM statements GROUP BY predicate"
MODALITIES = "SELECT modality, COUNT(DISTINCT fact) FROM statements GROUP BY modality"
SOURCES = "SELECT COALESCE(NULLIF(source, ''), '(unknown)') AS name, COUNT(*) FROM articles GROUP BY name"


def summarise(db: Connection, names: Mapping[str, str], top: int) -> Summary:
    """The summary of a store; ``names`` are those of the entities by id."""
    ends: Counter[str] = Counter()
    for entity, count in facts_of_entities(db).items():
        ends[names[entity]] += count
    return Summary(
        articles=int(db.execute("SELECT COUNT(*) FROM articles").fetchone()[0]),
        entities=len(names),
        facts=count_facts(db),
        types=_ranked(dict(db.execute(TYPES).fetchall())),
        predicates=_ranked(dict(db.execute(PREDICATES).fetchall())),
        modalities=_ranked(dict(db.execute(MODALITIES).fetchall())),
        sources=_ranked(dict(db.execute(SOURCES).fetchall())),
        top_entities=tuple(_ranked(ends).items())[:top],
    )


def _ranked(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
