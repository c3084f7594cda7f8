"""Carrying out a plan: the rows of articles, names, mentions and statements."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from sqlite3 import Connection

from extractor.articles.article import Article
from extractor.errors import UsageError
from extractor.pipeline.reading import Reading
from extractor.resolve.link import facts_of
from extractor.store.copies import add_keys, delete_keys, near, settle_copies
from extractor.store.groups import among, bind
from extractor.store.lineage import compared_in, find_baselines, touched
from extractor.store.names import (
    delete_forms,
    delete_mentions,
    entities_of,
    write_mentions,
    write_names,
)
from extractor.store.plan import Plan, data_of
from extractor.store.read_back import read_articles, read_statements, said
from extractor.store.reader import Reader
from extractor.store.settling import change_names
from extractor.store.statements import delete_statements, write_statements


@dataclass(frozen=True, slots=True)
class _Written:
    """An article that has just been added, with the rows of the names of its entities."""

    row: int
    article: Article
    reading: Reading
    names: list[int]


def carry_out(db: Connection, plan: Plan, readings: Mapping[Article, Reading], reader: Reader, generation: int) -> None:
    """Do what a plan says; ``readings`` has one for every fresh article."""
    concerned = near(db, plan.gone.keys() | plan.altered.keys())
    subjects = compared_in(db, concerned)
    delete_keys(db, plan.gone.keys() | plan.altered.keys())
    loose = _delete(db, plan.gone)
    for row, (article, given) in plan.altered.items():
        _alter(db, row, article, given)
    new, written = _insert(db, plan, readings, reader, generation)
    unused = delete_forms(db, loose)
    vanished = set(entities_of(db, unused).values())
    moved = change_names(db, new, unused, reader)
    restate_names(db, reader, moved)
    for one in written:
        _write_facts(db, one, reader)
    present = [(one.row, one.article) for one in written] + [(row, one) for row, (one, _) in plan.altered.items()]
    add_keys(db, present)
    group = near(db, concerned - plan.gone.keys() | {row for row, _ in present})
    settle_copies(db, group)
    subjects |= compared_in(db, group) | touched(db, moved, vanished, reader.catalogue)
    find_baselines(db, subjects, reader)


def restate_names(db: Connection, reader: Reader, names: Collection[int]) -> None:
    """Compute the ids of the facts about these names anew."""
    if names:
        _restate(db, reader, f"{among('subject')} OR {among('object')}", bind(names), bind(names))


def restate_predicates(db: Connection, reader: Reader, predicates: Collection[str]) -> None:
    """Compute the ids of the facts of these predicates anew."""
    if predicates:
        _restate(db, reader, among("predicate"), bind(predicates))


def _restate(db: Connection, reader: Reader, where: str, *given: str) -> None:
    rows = read_statements(db, where, *given)
    found = said(db, rows, read_articles(db, {row[0] for row in rows}))
    facts = (
        fact.id
        for article, reading, ids in zip(found.articles, found.readings, found.ids, strict=True)
        for fact in facts_of(article, reading, ids, reader.symmetric)
    )
    ids = [(fact, row[0], row[1]) for fact, row in zip(facts, rows, strict=True)]
    db.executemany("UPDATE statements SET fact = ? WHERE article = ? AND place = ?", ids)


def _delete(db: Connection, gone: Collection[int]) -> set[int]:
    """Delete articles with what they name and state; returns the forms that lost a place."""
    delete_statements(db, gone)
    db.execute(f"DELETE FROM articles WHERE {among('id')}", (bind(gone),))
    return delete_mentions(db, gone)


def _alter(db: Connection, row: int, article: Article, given: int) -> None:
    query = "UPDATE articles SET given = ?, path = ?, url = ?, published = ?, source = ?, topics = ? WHERE id = ?"
    db.execute(query, (given, *data_of(article), row))


def _insert(
    db: Connection, plan: Plan, readings: Mapping[Article, Reading], reader: Reader, generation: int
) -> tuple[set[int], list[_Written]]:
    """Add articles with what they name; returns the names that are new."""
    new: set[int] = set()
    written = []
    for article, given in plan.fresh:
        reading, named = reader.named(_checked(article, readings[article]))
        row = _insert_article(db, article, given, reading.failure, generation)
        names, made = write_names(db, named)
        write_mentions(db, row, names, reading.entities)
        new |= made
        written.append(_Written(row, article, reading, names))
    return new, written


def _checked(article: Article, reading: Reading) -> Reading:
    if reading.article != article.id:
        raise UsageError(f"reading of {reading.article} given for article {article.id} ({article.path})")
    return reading


def _insert_article(db: Connection, article: Article, given: int, failure: str | None, generation: int) -> int:
    query = """INSERT INTO articles (article, given, path, url, published, source, topics, failure, generation)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
    return db.execute(query, (article.id, given, *data_of(article), failure, generation)).lastrowid or 0


def _write_facts(db: Connection, one: _Written, reader: Reader) -> None:
    entities = entities_of(db, one.names)
    ids = [entities[name] for name in one.names]
    facts = (fact.id for fact in facts_of(one.article, one.reading, ids, reader.symmetric))
    write_statements(db, one.row, one.names, one.reading.statements, facts)
