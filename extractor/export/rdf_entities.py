"""An entity and its mentions as RDF."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.export.rdf_terms import Iri, Literal, Triple, number, truth
from extractor.export.vocabulary import TYPE, iri, term
from extractor.facts.entity import Entity, EntityMention


def entity_triples(entity: Entity) -> Iterator[Triple]:
    """Its type, names and mentions; what is said of it may follow."""
    node = iri("entity", entity.id)
    yield Triple(node, TYPE, iri("type", entity.type))
    yield Triple(node, term("ha:id"), Literal(entity.id))
    yield Triple(node, term("rdfs:label"), Literal(entity.name))
    for alias in entity.aliases:
        yield Triple(node, term("skos:altLabel"), Literal(alias))
    yield Triple(node, term("ha:known"), truth(entity.known))
    for mention in entity.mentions:
        yield Triple(node, term("ha:mention"), _mention(mention))


def mention_triples(entity: Entity) -> Iterator[Triple]:
    """Where it is named: a node of article and place, so that two entities named by the same characters share it."""
    for mention in entity.mentions:
        yield from place(_mention(mention), mention.article, mention.start, mention.end, mention.text)


def place(node: Iri, article: str, start: int, end: int, text: str) -> Iterator[Triple]:
    """A stretch of an article's text: ``start`` and ``end`` count characters, ``text`` is what stands there."""
    yield Triple(node, term("prov:wasQuotedFrom"), iri("article", article))
    yield Triple(node, term("ha:start"), number(start))
    yield Triple(node, term("ha:end"), number(end))
    yield Triple(node, term("prov:value"), Literal(text))


def _mention(mention: EntityMention) -> Iri:
    return iri("mention", f"{mention.article}-{mention.start}-{mention.end}")
