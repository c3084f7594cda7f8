"""The knowledge graph to ask: one object around a document."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.articles.article import Article
from extractor.errors import Problem, UsageError
from extractor.graph.document import Document
from extractor.graph.files import save
from extractor.query.backend import Backend
from extractor.query.memory import Memory
from extractor.query.reports import Reports
from extractor.query.summary import Summary, summarise

if TYPE_CHECKING:
    import networkx as nx


class KnowledgeGraph(Reports):
    """Entities and facts with every place that they rest on.

    ``document`` is all that the graph holds, ``problems`` what went wrong while the articles were read.

    >>> from extractor.graph import example_document
    >>> graph = KnowledgeGraph(example_document())
    >>> for fact in graph.facts(subject="trainium 2"):
    ...     print(fact.sentence())
    Trainium2 compares_to (predecessor): performance up to 4 x
    Trainium2 has_status available (2024) [reported]
    """

    def __init__(self, document: Document, problems: Collection[Problem] = ()) -> None:
        self.document = document
        self.problems = tuple(problems)

    def __len__(self) -> int:
        """The number of facts."""
        return len(self.document.facts)

    def __repr__(self) -> str:
        return f"<KnowledgeGraph: {self.summary()}>"

    def _repr_html_(self) -> str:
        from extractor.notebook import graph_html

        return graph_html(self.summary())

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles, sorted by id."""
        return self.document.articles

    @cached_property
    def network(self) -> nx.MultiDiGraph:
        """The graph for networkx, built when it is first asked for (docs/graph.md)."""
        from extractor.graph.network import to_network

        return to_network(self.document)

    def summary(self, top: int = 10) -> Summary:
        """Counts by type, predicate, modality and source, and the entities with the most facts."""
        return summarise(self.document, top)

    def save(self, path: str | Path, *, compact: bool = False) -> None:
        """Write the graph document (compressed where the name ends in ``.gz``).

        Raises :class:`UsageError` for a name of another format: :func:`extractor.export.export` writes those.
        """
        if not str(path).removesuffix(".gz").endswith(".json"):
            raise UsageError(f"{path}: save writes the document (.json); extractor.export.export writes other formats")
        save(self.document, path, compact=compact)

    @cached_property
    def _backend(self) -> Backend:
        return Memory(self.document)
