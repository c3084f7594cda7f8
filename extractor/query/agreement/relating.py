"""How two facts stand to each other: they corroborate, refine or contradict, follow one another, or cannot be compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from extractor.ontology import Ontology
from extractor.query.agreement.claims import Claim
from extractor.query.agreement.relations import relate_relations
from extractor.query.agreement.statuses import relate_statuses
from extractor.query.agreement.values import relate_values
from extractor.query.agreement.verdict import Relation, incomparable

_BY_KIND: Mapping[str, Callable[[Claim, Claim, Ontology], Relation]] = {
    "relation": relate_relations,
    "spec": relate_values,
    "comparison": relate_values,
    "status": relate_statuses,
}


def relate(one: Claim, other: Claim, ontology: Ontology) -> Relation:
    """How the first claim stands to the second, and why; seen from the second it is the mirrored relation.

    >>> from extractor.graph import example_document
    >>> from extractor.ontology import load_ontology
    >>> from extractor.query.agreement.claims import ClaimReader
    >>> from extractor.query.knowledge_graph import KnowledgeGraph
    >>> ontology = load_ontology()
    >>> graph = KnowledgeGraph(example_document())
    >>> first, second = ClaimReader(ontology).read(graph.facts(subject="Trainium2"))
    >>> relate(first, second, ontology).reason
    'different predicates'
    """
    predicate = ontology.predicates.get(one.fact.predicate)
    if one.fact.predicate != other.fact.predicate:
        return incomparable("different predicates")
    if predicate is None:
        return incomparable(f"the ontology has no predicate {one.fact.predicate}")
    if predicate.kind != "relation" and one.fact.subject.id != other.fact.subject.id:
        return incomparable("different subjects")
    return _BY_KIND[predicate.kind](one, other, ontology)
