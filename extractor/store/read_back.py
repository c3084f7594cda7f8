"""Rows back to articles, readings and graph ids, as extractor.resolve takes them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from sqlite3 import Connection
from typing import Any

from extractor.articles.article import Article
from extractor.pipeline.reading import LocalEntity, Mention, Reading
from extractor.store.groups import among, bind
from extractor.store.names import entities_of
from extractor.store.statements import COLUMNS, Row, decode

ALL = "1"


@dataclass(frozen=True, slots=True)
class Said:
    """Statements of articles: readings without mentions, with the graph ids that their indices mean."""

    articles: list[Article]
    readings: list[Reading]
    ids: list[list[str]]


def read_articles(db: Connection, rows: Iterable[int] | None = None) -> dict[int, Article]:
    """The articles of these rows, or all."""
    where, given = (ALL, ()) if rows is None else (among("a.id"), (bind(rows),))
    query = f"""SELECT a.id, g.title, g.body, a.path, a.url, a.published, a.source, a.topics
                FROM articles a JOIN given g ON g.id = a.given WHERE {where}"""
    return {
        row: Article(title, body, path, url, published, source, tuple(json.loads(topics)))
        for row, title, body, path, url, published, source, topics in db.execute(query, given)
    }


def read_statements(db: Connection, where: str = ALL, *given: str) -> list[Row]:
    """The rows of statements that fit a condition, in the order of articles and texts."""
    return list(db.execute(f"SELECT {COLUMNS} FROM statements WHERE {where} ORDER BY article, place", given))


def said(db: Connection, rows: list[Row], articles: Mapping[int, Article]) -> Said:
    """What rows of statements say, article by article; ``articles`` are at least those of the rows."""
    entity = entities_of(db, {name for row in rows for name in row[2:5] if name is not None})
    found = Said([], [], [])
    for article, group in groupby(rows, key=lambda row: row[0]):
        own = list(group)
        local = {name: n for n, name in enumerate(dict.fromkeys(x for row in own for x in row[2:5] if x is not None))}
        found.articles.append(articles[article])
        found.readings.append(Reading(articles[article].id, (), tuple(decode(row, local) for row in own)))
        found.ids.append([entity[name] for name in local])
    return found


def mentioned(db: Connection, entities: Iterable[str] | None = None) -> tuple[list[Reading], list[list[str]]]:
    """Readings of mentions alone, one for each name and article, with the graph id of the name."""
    where, given = (ALL, ()) if entities is None else (among("n.entity"), (bind(entities),))
    query = f"""SELECT n.id, n.entity, n.type, n.name, n.known, a.article, m.start, m."end", f.text
                FROM names n JOIN forms f ON f.name = n.id JOIN mentions m ON m.form = f.id
                JOIN articles a ON a.id = m.article WHERE {where}"""
    return _by_name(db.execute(query, given))


def named(db: Connection) -> tuple[list[Reading], list[list[str]]]:
    """Every name with its forms, their places left out: enough to find an entity by."""
    query = """SELECT n.id, n.entity, n.type, n.name, n.known, '', 0, 0, f.text
               FROM names n JOIN forms f ON f.name = n.id"""
    return _by_name(db.execute(query))


def _by_name(rows: Iterable[tuple[Any, ...]]) -> tuple[list[Reading], list[list[str]]]:
    places: dict[tuple[Any, ...], list[Mention]] = defaultdict(list)
    for *name, start, end, text in rows:
        places[tuple(name)].append(Mention(start, end, text))
    readings, ids = [], []
    for (_, entity, type_, name, known, article), mentions in places.items():
        readings.append(Reading(article, (LocalEntity(type_, name, known or None, tuple(mentions)),)))
        ids.append([entity])
    return readings, ids


def copies(db: Connection, articles: Iterable[int] | None = None) -> dict[str, str]:
    """The copies among these articles, or all: id -> id of the original."""
    where, given = (ALL, ()) if articles is None else (among("id"), (bind(articles),))
    query = f"SELECT article, original FROM articles WHERE original IS NOT NULL AND {where}"
    return dict(db.execute(query, given).fetchall())
