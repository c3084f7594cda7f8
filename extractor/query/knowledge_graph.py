"""The knowledge graph to ask: one object around a document."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.articles.article import Article
from extractor.errors import Problem, UsageError
from extractor.facts.entity import Entity
from extractor.graph.document import Document
from extractor.graph.files import save
from extractor.query.dates import boundary
from extractor.query.explain import Explanation
from extractor.query.filters import Filter, Words, words
from extractor.query.names import NameIndex, fold
from extractor.query.summary import Summary, summarise
from extractor.query.support import Independence
from extractor.query.view import FactView
from extractor.query.vocabulary import check_words

if TYPE_CHECKING:
    import networkx as nx

    from extractor.ontology import Ontology
    from extractor.query.comparison import Comparison
    from extractor.query.conflicts import Conflict
    from extractor.query.difference import Difference
    from extractor.query.provenance import Provenance
    from extractor.query.timeline import Timeline


class KnowledgeGraph:
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

    def __iter__(self) -> Iterator[FactView]:
        """All facts, in the order of :meth:`facts`."""
        return iter(self._views)

    def __repr__(self) -> str:
        return f"<KnowledgeGraph: {self.summary()}>"

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles, sorted by id."""
        return self.document.articles

    @cached_property
    def network(self) -> nx.MultiDiGraph:
        """The graph for networkx, built when it is first asked for (docs/graph.md)."""
        from extractor.graph.network import to_network

        return to_network(self.document)

    def entities(self, type: Words = None, name: str | None = None) -> list[Entity]:
        """The entities of a type (or of several) whose name or alias contains ``name``, sorted by id.

        >>> from extractor.graph import example_document
        >>> [entity.id for entity in KnowledgeGraph(example_document()).entities(type="CHIP", name="graviton")]
        ['chip:graviton4']
        """
        wanted, part = words(type), fold(name or "")
        return [
            entity
            for entity in self.document.entities
            if (wanted is None or entity.type.casefold() in wanted)
            and any(part in fold(form) for form in (entity.name, *entity.aliases))
        ]

    def entity(self, name_or_id: str) -> Entity:
        """The entity of this id, else of this name, else with this alias; case, blanks and hyphens do not count.

        Raises :class:`UnknownEntityError` with near names, :class:`AmbiguousEntityError` with the candidates.

        >>> from extractor.graph import example_document
        >>> KnowledgeGraph(example_document()).entity("amazon web services").id
        'org:aws'
        """
        return self._index.one(name_or_id)

    def facts(
        self,
        subject: str | None = None,
        predicate: Words = None,
        object: str | None = None,
        entity: str | None = None,
        attribute: Words = None,
        status: Words = None,
        modality: Words = None,
        article: str | None = None,
        source: Words = None,
        since: str | date | None = None,
        until: str | date | None = None,
        type: Words = None,
        min_confidence: float = 0.0,
    ) -> list[FactView]:
        """The facts that fit everything that is given, sorted by subject, predicate and wording.

        ``subject``, ``object`` and ``entity`` (either end) take a name or an id, and a name that several entities have
        means all of them. ``type`` is the type of the subject. ``article`` takes an id, the beginning of one, a path or
        an address. ``since`` and ``until`` (2026-03-14, 2026-03, 2026-Q1, 2026) hold for the day of publication or for
        the date of the fact itself. Words may be given singly or as a list. Raises :class:`UsageError` for a name, word or
        publisher that there is not, with what resembles it.

        >>> from extractor.graph import example_document
        >>> [fact.object_name for fact in KnowledgeGraph(example_document()).facts("AWS", "announces")]
        ['AWS Graviton4']
        """
        self._check(predicate=predicate, attribute=attribute, status=status, modality=modality, type=type)
        check_words("source", source, (one.source for one in self.articles), ())
        wanted = Filter().certain(min_confidence)
        wanted.ends(self._ids(subject), subject=True, object=False)
        wanted.ends(self._ids(object), subject=False, object=True)
        wanted.ends(self._ids(entity), subject=True, object=True)
        wanted.among(lambda fact: fact.predicate, predicate).among(lambda fact: fact.attribute, attribute)
        wanted.among(lambda fact: fact.status, status).among(lambda fact: fact.modality, modality)
        wanted.among(lambda fact: fact.subject.type, type)
        wanted.read_in(self._article_ids(article), source)
        wanted.between(boundary(since, end=False), boundary(until, end=True))
        return [fact for fact in self._views if wanted(fact)]

    def _check(self, **given: Words) -> None:
        """Refuse words that neither the graph nor the built-in ontology knows."""
        asked = {kind: said for kind, said in given.items() if words(said)}
        if not asked:
            return
        ontology = self._ontology()
        known = {
            "predicate": ontology.predicates, "attribute": ontology.attributes, "status": ontology.statuses,
            "modality": ontology.modalities, "type": ontology.types,
        }  # fmt: skip
        for kind, said in asked.items():
            used = (view.subject.type if kind == "type" else getattr(view.fact, kind) for view in self._views)
            check_words(kind, said, used, known[kind])

    def fact(self, fact_id: str) -> FactView:
        """The fact of this id, or of the only id that begins so; raises :class:`UsageError`."""
        found = [fact for key, fact in self._by_id.items() if fact_id and key.startswith(fact_id)]
        if not found:
            raise UsageError(f"the graph has no fact {fact_id!r}; `extract query` lists the ids")
        if len(found) > 1:
            raise UsageError(f"{fact_id!r} may be {', '.join(fact.id for fact in found[:5])}; give more of the id")
        return found[0]

    def explain(self, fact_id: str) -> Explanation:
        """Where a fact comes from: quotes with their marked parts, context, articles and rules.

        >>> from extractor.graph import example_document
        >>> graph = KnowledgeGraph(example_document())
        >>> print(graph.explain(graph.facts("AWS", "announces")[0].id).passages[0].marked())
        [AWS:subject] [unveiled:cue] [Graviton4:object] with 96 Neoverse V2 cores at re:Invent.
        """
        return Explanation.of(self.fact(fact_id))

    def conflicts(
        self, entity: str | None = None, min_confidence: float = 0.0, ontology: Ontology | None = None
    ) -> list[Conflict]:
        """The contradictions among the facts, with their sides (docs/decisions/0007), sorted by entity and topic.

        ``entity`` (a name or an id) takes those that it has a part in, ``min_confidence`` leaves out less certain facts,
        ``ontology`` is another than the built-in one. Raises :class:`UsageError` for an unknown name.

        >>> from extractor.graph import example_document
        >>> KnowledgeGraph(example_document()).conflicts()
        []
        """
        from extractor.query.conflicts import find_conflicts

        wanted, facts = self._ids(entity), self.facts(min_confidence=min_confidence)
        found = find_conflicts(facts, ontology or self._ontology(), self._independence)
        return [conflict for conflict in found if wanted is None or conflict.entities & wanted]

    def timeline(self, product: str, ontology: Ontology | None = None) -> Timeline:
        """What happened to a product and was planned for it, in order, with its predecessors and successors.

        Takes a name or an id; raises :class:`UsageError` for one that is unknown or has several meanings.

        >>> from extractor.graph import example_document
        >>> [event.status for event in KnowledgeGraph(example_document()).timeline("graviton 4").events]
        ['announced', 'preview']
        """
        from extractor.query.timeline import timeline_of

        return timeline_of(self.entity(product), self._views, ontology or self._ontology(), self._independence)

    def compare(self, first: str, second: str, ontology: Ontology | None = None) -> Comparison:
        """The specs of two things side by side in base units, and the comparisons that texts draw, with their sources.

        Takes names or ids; raises :class:`UsageError` for one that is unknown or has several meanings.

        >>> from extractor.graph import example_document
        >>> [row.label for row in KnowledgeGraph(example_document()).compare("graviton 4", "trainium 2").rows]
        ['cores']
        """
        from extractor.query.comparison import Comparer

        comparer = Comparer(self._views, ontology or self._ontology(), self._independence)
        return comparer.compare(self.entity(first), self.entity(second))

    def difference(self, newer: KnowledgeGraph) -> Difference:
        """What came, went and changed from this graph to a newer one.

        >>> from extractor.graph import example_document
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
        >>> graph = KnowledgeGraph(example_document())
        >>> graph.sources(graph.facts("AWS", "announces")[0].id).support.names
        ('example.org', 'echo.example')
        """
        from extractor.query.provenance import provenance_of

        return provenance_of(self.fact(fact_id), self._views, ontology or self._ontology(), self._independence)

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

    @staticmethod
    def _ontology() -> Ontology:
        from extractor.ontology import load_ontology

        return load_ontology()

    @cached_property
    def _independence(self) -> Independence:
        return Independence(self.document)

    @cached_property
    def _index(self) -> NameIndex:
        return NameIndex(self.document.entities)

    @cached_property
    def _by_id(self) -> dict[str, FactView]:
        """The facts by their ids, which are costly to make, in the order of :meth:`facts`."""
        articles = {article.id: article for article in self.articles}
        views = {fact.id: FactView.of(fact, self._index.ids, articles) for fact in self.document.facts}
        order = {
            key: (view.subject_name.casefold(), view.predicate, view.sentence(), key) for key, view in views.items()
        }
        return {key: views[key] for key in sorted(views, key=order.__getitem__)}

    @cached_property
    def _views(self) -> list[FactView]:
        return list(self._by_id.values())

    def _ids(self, name: str | None) -> frozenset[str] | None:
        return None if name is None else frozenset(entity.id for entity in self._index.find(name))

    def _article_ids(self, named: str | None) -> frozenset[str] | None:
        if named is None:
            return None
        found = {a.id for a in self.articles if named in (a.path, a.url) or (named and a.id.startswith(named))}
        if not found:
            raise UsageError(f"the graph has no article {named!r}; name it by id, path or address")
        return frozenset(found)
