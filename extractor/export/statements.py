"""The document as RDF, in the model of Wikidata: direct triples for what is asserted, and for every fact a statement node.

The statement carries main value, qualifiers, modality and confidence, and is derived from evidence nodes with quotes (PROV).
docs/exports.md draws it. No library is needed; all triples of a subject come one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.export.rdf_articles import article_triples
from extractor.export.rdf_entities import entity_triples, mention_triples
from extractor.export.rdf_facts import fact_triples, main_value
from extractor.export.rdf_terms import Iri, Triple, n_triples
from extractor.export.rdf_values import value_node, value_triples
from extractor.export.vocabulary import iri
from extractor.facts.fact import Fact
from extractor.graph.document import Document

ASSERTED = "asserted"


def triples(document: Document) -> Iterator[Triple]:
    """All triples of a document, in the order of the document: each entity with its statements, then values and articles.

    >>> from extractor.graph import example_document
    >>> direct = [t for t in triples(example_document()) if "/direct/announces" in t.predicate]
    >>> [(t.subject.rpartition("/")[2], t.object.rpartition("/")[2]) for t in direct]
    [('org:aws', 'chip:graviton4')]
    """
    stated: dict[str, list[Fact]] = {}
    values: dict[Iri, Fact] = {}
    for fact in document.facts:
        stated.setdefault(fact.subject, []).append(fact)
        if (node := value_node(fact)) is not None:
            values.setdefault(node, fact)
    for entity in document.entities:
        facts = stated.pop(entity.id, [])
        yield from entity_triples(entity)
        yield from _statements(entity.id, facts)
        yield from mention_triples(entity)
    for subject, facts in stated.items():  # of a document that was not checked
        yield from _statements(subject, facts)
    for node in sorted(values):
        yield from value_triples(node, values[node])
    copies = dict(document.copies)
    for article in document.articles:
        yield from article_triples(article, copies.get(article.id))


def ntriples(document: Document) -> Iterator[str]:
    """The triples as lines of N-Triples, each with its line end; any RDF store reads them."""
    for triple in triples(document):
        yield f"{' '.join(map(n_triples, triple))} .\n"


def _statements(subject: str, facts: list[Fact]) -> Iterator[Triple]:
    """What the facts say of their subject, then they themselves.

    What is planned, reported or denied makes no direct triple: it may not be so.
    """
    node = iri("entity", subject)
    facts = sorted(facts, key=lambda fact: fact.predicate)
    direct = dict.fromkeys(
        (iri("direct", fact.predicate), main_value(fact)) for fact in facts if fact.modality == ASSERTED
    )
    yield from (Triple(node, predicate, value) for predicate, value in direct if value is not None)
    yield from (Triple(node, iri("claim", fact.predicate), iri("statement", fact.id)) for fact in facts)
    for fact in facts:
        yield from fact_triples(fact)
