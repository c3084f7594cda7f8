"""Values as RDF: one node for each distinct value, as in the network (docs/graph.md)."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.export.rdf_terms import Iri, Literal, Triple, name, number
from extractor.export.vocabulary import PREFIXES, TYPE, term
from extractor.facts.fact import Fact
from extractor.graph import encode
from extractor.graph.elements import value_label


def value_node(fact: Fact) -> Iri | None:
    """The node of the value of a fact: the same for the same attribute, amount, unit and counted noun, or status and date.

    >>> value_node(Fact("chip:x", "has_status", status="available", date="2024-Q2")).rpartition("/")[2]
    'status:available:2024-Q2'
    """
    if fact.value is not None:
        parts = [fact.attribute or "", str(encode.number(fact.value.amount)), fact.value.unit]
        parts += [fact.counted] if fact.counted else []
    elif fact.status is not None:
        parts = ["status", fact.status, fact.date or ""]
    else:
        return None
    return Iri(PREFIXES["value"] + ":".join(name(part).replace(":", "%3A") for part in parts))


def value_triples(node: Iri, fact: Fact) -> Iterator[Triple]:
    """What the value of a fact is, without what only this fact says of it (bound, range, wording)."""
    yield Triple(node, TYPE, term("ha:Value"))
    yield Triple(node, term("rdfs:label"), Literal(value_label(fact)))
    if fact.value is None:
        yield Triple(node, term("ha:status"), Literal(fact.status or ""))
        if fact.date is not None:
            yield Triple(node, term("ha:date"), Literal(fact.date))
        return
    if fact.attribute is not None:
        yield Triple(node, term("ha:attribute"), Literal(fact.attribute))
    yield Triple(node, term("ha:amount"), number(fact.value.amount))
    yield Triple(node, term("ha:unit"), Literal(fact.value.unit))
