"""The nodes and edges of the network with their attributes, one after the other: what writers stream and networkx is fed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from extractor.articles.article import Article
from extractor.facts.entity import Entity
from extractor.facts.fact import Fact
from extractor.graph.document import Document
from extractor.graph.encode import number
from extractor.graph.scrub import one_line
from extractor.graph.wording import value_text

Scalar = str | int | float | bool
Attributes = dict[str, Scalar]


def network_nodes(document: Document) -> Iterator[tuple[str, Attributes]]:
    """Every entity, then every value, each once, with its attributes (docs/graph.md).

    Every attribute is text, a whole number, a decimal number or a truth value, has the same type everywhere, is left out
    where there is nothing to say, and holds no character that XML cannot.
    """
    for entity in document.entities:
        yield entity.id, _entity(entity)
    seen: set[str] = set()
    for fact in document.facts:
        if fact.object is None and (node := value_id(fact)) not in seen:
            seen.add(node)
            yield node, {"kind": "value", "type": "VALUE", "name": value_label(fact), "label": value_label(fact)}


def network_edges(document: Document) -> Iterator[tuple[str, str, str, Attributes]]:
    """Every fact as subject, object or value, id and attributes."""
    articles = {article.id: article for article in document.articles}
    names = {entity.id: entity.name for entity in document.entities}
    for fact in document.facts:
        target = value_id(fact) if fact.object is None else fact.object
        yield fact.subject, target, fact.id, _edge(fact, names, articles)


def value_id(fact: Fact) -> str:
    """The node of a value: the same for the same attribute, amount, unit and counted noun, or the same status and date.

    >>> value_id(Fact("chip:x", "has_status", status="available", date="2024-Q2"))
    'value:status:available:2024-Q2'
    """
    parts: list[str | None] = ["status", fact.status, fact.date] if fact.status is not None else [fact.attribute]
    if fact.value is not None:
        parts += [str(number(fact.value.amount)), fact.value.unit, fact.counted]
    return "_".join(one_line(":".join(["value", *filter(None, parts)])).split())


def value_label(fact: Fact) -> str:
    """The value alone: bound and range are those of one fact, the node is that of all."""
    plain = None if fact.value is None else replace(fact.value, bound=None, low=None)
    return value_text(replace(fact, value=plain)) or "unknown"


def _entity(entity: Entity) -> Attributes:
    found: dict[str, Scalar | None] = {
        "kind": "entity",
        "type": entity.type,
        "name": entity.name,
        "label": entity.name,
        "aliases": "; ".join(entity.aliases),
        "known": entity.known,
        "mentions": len(entity.mentions),
        "articles": len({mention.article for mention in entity.mentions}),
    }
    return _flat(found.items())


def _edge(fact: Fact, names: Mapping[str, str], articles: Mapping[str, Article]) -> Attributes:
    value = fact.value
    found: dict[str, Scalar | None] = {
        "label": fact.predicate,
        "fact": fact.id,
        "predicate": fact.predicate,
        "attribute": fact.attribute,
        "amount": None if value is None else float(value.amount),
        "low": None if value is None or value.low is None else float(value.low),
        "unit": None if value is None else value.unit,
        "value": value_text(fact),
        "status": fact.status,
        "date": fact.date,
        "modality": fact.modality,
        "confidence": float(fact.confidence),
        "attributed_to": names.get(fact.attributed_to or ""),
    }
    qualifiers = (
        (f"qualifier_{name}", said if isinstance(said, str) else "; ".join(said)) for name, said in fact.qualifiers
    )
    return _flat(chain(found.items(), qualifiers, _provenance(fact, articles)))


def _provenance(fact: Fact, articles: Mapping[str, Article]) -> Iterable[tuple[str, Scalar | None]]:
    read = [articles[evidence.article] for evidence in fact.evidence if evidence.article in articles]
    yield "articles", len({article.id for article in read})
    yield "sources", len({article.source for article in read if article.source})
    yield "published", min((article.published for article in read if article.published), default=None)
    yield "url", next((article.url for article in read if article.url), None)
    yield "quote", next((evidence.quote for evidence in fact.evidence), None)


def _flat(items: Iterable[tuple[str, Scalar | None]]) -> Attributes:
    """Without what is empty, every text on one line and fit for XML."""
    clean = ((one_line(name), one_line(value) if isinstance(value, str) else value) for name, value in items)
    return {name: value for name, value in clean if value is not None and value != ""}
