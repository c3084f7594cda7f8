"""The document from the triples that an RDF library reads."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from urllib.parse import unquote

import pyoxigraph

from extractor.export.rdf_terms import XSD
from extractor.export.vocabulary import PREFIXES

NUMBERS = {f"{XSD}integer": int, f"{XSD}decimal": float, f"{XSD}double": float}
Quads = list[pyoxigraph.Quad]


def parsed(data: bytes, form: pyoxigraph.RdfFormat) -> Quads:
    return list(dict.fromkeys(pyoxigraph.parse(data, format=form)))  # two entities may share a mention


class Graph:
    """Objects by subject and predicate, both shortened; IRIs as their last part, unquoted."""

    def __init__(self, quads: Quads) -> None:
        self.found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            self.found[short(quad.subject.value)][short(quad.predicate.value)].append(plain(quad.object))

    def of(self, kind: str) -> list[str]:
        return sorted(node for node, said in self.found.items() if said.get("rdf:type") == [kind])

    def one(self, node: str, predicate: str) -> Any:
        objects = self.found[node].get(predicate, [None])
        assert len(objects) == 1, (node, predicate, objects)
        return objects[0]

    def many(self, node: str, predicate: str) -> list[Any]:
        return sorted(self.found[node].get(predicate, []))


def short(iri: str) -> str:
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = {namespace: prefix for prefix, namespace in PREFIXES.items()}[iri[:cut]]
    return f"{prefix}:{unquote(iri[cut:])}"


def plain(term: Any) -> Any:
    if isinstance(term, pyoxigraph.NamedNode):
        return short(term.value)
    kind = term.datatype.value
    return (
        NUMBERS[kind](term.value)
        if kind in NUMBERS
        else term.value == "true"
        if kind == f"{XSD}boolean"
        else term.value
    )


def last(node: str | None) -> str | None:
    return None if node is None else node.partition(":")[2]


def document_of(quads: Quads) -> dict[str, Any]:
    graph = Graph(quads)
    entities = [node for node, said in graph.found.items() if said.get("rdf:type", [""])[0].startswith("type:")]
    return {
        "schema": "hardware-announcements/1",
        "articles": [_article(graph, node) for node in graph.of("ha:Article")],
        "entities": [_entity(graph, node) for node in sorted(entities)],
        "facts": [_fact(graph, node) for node in graph.of("ha:Statement")],
    }


def _article(graph: Graph, node: str) -> dict[str, Any]:
    return {
        "id": last(node),
        "path": graph.one(node, "ha:path"),
        "url": graph.one(node, "ha:url"),
        "title": graph.one(node, "dcterms:title"),
        "published": graph.one(node, "dcterms:issued"),
        "source": graph.one(node, "ha:source"),
        "syndicated_from": last(graph.one(node, "ha:syndicatedFrom")),
        "topics": graph.many(node, "ha:topic"),
        "text": graph.one(node, "ha:text"),
    }


def _entity(graph: Graph, node: str) -> dict[str, Any]:
    places = [_place(graph, mention, "text") for mention in graph.many(node, "ha:mention")]
    return {
        "id": graph.one(node, "ha:id"),
        "type": last(graph.one(node, "rdf:type")),
        "name": graph.one(node, "rdfs:label"),
        "aliases": graph.many(node, "skos:altLabel"),
        "known": graph.one(node, "ha:known"),
        "mentions": sorted(places, key=lambda place: (place["article"], place["start"], place["end"])),
    }


def _place(graph: Graph, node: str, text: str) -> dict[str, Any]:
    return {
        "article": last(graph.one(node, "prov:wasQuotedFrom")),
        "start": graph.one(node, "ha:start"),
        "end": graph.one(node, "ha:end"),
        text: graph.one(node, "prov:value"),
    }


def _fact(graph: Graph, node: str) -> dict[str, Any]:
    predicate = last(graph.one(node, "ha:predicate"))
    fact: dict[str, Any] = {"id": last(node), "subject": last(graph.one(node, "ha:subject")), "predicate": predicate}
    fact["object"] = last(graph.one(node, "ha:object"))
    main = graph.one(node, f"main:{predicate}")
    value = graph.one(node, "ha:value")
    assert main == (f"entity:{fact['object']}" if fact["object"] else value)
    if (attribute := graph.one(node, "ha:attribute")) is not None:
        fact["metric" if predicate == "compares_to" else "attribute"] = attribute
    if (status := graph.one(node, "ha:status")) is not None:
        fact |= {"status": status, "date": graph.one(node, "ha:date")}
    said = None
    if graph.one(node, "ha:wording") is not None:
        said = {
            "amount": graph.one(value, "ha:amount"),
            "unit": graph.one(value, "ha:unit"),
            "text": graph.one(node, "ha:wording"),
        }
        said |= {name: found for name in ("bound", "low") if (found := graph.one(node, f"ha:{name}")) is not None}
    names = [name for name in graph.found[node] if name.startswith("qualifier:")]
    count = len(graph.found[node]["prov:wasDerivedFrom"])
    return fact | {
        "value": said,
        "modality": graph.one(node, "ha:modality"),
        "attributed_to": last(graph.one(node, "prov:wasAttributedTo")),
        "qualifiers": {last(name): graph.many(node, name) for name in names},
        "confidence": graph.one(node, "ha:confidence"),
        "evidence": [_evidence(graph, f"evidence:{last(node)}-{place}") for place in range(1, count + 1)],
    }


def _evidence(graph: Graph, node: str) -> dict[str, Any]:
    spans = [f"{node}-{place}" for place in range(1, len(graph.found[node].get("ha:span", ())) + 1)]
    return {
        **_place(graph, node, "quote"),
        "by": graph.one(node, "ha:by"),
        "spans": [{name: graph.one(span, f"ha:{name}") for name in ("start", "end", "role")} for span in spans],
    }


def as_sets(data: dict[str, Any]) -> dict[str, Any]:
    """The document without what triples do not say: whether a qualifier is a text or a list of one, and the order of lists."""
    for article in data["articles"]:
        article["topics"] = sorted(set(article["topics"]))
    for fact in data["facts"]:
        said = {name: [text] if isinstance(text, str) else text for name, text in fact["qualifiers"].items()}
        fact["qualifiers"] = {name: sorted(set(texts)) for name, texts in said.items() if texts}
    return data
