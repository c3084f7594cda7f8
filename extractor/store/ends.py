"""The facts as links and numbers: who is connected to whom, how often, by how many articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from sqlite3 import Connection

from extractor.query.backend import Link
from extractor.store.groups import among, bind
from extractor.store.where import AMOUNT, ATTRIBUTE, NAMES, UNIT

_LINKS = """SELECT DISTINCT t.fact, a.entity, COALESCE(b.entity, t.baseline), t.predicate, t.modality
            FROM statements t JOIN names a ON a.id = t.subject LEFT JOIN names b ON b.id = t.object
            WHERE (t.object IS NOT NULL OR t.baseline IS NOT NULL)"""
_TOUCHING = f" AND (t.subject IN ({NAMES}) OR t.object IN ({NAMES}) OR {among('t.baseline')})"
_ENDS = """SELECT n.entity, s.article FROM statements s JOIN names n ON n.id = s.subject UNION
           SELECT n.entity, s.article FROM statements s JOIN names n ON n.id = s.object UNION
           SELECT baseline, article FROM statements WHERE baseline IS NOT NULL"""
_LARGEST = f"""SELECT n.entity, {UNIT}, MAX({AMOUNT}), MIN({AMOUNT}) FROM statements s JOIN names n ON n.id = s.subject
               WHERE {ATTRIBUTE} = ? AND predicate = 'has_spec' AND modality <> 'denied' AND {UNIT} IS NOT NULL
               GROUP BY n.entity, {UNIT}"""


def links(
    db: Connection, symmetric: Collection[str], entities: Collection[str] | None = None, predicate: str | None = None
) -> list[Link]:
    """The facts between two entities, sorted by id; one of these entities, where given, and of this predicate."""
    query, given = _LINKS, list[str]()
    if entities is not None:
        query, given = query + _TOUCHING, [bind(sorted(entities))] * 3
    if predicate is not None:
        query, given = f"{query} AND t.predicate = ?", [*given, predicate]
    found = map(Link._make, db.execute(query, given))
    return sorted({_in_order(link) if link.predicate in symmetric else link for link in found})


def _in_order(link: Link) -> Link:
    one, other = sorted((link.subject, link.object))
    return link._replace(subject=one, object=other)


def connections(found: Collection[Link]) -> Counter[str]:
    """How many other entities each one is linked with; denied links do not count."""
    near: dict[str, set[str]] = defaultdict(set)
    for link in found:
        if link.modality != "denied" and link.subject != link.object:
            near[link.subject].add(link.object)
            near[link.object].add(link.subject)
    return Counter({entity: len(others) for entity, others in near.items()})


def articles_of(db: Connection) -> dict[str, set[str]]:
    """The ids of the articles that state something with an entity at one of its ends, by entity."""
    ids = dict(db.execute("SELECT id, article FROM articles"))
    found: dict[str, set[str]] = defaultdict(set)
    for entity, article in db.execute(_ENDS):
        found[entity].add(ids[article])
    return found


def extremes(db: Connection, attribute: str) -> list[tuple[str, str, float, float]]:
    """Entity, unit, largest and smallest amount for every entity and unit in which an attribute of it is stated."""
    return db.execute(_LARGEST, (attribute,)).fetchall()
