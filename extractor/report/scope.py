"""Which facts a report is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.facts.entity import Entity
from extractor.query import AmbiguousEntityError, FactView, KnowledgeGraph
from extractor.query.packaged import packaged_catalogue

MAKING = ("makes", "announces")
SHARED = "TECHNOLOGY"
RIVAL = 0.2  # a maker that is read so much less certainly than another is a misreading


@dataclass(frozen=True, slots=True)
class Request:
    """What a report is to be about: names (none: everything), a time, the least confidence, how much of each thing.

    ``top`` bounds rows, products and events, ``None`` leaves out nothing.
    """

    about: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    min_confidence: float = 0.0
    top: int | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of a graph that a report tells: ``focus`` is what it was asked about, ``own`` also what that makes.

    ``graph`` has the facts of the report alone, ``left_out`` is the number of those that were too uncertain.
    """

    graph: KnowledgeGraph
    facts: tuple[FactView, ...]
    focus: tuple[Entity, ...]
    own: frozenset[str]
    left_out: int

    def part(self, predicates: Collection[str]) -> KnowledgeGraph:
        """The graph of the facts of these predicates alone."""
        document = self.graph.document
        return KnowledgeGraph(replace(document, facts=tuple(f for f in document.facts if f.predicate in predicates)))


def scope_of(graph: KnowledgeGraph, request: Request) -> Scope:
    """The facts that a request is about; raises :class:`UsageError` for names and dates that there are not.

    About a thing are the facts with it, with a company that belongs to it by the catalogue, or with a product that one of
    them makes or announces, at either end.
    """
    focus = _entities(graph, request.about)
    makers = _makers(graph.facts(predicate=MAKING, min_confidence=request.min_confidence))
    wanted = {entity.id for entity in focus}
    wanted |= _subsidiaries(graph, wanted)
    own = wanted | {product for product, found in makers.items() if found & wanted}
    inside = graph.facts(since=request.since, until=request.until)
    if focus:
        inside = inside.where(entity=sorted(own))
    facts = tuple(fact for fact in inside if fact.confidence >= request.min_confidence and not _misread(fact, makers))
    uncertain = sum(fact.confidence < request.min_confidence for fact in inside)
    document = replace(graph.document, facts=tuple(sorted((f.fact for f in facts), key=lambda f: f.id)))
    return Scope(KnowledgeGraph(document), facts, focus, frozenset(own), uncertain)


def _entities(graph: KnowledgeGraph, names: Sequence[str]) -> tuple[Entity, ...]:
    """The entities of these names; a name that several have means all of them."""
    found: dict[str, Entity] = {}
    for name in names:
        try:
            entities = [graph.entity(name)]
        except AmbiguousEntityError as error:
            entities = [graph.entity(id_) for id_ in error.candidates]
        found |= {entity.id: entity for entity in entities}
    return tuple(found.values())


def _subsidiaries(graph: KnowledgeGraph, wanted: Collection[str]) -> set[str]:
    """The companies of the graph that belong to one of these, over others too."""
    entries, found = packaged_catalogue().entries, set()
    for company in graph.entities(type="ORG").ids if wanted else ():
        seen: set[str] = set()
        entry = entries.get(company)
        while entry is not None and entry.parent and entry.parent not in seen:
            seen.add(entry.parent)
            entry = entries.get(entry.parent)
        if seen & {*wanted}:
            found.add(company)
    return found


def _makers(facts: Iterable[FactView]) -> Mapping[str, set[str]]:
    """For every product who makes or announces it, without those who are read far less certainly than the best."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for fact in facts:
        if fact.object is not None and fact.modality != "denied":
            known = found[fact.object.id]
            known[fact.subject.id] = max(known.get(fact.subject.id, 0.0), fact.confidence)
    return {
        product: {maker for maker, sure in makers.items() if sure >= max(makers.values()) - RIVAL}
        for product, makers in found.items()
    }


def _misread(fact: FactView, makers: Mapping[str, set[str]]) -> bool:
    """Whether it takes another's product for its maker's; a technology may have several makers."""
    if fact.predicate != "makes" or fact.object is None or fact.modality == "denied" or fact.object.type == SHARED:
        return False
    return fact.subject.id not in makers.get(fact.object.id, set())
