"""Conditions of a query as SQL over the rows of statements.

A clause lets through at least the rows of every fact that fulfils its condition. It may let more through, where a fact is more
than its rows (its confidence, its qualifiers): the condition itself has the last word.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import singledispatch
from typing import NamedTuple

from extractor.ontology import Ontology
from extractor.query.conditions import Amount, Between, Condition, Conflicting, End, ReadIn, Spoken, Supported, Word
from extractor.query.measure import scales
from extractor.store.groups import among, bind
from extractor.store.slots import RIVALS

# Must stay as the indexes of schema.sql have them.
ATTRIBUTE, AMOUNT, UNIT, LOW = (
    f"json_extract(said, '$[{place}]')" for place in ("3", "4][0", "4][1", "4][4")
)  # fmt: skip
STATUS, DATE, QUALIFIERS = (f"json_extract(said, '$[{place}]')" for place in ("5", "6", "7"))
NAMES = f"SELECT id FROM names WHERE {among('entity')}"
OF_TYPE = f"SELECT id FROM names WHERE entity IN (SELECT entity FROM names WHERE {among('type')})"
COLUMNS = {"predicate": "predicate", "modality": "modality", "attribute": ATTRIBUTE, "status": STATUS}
ROUNDING = 1e-12  # so that no limit excludes what it equals


class Clause(NamedTuple):
    """A condition in SQL with its parameters."""

    sql: str
    given: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What clauses need to know: units, predicates, and which of these are symmetric in the store."""

    ontology: Ontology
    symmetric: Collection[str]
    alone: bool = False  # whether the condition is the only one


@singledispatch
def clause(condition: Condition, terms: Terms) -> Clause | None:
    """The clause of a condition; ``None`` where its facts cannot be told by their rows."""
    return None


def clauses(conditions: Iterable[Condition], terms: Terms) -> Clause | None:
    """The clause of several conditions; ``None`` where it would let all facts through."""
    given = list(conditions)
    terms = replace(terms, alone=len(given) == 1)
    found = [one for condition in given if (one := clause(condition, terms)) is not None]
    if not found:
        return None
    return Clause(" AND ".join(f"({one.sql})" for one in found), tuple(value for one in found for value in one.given))


def _stated(where: str, *given: str | int) -> Clause:
    """The facts of which one row is so, whatever the others are."""
    return Clause(f"fact IN (SELECT fact FROM statements WHERE {where})", given)


@clause.register
def _(condition: End, terms: Terms) -> Clause:
    ids, symmetric = bind(sorted(condition.ids)), bind(sorted(terms.symmetric))
    if condition.subject and condition.object:
        return Clause(f"subject IN ({NAMES}) OR object IN ({NAMES}) OR {among('baseline')}", (ids, ids, ids))
    one, other = ("subject", "object") if condition.subject else ("object", "subject")
    swapped = f"{one} IN ({NAMES}) OR ({other} IN ({NAMES}) AND {among('predicate')})"
    if condition.subject:
        return Clause(swapped, (ids, ids, symmetric))
    return Clause(f"{swapped} OR {among('baseline')}", (ids, ids, symmetric, ids))


@clause.register
def _(condition: Word, terms: Terms) -> Clause:
    said = bind(sorted(condition.spellings))
    if condition.field == "type":
        swapped = f"object IN ({OF_TYPE}) AND {among('predicate')}"
        return Clause(f"subject IN ({OF_TYPE}) OR ({swapped})", (said, said, bind(sorted(terms.symmetric))))
    return Clause(among(COLUMNS[condition.field]), (said,))


@clause.register
def _(condition: Spoken, terms: Terms) -> Clause:
    return _stated(f"speaker IN ({NAMES})", bind(sorted(condition.ids)))


@clause.register
def _(condition: ReadIn, terms: Terms) -> Clause:
    parts, given = ["1"], []
    for column, wanted in (("article", condition.articles), ("source", condition.sources)):
        if wanted is not None:
            parts.append(among(column))
            given.append(bind(sorted(wanted)))
    return _stated(f"article IN (SELECT id FROM articles WHERE {' AND '.join(parts)})", *given)


@clause.register
def _(condition: Between, terms: Terms) -> Clause:
    """Days are compared as text; a year of a date of its own is looked at more closely later."""
    since = "" if condition.since is None else str(condition.since)
    until = "~" if condition.until is None else f"{condition.until}~"
    published = "article IN (SELECT id FROM articles WHERE published >= ? AND published <= ?)"
    own = f"substr({DATE}, 1, 4) BETWEEN ? AND ?"
    qualified = f"""{QUALIFIERS} LIKE '%["date",%'"""
    return _stated(f"{published} OR {own} OR {qualified}", since, until, since[:4], until[:4])


@clause.register
def _(condition: Amount, terms: Terms) -> Clause:
    slack = -ROUNDING if condition.above else ROUNDING
    limits = ((unit, condition.edge / scale) for unit, scale in scales(condition.unit, terms.ontology))
    edges = json.dumps([[unit, limit + slack * abs(limit)] for unit, limit in limits])
    beyond = (
        f"{AMOUNT} >= e.value ->> 1" if condition.above else f"({AMOUNT} <= e.value ->> 1 OR {LOW} <= e.value ->> 1)"
    )
    sql = f"SELECT fact FROM json_each(?) e CROSS JOIN statements ON {UNIT} = e.value ->> 0 AND {beyond}"
    if condition.unit == "x":  # a percentage of compares_to is a multiple
        sql += f" UNION SELECT fact FROM statements WHERE {UNIT} = '%' AND predicate = 'compares_to'"
    return Clause(f"fact IN ({sql})", (edges,))


@clause.register
def _(condition: Supported, terms: Terms) -> Clause | None:
    if condition.least < 2:
        return None
    if terms.alone:
        sql = "fact IN (SELECT fact FROM statements GROUP BY fact HAVING COUNT(DISTINCT article) >= ?)"
    else:
        sql = "(SELECT COUNT(DISTINCT article) FROM statements AS o WHERE o.fact = statements.fact) >= ?"
    return Clause(sql, (condition.least,))


@clause.register
def _(condition: Conflicting, terms: Terms) -> Clause | None:
    if not condition.wanted:
        return None
    single = [name for name, predicate in terms.ontology.predicates.items() if predicate.inverse_functional]
    return Clause(f"fact IN ({RIVALS})", (bind(sorted(terms.symmetric)), bind(single)))
