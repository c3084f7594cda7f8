"""The document as a property graph (Neo4j): entities, values and articles with labels, facts and mentions as relationships.

What one edge cannot hold more than one of, it holds as lists of one length: the n-th evidence_quote stands in the n-th
evidence_article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extractor.export.base_units import in_base_unit
from extractor.export.qualifiers import qualifiers_json
from extractor.facts.fact import Fact
from extractor.graph.document import Document
from extractor.graph.elements import value_id, value_label

# Property types are those of Neo4j's bulk import.
NODE_TYPES = {
    "name": "string", "type": "string", "known": "boolean", "aliases": "string[]",
    "attribute": "string", "amount": "double", "unit": "string", "status": "string", "date": "string",
    "title": "string", "path": "string", "url": "string", "published": "string", "source": "string", "topics": "string[]",
    "text": "string",
}  # fmt: skip
EDGE_TYPES = {
    "fact": "string", "attribute": "string", "amount": "double", "low": "double", "unit": "string", "bound": "string",
    "wording": "string", "base_amount": "double", "base_unit": "string", "status": "string", "date": "string",
    "modality": "string", "attributed_to": "string", "confidence": "double", "qualifiers": "string",
    "evidence_article": "string[]", "evidence_start": "long[]", "evidence_end": "long[]", "evidence_quote": "string[]",
    "evidence_by": "string[]", "evidence_spans": "string[]",
    "start": "long", "stop": "long", "text": "string",  # not "end", which Cypher reserves
}  # fmt: skip
MENTIONED_IN, SYNDICATED_FROM = "MENTIONED_IN", "SYNDICATED_FROM"
_PLAIN = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its id, its labels and its properties; absent ones are ``None``."""

    id: str
    labels: tuple[str, ...]
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship from the node ``start`` to the node ``end`` (of the label ``target``)."""

    start: str
    end: str
    type: str
    target: str
    properties: Mapping[str, Any]


def nodes(document: Document) -> Iterator[Node]:
    """Entities, values, articles."""
    for entity in document.entities:
        about = {"name": entity.name, "type": entity.type, "known": entity.known, "aliases": list(entity.aliases)}
        yield Node(entity.id, ("Entity", entity.type), about)
    seen: set[str] = set()
    for fact in document.facts:
        if fact.object is None and (node := value_id(fact)) not in seen:
            seen.add(node)
            yield Node(node, ("Value",), {"name": value_label(fact), **_value(fact)})
    for article in document.articles:
        fields = ("title", "path", "url", "published", "source", "text")
        properties = {name: getattr(article, name) for name in fields}
        yield Node(article.id, ("Article",), {**properties, "topics": list(article.topics)})


def edges(document: Document) -> Iterator[Edge]:
    """Facts by predicate, mentions, copies."""
    for fact in sorted(document.facts, key=lambda fact: (fact.predicate, fact.object is None)):
        target = "Value" if fact.object is None else "Entity"
        end = value_id(fact) if fact.object is None else fact.object
        yield Edge(fact.subject, end, fact.predicate, target, _fact(fact))
    for entity in document.entities:
        for mention in entity.mentions:
            place = {"start": mention.start, "stop": mention.end, "text": mention.text}
            yield Edge(entity.id, mention.article, MENTIONED_IN, "Article", place)
    for copy, original in document.copies:
        yield Edge(copy, original, SYNDICATED_FROM, "Article", {})


def edge_types(document: Document) -> dict[str, str]:
    """The types of the properties of relationships: each qualifier with a plain name has a property of its own."""
    names = {name for fact in document.facts for name, _ in fact.qualifiers if _PLAIN.fullmatch(name)}
    return {**EDGE_TYPES, **{f"qualifier_{name}": "string[]" for name in sorted(names)}}


def _value(fact: Fact) -> dict[str, Any]:
    value = fact.value
    amount, unit = (None, None) if value is None else (float(value.amount), value.unit)
    return {"attribute": fact.attribute, "amount": amount, "unit": unit, "status": fact.status, "date": fact.date}


def _fact(fact: Fact) -> dict[str, Any]:
    value, base = fact.value, in_base_unit(fact)
    properties: dict[str, Any] = {"fact": fact.id, **_value(fact), "qualifiers": qualifiers_json(fact)}
    if value is not None:
        low = None if value.low is None else float(value.low)
        properties |= {"low": low, "bound": value.bound, "wording": value.text}
    if base is not None:
        properties |= {"base_amount": base[0], "base_unit": base[1]}
    properties |= {
        "modality": fact.modality,
        "attributed_to": fact.attributed_to,
        "confidence": float(fact.confidence),
        "evidence_spans": [json.dumps(piece.spans) for piece in fact.evidence],
    }
    for name in ("article", "start", "end", "quote", "by"):
        properties[f"evidence_{name}"] = [getattr(piece, name) for piece in fact.evidence]
    said = ((name, [text] if isinstance(text, str) else list(text)) for name, text in fact.qualifiers)
    return properties | {f"qualifier_{name}": texts for name, texts in said if _PLAIN.fullmatch(name)}
