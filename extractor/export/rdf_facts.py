"""A fact as RDF: a statement node with main value and qualifiers, and the evidence that it is derived from."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.export.base_units import in_base_unit
from extractor.export.rdf_entities import place
from extractor.export.rdf_terms import Iri, Literal, Triple, decimal, number
from extractor.export.rdf_values import value_node
from extractor.export.vocabulary import TYPE, iri, term
from extractor.facts.fact import Evidence, Fact


def main_value(fact: Fact) -> Iri | None:
    """Where a fact leads to: its object, else its value node."""
    return value_node(fact) if fact.object is None else iri("entity", fact.object)


def fact_triples(fact: Fact) -> Iterator[Triple]:
    """The spans and pieces of evidence, each behind the statement that they carry."""
    node = iri("statement", fact.id)
    evidence = [iri("evidence", f"{fact.id}-{count}") for count in range(1, len(fact.evidence) + 1)]
    yield Triple(node, TYPE, term("ha:Statement"))
    yield Triple(node, term("ha:subject"), iri("entity", fact.subject))
    yield Triple(node, term("ha:predicate"), iri("direct", fact.predicate))
    main = main_value(fact)
    if main is not None:
        yield Triple(node, iri("main", fact.predicate), main)
    if fact.object is not None:
        yield Triple(node, term("ha:object"), iri("entity", fact.object))
    yield from _value(node, fact)
    yield Triple(node, term("ha:modality"), Literal(fact.modality))
    yield Triple(node, term("ha:confidence"), decimal(fact.confidence))
    if fact.attributed_to is not None:
        yield Triple(node, term("prov:wasAttributedTo"), iri("entity", fact.attributed_to))
    for qualifier, said in fact.qualifiers:
        for text in dict.fromkeys([said] if isinstance(said, str) else said):
            yield Triple(node, iri("qualifier", qualifier), Literal(text))
    for found in evidence:
        yield Triple(node, term("prov:wasDerivedFrom"), found)
    for found, piece in zip(evidence, fact.evidence, strict=True):
        yield from _evidence(found, piece)


def _value(node: Iri, fact: Fact) -> Iterator[Triple]:
    value = value_node(fact)
    if value is not None:
        yield Triple(node, term("ha:value"), value)
    for field, said in (("attribute", fact.attribute), ("status", fact.status), ("date", fact.date)):
        if said is not None:
            yield Triple(node, term(f"ha:{field}"), Literal(said))
    if fact.value is None:
        return
    yield Triple(node, term("ha:wording"), Literal(fact.value.text))
    if fact.value.bound is not None:
        yield Triple(node, term("ha:bound"), Literal(fact.value.bound))
    if fact.value.low is not None:
        yield Triple(node, term("ha:low"), number(fact.value.low))
    if (base := in_base_unit(fact)) is not None:
        yield Triple(node, term("ha:baseAmount"), decimal(base[0]))
        yield Triple(node, term("ha:baseUnit"), Literal(base[1]))


def _evidence(node: Iri, evidence: Evidence) -> Iterator[Triple]:
    yield Triple(node, TYPE, term("ha:Evidence"))
    yield from place(node, evidence.article, evidence.start, evidence.end, evidence.quote)
    yield Triple(node, term("ha:by"), Literal(evidence.by))
    spans = [Iri(f"{node}-{count}") for count in range(1, len(evidence.spans) + 1)]
    for span in spans:
        yield Triple(node, term("ha:span"), span)
    for span, (start, end, role) in zip(spans, evidence.spans, strict=True):
        yield Triple(span, term("ha:role"), Literal(role))
        yield Triple(span, term("ha:start"), number(start))
        yield Triple(span, term("ha:end"), number(end))
