"""A store to ask: a knowledge graph that fetches from the file what a question needs."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from pathlib import Path

from extractor.articles.article import Article
from extractor.errors import Problem
from extractor.graph.document import Document
from extractor.query.backend import Backend
from extractor.query.knowledge_graph import KnowledgeGraph
from extractor.query.memory import Memory
from extractor.query.summary import Summary
from extractor.store.backend import StoreBackend
from extractor.store.changes import Changes
from extractor.store.read_back import read_articles
from extractor.store.select import count_facts
from extractor.store.store import Store
from extractor.store.summary import summarise


class StoredGraph(KnowledgeGraph):
    """The graph of a store.

    Queries run as SQL and read the rows of what they find; reports (conflicts, timeline, compare) and exports read the whole
    document once. The answers are those of the document. ``changes`` tells what the run that returned the graph did to the
    store. A later question may see what others have added since. With ``min_confidence`` less certain facts are left out, and
    everything is asked of the document.
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
        self._rows = StoreBackend(path)
        with self._rows.reading():
            pass

    @cached_property
    def document(self) -> Document:  # type: ignore[override]
        """The whole document, read when it is first asked for."""
        with Store(self.path) as store:
            return store.document().confident(self._least)

    @cached_property
    def _backend(self) -> Backend:
        return Memory(self.document) if self._least else self._rows

    def __len__(self) -> int:
        """The number of facts."""
        if self._least:
            return super().__len__()
        with self._rows.reading() as db:
            return count_facts(db)

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles, sorted by id."""
        with self._rows.reading() as db:
            return tuple(sorted(read_articles(db).values(), key=lambda article: article.id))

    def summary(self, top: int = 10) -> Summary:
        """As :meth:`KnowledgeGraph.summary`."""
        if self._least:
            return super().summary(top)
        names = {id_: entity.name for id_, entity in self._rows.names.ids.items()}
        with self._rows.reading() as db:
            return summarise(db, names, top)
