"""The reports that a graph gives: where facts come from, what contradicts what, histories and comparisons."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from extractor.graph.document import Document
from extractor.ontology import Ontology
from extractor.query.explain import Explanation
from extractor.query.questions import Questions
from extractor.query.support import Independence
from extractor.query.view import FactView

if TYPE_CHECKING:
    from extractor.query.article import ArticleView
    from extractor.query.comparison import Comparison
    from extractor.query.conflicts import Conflict
    from extractor.query.difference import Difference
    from extractor.query.provenance import Provenance
    from extractor.query.timeline import Timeline
    from extractor.query.undecided import Undecided

Found = TypeVar("Found", bound="Conflict")


class Reports(Questions):
    """Reads whole graphs, document and all."""

    document: Document

    def __iter__(self) -> Iterator[FactView]:
        """All facts, in the order of :meth:`facts`."""
        return iter(self.facts())

    def explain(self, fact_id: str) -> Explanation:
        """Where a fact comes from: quotes with their marked parts, context, articles and rules.

        >>> from extractor.graph import example_document
        >>> from extractor.query import KnowledgeGraph
        >>> graph = KnowledgeGraph(example_document())
        >>> print(graph.explain(graph.facts("AWS", "announces")[0].id).passages[0].marked())
        [AWS:subject] [unveiled:cue] [Graviton4:object] with 96 Neoverse V2 cores at re:Invent.
        """
        return Explanation.of(self.fact(fact_id))

    def article(self, named: str) -> ArticleView:
        """An article with all that it names; a notebook shows its text with every name marked (docs/notebooks.md).

        ``named`` is an id, the beginning of one, a path or an address. Raises :class:`UsageError` where there is no such
        article or several.

        >>> from extractor.graph import example_document
        >>> from extractor.query import KnowledgeGraph
        >>> KnowledgeGraph(example_document()).article("news/aws.md")
        <ArticleView: AWS unveils Graviton4 and Trainium2, 10 names>
        """
        from extractor.query.article import ArticleView

        return ArticleView.of(self.document, self._backend.articles_called(named), named)

    def conflicts(
        self, entity: str | None = None, min_confidence: float = 0.0, ontology: Ontology | None = None
    ) -> list[Conflict]:
        """The contradictions among the facts, with their sides (docs/decisions/0007), sorted by entity and topic.

        ``entity`` (a name or an id) takes those that it has a part in, ``min_confidence`` leaves out less certain facts,
        ``ontology`` is another than the built-in one. Raises :class:`UsageError` for an unknown name.

        >>> from extractor.graph import example_document
        >>> from extractor.query import KnowledgeGraph
        >>> KnowledgeGraph(example_document()).conflicts()
        []
        """
        from extractor.query.conflicts import find_conflicts

        return self._of(entity, find_conflicts(self._certain(min_confidence), *self._judges(ontology)))

    def undecided(
        self, entity: str | None = None, min_confidence: float = 0.0, ontology: Ontology | None = None
    ) -> list[Undecided]:
        """The pairs of sides that differ but cannot be compared, with the reason; the arguments are those of :meth:`conflicts`.

        >>> from extractor.graph import example_document
        >>> from extractor.query import KnowledgeGraph
        >>> KnowledgeGraph(example_document()).undecided()
        []
        """
        from extractor.query.undecided import find_undecided

        return self._of(entity, find_undecided(self._certain(min_confidence), *self._judges(ontology)))

    def timeline(self, product: str, ontology: Ontology | None = None) -> Timeline:
        """What happened to a product and was planned for it, in order, with its predecessors and successors.

        Takes a name or an id; raises :class:`UsageError` for one that is unknown or has several meanings.

        >>> from extractor.graph import example_document
        >>> from extractor.query import KnowledgeGraph
        >>> [event.status for event in KnowledgeGraph(example_document()).timeline("graviton 4").events]
        ['announced', 'preview']
        """
        from extractor.query.timeline import timeline_of

        return timeline_of(self.entity(product), list(self), ontology or self._ontology(), self._independence)

    def compare(self, first: str, second: str, ontology: Ontology | None = None) -> Comparison:
        """The specs of two things side by side in base units, and the comparisons that texts draw, with their sources.

        Takes names or ids; raises :class:`UsageError` for one that is unknown or has several meanings.

        >>> from extractor.graph import example_document
        >>> from extractor.query import KnowledgeGraph
        >>> [row.label for row in KnowledgeGraph(example_document()).compare("graviton 4", "trainium 2").rows]
        ['cores']
        """
        from extractor.query.comparison import Comparer

        comparer = Comparer(list(self), ontology or self._ontology(), self._independence)
        return comparer.compare(self.entity(first), self.entity(second))

    def difference(self, newer: Reports) -> Difference:
        """What came, went and changed from this graph to a newer one.

        >>> from extractor.graph import example_document
        >>> from extractor.query import KnowledgeGraph
        >>> graph = KnowledgeGraph(example_document())
        >>> bool(graph.difference(graph))
        False
        """
        from extractor.query.difference import difference

        return difference(self.document, self, newer.document, newer)

    def sources(self, fact_id: str, ontology: Ontology | None = None) -> Provenance:
        """Who says a fact: independent sources with their copies, and the facts that agree with it or contradict it.

        Takes an id or the beginning of one; raises :class:`UsageError` where there is no such fact or several.

        >>> from extractor.graph import example_document
        >>> from extractor.query import KnowledgeGraph
        >>> graph = KnowledgeGraph(example_document())
        >>> graph.sources(graph.facts("AWS", "announces")[0].id).support.names
        ('example.org', 'echo.example')
        """
        from extractor.query.provenance import provenance_of

        return provenance_of(self.fact(fact_id), list(self), ontology or self._ontology(), self._independence)

    def _certain(self, least: float) -> list[FactView]:
        return [fact for fact in self if fact.confidence >= least]

    def _judges(self, ontology: Ontology | None) -> tuple[Ontology, Independence]:
        return ontology or self._ontology(), self._independence

    def _of(self, entity: str | None, found: list[Found]) -> list[Found]:
        wanted = None if entity is None else self._asked.ids(entity)
        return [conflict for conflict in found if wanted is None or conflict.entities & wanted]

    def _ontology(self) -> Ontology:
        return self._backend.ontology

    @cached_property
    def _independence(self) -> Independence:
        return Independence(self.document)
