"""Baselines of comparisons that name none, kept up to date for the entities that a change can concern.

``with_baselines`` (extractor/resolve/lineage.py) decides for every subject by the facts about it, by which entities there
are, and by the catalogue. So it is asked anew for the subjects of which one of these is another than before. What it finds
stands beside the statement: the statement itself stays as the article makes it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from sqlite3 import Connection

from extractor.catalogue import Catalogue
from extractor.catalogue.lineage import earlier_generation, generations
from extractor.facts import Fact
from extractor.resolve.lineage import INFERRED, inferred, with_baselines
from extractor.resolve.link import facts_of
from extractor.store.groups import among, bind
from extractor.store.names import entities_of
from extractor.store.read_back import copies, read_articles, read_statements, said
from extractor.store.reader import Reader
from extractor.store.statements import Row

LINEAGE = "predicate IN ('compares_to', 'succeeds')"
NAMED = f"subject IN (SELECT id FROM names WHERE {among('entity')})"
OPEN = "predicate = 'compares_to' AND object IS NULL"


def completed(rows: Sequence[Row], facts: list[Fact]) -> list[Fact]:
    """The facts of these rows, in their order, with the baselines that were found for them."""
    return [_completed(fact, *row[-2:]) for fact, row in zip(facts, rows, strict=True)]


def _completed(fact: Fact, baseline: str | None, how: str | None) -> Fact:
    if baseline is None or how is None:
        return fact
    source, confidence = json.loads(how)
    return inferred(fact, baseline, tuple(source) if isinstance(source, list) else source, confidence)


def compared_in(db: Connection, articles: Iterable[int]) -> set[str]:
    """The entities that these articles compare with others, or call successors."""
    return _subjects(db, among("s.article"), bind(articles))


def touched(db: Connection, moved: Mapping[int, str], vanished: Iterable[str], catalogue: Catalogue) -> set[str]:
    """The entities whose baselines may be others, after names got new ids (name -> the old one) or ``vanished``."""
    ids = {*vanished, *moved.values(), *entities_of(db, moved).values()} - {""}
    followers = later(catalogue)
    return ids.union(*(followers.get(id_, ()) for id_ in ids)) | _subjects(db, among("s.object"), bind(moved))


def find_all_baselines(db: Connection, reader: Reader) -> None:
    """Find all baselines anew."""
    find_baselines(db, _subjects(db, "1"), reader)


def find_baselines(db: Connection, subjects: Collection[str], reader: Reader) -> None:
    """Find the baselines of what is compared of these entities anew."""
    incomplete = _subjects(db, f"{NAMED} AND {OPEN}", bind(subjects))
    rows = read_statements(db, f"{LINEAGE} AND {NAMED}", bind(incomplete))
    if not rows:
        return
    articles = read_articles(db, {row[0] for row in rows})
    found = said(db, rows, articles)
    read = zip(found.articles, found.readings, found.ids, strict=True)
    facts = [fact for one in read for fact in facts_of(*one, reader.symmetric)]
    complete = with_baselines(facts, _Present(db), reader.catalogue, copies(db, articles))
    changed = [
        (after.id, *columns, *row[:2])
        for row, before, after in zip(rows, facts, complete, strict=True)
        if (columns := _columns(before, after)) != row[-2:] or after is not before
    ]
    query = "UPDATE statements SET fact = ?, baseline = ?, inferred = ? WHERE article = ? AND place = ?"
    db.executemany(query, changed)


def _columns(before: Fact, after: Fact) -> tuple[str | None, str | None]:
    if after is before:
        return None, None
    return after.object, json.dumps([after.said.get(INFERRED), after.confidence])


def _subjects(db: Connection, where: str, *given: str) -> set[str]:
    query = f"SELECT DISTINCT n.entity FROM statements s JOIN names n ON n.id = s.subject WHERE {LINEAGE} AND {where}"
    return {entity for (entity,) in db.execute(query, given)}


class _Present:
    """The ids of the entities of a store."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def __contains__(self, id_: object) -> bool:
        return self._db.execute("SELECT 1 FROM names WHERE entity = ? LIMIT 1", (id_,)).fetchone() is not None


_later: list[tuple[Catalogue, dict[str, set[str]]]] = []


def later(catalogue: Catalogue) -> dict[str, set[str]]:
    """The things of a catalogue for each one that may be their baseline; made once for each catalogue."""
    if not _later or _later[0][0] is not catalogue:
        found: dict[str, set[str]] = defaultdict(set)
        for id_ in catalogue.entries:
            for number in (None, *range(1, len(generations(catalogue, id_)) + 1)):
                for form in earlier_generation(catalogue, id_, number):
                    found[form].add(id_)
        _later[:] = [(catalogue, found)]
    return _later[0][1]
