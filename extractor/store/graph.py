"""A store to ask: a knowledge graph that fetches from the file what a question needs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cached_property
from inspect import signature
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from extractor.articles.article import Article
from extractor.errors import Problem, UsageError
from extractor.facts import Entity
from extractor.graph.document import Document
from extractor.query.filters import Words
from extractor.query.knowledge_graph import KnowledgeGraph
from extractor.query.names import NameIndex
from extractor.query.summary import Summary
from extractor.query.view import FactView
from extractor.store.assemble import bare_entities, full_entities, part
from extractor.store.changes import Changes
from extractor.store.meta import Meta
from extractor.store.read_back import read_articles
from extractor.store.select import articles_called, count_facts, facts_about, facts_beginning, facts_in
from extractor.store.store import Store
from extractor.store.summary import summarise


class StoredGraph(KnowledgeGraph):
    """The graph of a store.

    Questions about an entity, an article or a fact read the rows that they need; all others read the whole document once.
    The answers are those of the document. ``changes`` tells what the run that returned the graph did to the store. A later
    question may see what others have added since. With ``min_confidence`` less certain facts are left out.
    """

    def __init__(
        self,
        path: str | Path,
        problems: Collection[Problem] = (),
        changes: Changes | None = None,
        min_confidence: float = 0.0,
    ) -> None:
        """Raises :class:`UsageError` where there is no file and :class:`DataError` where it is no store."""
        self.path, self.changes = path, changes
        self.problems = tuple(problems)
        self._least = min_confidence
        with self._reading():
            pass

    @cached_property
    def document(self) -> Document:  # type: ignore[override]
        """The whole document, read when it is first asked for."""
        with Store(self.path) as store:
            return store.document().confident(self._least)

    def __len__(self) -> int:
        """The number of facts."""
        if self._least:
            return super().__len__()
        with self._reading() as db:
            return count_facts(db)

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles, sorted by id."""
        with self._reading() as db:
            return tuple(sorted(read_articles(db).values(), key=lambda article: article.id))

    def entities(self, type: Words = None, name: str | None = None) -> list[Entity]:
        """As :meth:`KnowledgeGraph.entities`."""
        found = KnowledgeGraph(Document(entities=tuple(self._names.ids.values()))).entities(type, name)
        with self._reading() as db:
            return full_entities(db, [entity.id for entity in found])

    def entity(self, name_or_id: str) -> Entity:
        """As :meth:`KnowledgeGraph.entity`."""
        id_ = self._names.one(name_or_id).id
        with self._reading() as db:
            return full_entities(db, [id_])[0]

    def facts(self, *args: Any, **given: Any) -> list[FactView]:
        """As :meth:`KnowledgeGraph.facts`."""
        asked = signature(KnowledgeGraph.facts).bind(self, *args, **given).arguments
        ends = [asked[end] for end in ("subject", "object", "entity") if asked.get(end) is not None]
        article = asked.get("article")
        if self._least or (not ends and article is None):
            return super().facts(*args, **given)
        found = KnowledgeGraph(self._part(ends, article))
        try:
            return found.facts(*args, **given)
        except UsageError:  # perhaps a word that only other parts of the graph have; they also know what resembles it
            return super().facts(*args, **given)

    def fact(self, fact_id: str) -> FactView:
        """As :meth:`KnowledgeGraph.fact`."""
        if self._least:
            return super().fact(fact_id)
        with self._reading() as db:
            found = part(db, Meta.of(db).symmetric, facts_beginning(db, fact_id))
        return KnowledgeGraph(found).fact(fact_id)

    def summary(self, top: int = 10) -> Summary:
        """As :meth:`KnowledgeGraph.summary`."""
        if self._least:
            return super().summary(top)
        names = {id_: entity.name for id_, entity in self._names.ids.items()}
        with self._reading() as db:
            return summarise(db, names, top)

    @cached_property
    def _names(self) -> NameIndex:
        """Entities by id, name and alias, without their mentions."""
        with self._reading() as db:
            return NameIndex(bare_entities(db))

    def _part(self, ends: list[str], article: str | None) -> Document:
        """The document of the facts that have all these ends and are in this article, as far as they are named."""
        named = [{entity.id for entity in self._names.find(end)} for end in ends]
        with self._reading() as db:
            sets = [facts_about(db, ids) for ids in named]
            rows = set() if article is None else articles_called(db, article)
            sets += [] if article is None else [facts_in(db, rows)]
            return part(db, Meta.of(db).symmetric, set.intersection(*sets), set().union(*named), rows)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with Store(self.path) as store, store.reading() as db:
            yield db
