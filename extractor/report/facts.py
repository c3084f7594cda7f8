"""The facts of a report, by predicate, by entity, by relation, and the contradictions among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from extractor.ontology import Ontology, load_ontology
from extractor.query import Conflict, FactView, KnowledgeGraph
from extractor.report.scope import Scope

Group = Sequence[FactView]


class Facts:
    """The facts of one report."""

    def __init__(self, scope: Scope, ontology: Ontology | None = None) -> None:
        self.scope = scope
        self.ontology = ontology or load_ontology()

    @cached_property
    def conflicts(self) -> list[Conflict]:
        """The contradictions among the facts of the report."""
        return self.scope.graph.conflicts(ontology=self.ontology)

    @cached_property
    def by_predicate(self) -> Mapping[str, list[FactView]]:
        """The facts of each predicate."""
        found: dict[str, list[FactView]] = defaultdict(list)
        for fact in self.scope.facts:
            found[fact.predicate].append(fact)
        return found

    @cached_property
    def by_end(self) -> Mapping[tuple[str, str], list[FactView]]:
        """The facts of each entity, by its id and the end ("subject", "object") at which it stands."""
        found: dict[tuple[str, str], list[FactView]] = defaultdict(list)
        for fact in self.scope.facts:
            found[fact.fact.subject, "subject"].append(fact)
            if fact.fact.object is not None:
                found[fact.fact.object, "object"].append(fact)
        return found

    @cached_property
    def specs(self) -> KnowledgeGraph:
        """The graph of the values alone: what is asked of it often need not read all the rest."""
        return self.scope.part(["has_spec"])

    @cached_property
    def statuses(self) -> KnowledgeGraph:
        """The graph of the statuses alone."""
        return self.scope.part(["has_status"])

    @cached_property
    def built_in(self) -> frozenset[tuple[str, str | None]]:
        """The ends of all facts that say that one thing is built into another."""
        return frozenset((fact.fact.subject, fact.fact.object) for fact in self.by_predicate.get("contains", ()))

    def groups(self, predicates: Iterable[str], facts: Iterable[FactView] | None = None) -> list[Group]:
        """The relations of these predicates (among ``facts``): facts with the same ends are one, however sure they are."""
        wanted = list(predicates)
        given = facts if facts is not None else (fact for name in wanted for fact in self.by_predicate.get(name, ()))
        found: dict[tuple[str, str, str], list[FactView]] = defaultdict(list)
        for fact in given:
            if fact.predicate in wanted:
                found[fact.predicate, fact.fact.subject, fact.fact.object or ""].append(fact)
        return list(found.values())
