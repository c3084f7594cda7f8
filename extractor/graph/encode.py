"""Objects to the dictionaries of the document, in the order of the JSON Schema (extractor/graph/schema.json)."""

from __future__ import annotations

import math
from typing import Any

from extractor.articles.article import Article
from extractor.errors import DataError
from extractor.facts.entity import Entity
from extractor.facts.fact import Evidence, Fact
from extractor.ontology.quantity import Quantity

ATTRIBUTE_FIELD = {"has_spec": "attribute", "compares_to": "metric"}


def number(amount: int | float) -> int | float:
    """The number as it is written: whole numbers without a fraction.

    >>> number(96.0), number(0.5), number(-0.0)
    (96, 0.5, 0)
    """
    if not math.isfinite(amount):
        raise DataError("graph document", "value", f"{amount} is not a number that JSON can hold")
    return int(amount) if amount == int(amount) else amount


def encode_article(article: Article, original: str | None) -> dict[str, Any]:
    """An article with its text; ``original`` is the id of the article that it repeats."""
    return {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "syndicated_from": original,
        "topics": list(article.topics),
        "text": article.text,
    }


def encode_entity(entity: Entity) -> dict[str, Any]:
    """An entity with its mentions."""
    mentions = [{"article": m.article, "start": m.start, "end": m.end, "text": m.text} for m in entity.mentions]
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "known": entity.known,
        "mentions": mentions,
    }


def encode_fact(fact: Fact) -> dict[str, Any]:
    """A fact with the fields that its predicate has, null where there is nothing."""
    encoded = {"id": fact.id, "subject": fact.subject, "predicate": fact.predicate, "object": fact.object}
    if fact.attribute is not None:
        encoded[ATTRIBUTE_FIELD.get(fact.predicate, "attribute")] = fact.attribute
    if fact.predicate == "has_status" or fact.status is not None or fact.date is not None:
        encoded |= {"status": fact.status, "date": fact.date} if fact.status is not None else {"date": fact.date}
    return encoded | {
        "value": None if fact.value is None else encode_value(fact.value),
        "modality": fact.modality,
        "attributed_to": fact.attributed_to,
        "qualifiers": {name: said if isinstance(said, str) else list(said) for name, said in fact.qualifiers},
        "confidence": number(fact.confidence),
        "evidence": [_evidence(evidence) for evidence in fact.evidence],
    }


def encode_value(value: Quantity) -> dict[str, Any]:
    """A quantity; bound and lower end only where the text has them."""
    encoded: dict[str, Any] = {"amount": number(value.amount), "unit": value.unit, "text": value.text}
    if value.bound is not None:
        encoded["bound"] = value.bound
    if value.low is not None:
        encoded["low"] = number(value.low)
    return encoded


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "article": evidence.article,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "by": evidence.by,
        "spans": [{"start": start, "end": end, "role": role} for start, end, role in evidence.spans],
    }
