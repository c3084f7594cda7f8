"""Facts that may contradict each other: those about one thing in one respect (extractor/query/conflicts.py)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from sqlite3 import Connection

from extractor.ontology import Ontology
from extractor.query.view import FactView

# One row for a fact, its ends in the order of the graph: those of a symmetric predicate by their ids.
_ENDS = """SELECT DISTINCT t.fact, t.predicate,
    COALESCE(json_extract(t.said, '$[3]'), json_extract(t.said, '$[5]'), '') AS topic,
    IIF(b.entity < a.entity AND t.predicate IN (SELECT value FROM json_each(?)), b.entity, a.entity) AS subject,
    COALESCE(b.entity, '') AS object
  FROM statements t JOIN names a ON a.id = t.subject LEFT JOIN names b ON b.id = t.object"""
RIVALS = f"""WITH ends AS MATERIALIZED ({_ENDS})
  SELECT fact FROM ends JOIN (SELECT subject, predicate, topic FROM ends GROUP BY 1, 2, 3 HAVING COUNT(*) > 1)
    USING (subject, predicate, topic)
  UNION SELECT fact FROM ends JOIN (SELECT object, predicate FROM ends WHERE object <> ''
    AND predicate IN (SELECT value FROM json_each(?)) GROUP BY 1, 2 HAVING COUNT(*) > 1) USING (object, predicate)"""
_NAMED = "FROM json_each(?) e JOIN names n ON n.entity = e.value ->> 0 JOIN statements t ON"
_NEAR = " UNION ".join(
    f"SELECT t.fact {_NAMED} t.{end} = n.id AND t.predicate = e.value ->> 1" for end in ("subject", "object")
)
_SERIES = """SELECT DISTINCT n.entity FROM statements s JOIN names n ON n.id = s.object
             WHERE s.predicate = 'in_family' AND s.modality <> 'denied'"""


def rivals(db: Connection, facts: Iterable[FactView], ontology: Ontology) -> set[str]:
    """The ids of these facts and of all that may contradict them."""
    single = {name for name, predicate in ontology.predicates.items() if predicate.inverse_functional}
    ends = {(fact.fact.subject, fact.predicate) for fact in facts}
    ends |= {(fact.fact.object, fact.predicate) for fact in facts if fact.fact.object and fact.predicate in single}
    given = json.dumps(sorted(ends))
    return {fact for (fact,) in db.execute(_NEAR, (given, given))}


def series(db: Connection) -> Collection[str]:
    """The ids of the entities that have members."""
    return {entity for (entity,) in db.execute(_SERIES)}
