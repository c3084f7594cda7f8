"""Dictionaries of a checked document back to objects."""

from __future__ import annotations

from typing import Any

from extractor.articles.article import Article
from extractor.facts.entity import Entity, EntityMention
from extractor.facts.fact import Evidence, Fact
from extractor.ontology.quantity import Quantity


def decode_article(raw: dict[str, Any]) -> Article:
    """The article; its body is what follows the title in the text."""
    title, text = raw["title"], raw["text"]
    head = f"{title}\n\n" if title else ""
    body = text.removeprefix(head) if text.startswith(head) else ""
    return Article(
        title=title,
        body=body,
        path=raw["path"],
        url=raw["url"],
        published=raw["published"],
        source=raw["source"],
        topics=tuple(raw.get("topics", ())),
    )


def decode_entity(raw: dict[str, Any]) -> Entity:
    """The entity with its mentions."""
    mentions = (EntityMention(m["article"], int(m["start"]), int(m["end"]), m["text"]) for m in raw["mentions"])
    return Entity(
        id=raw["id"],
        type=raw["type"],
        name=raw["name"],
        aliases=tuple(raw["aliases"]),
        mentions=tuple(mentions),
        known=raw.get("known", False),
    )


def decode_fact(raw: dict[str, Any]) -> Fact:
    """The fact with its evidence; its id follows from what it says."""
    qualifiers = sorted(
        (name, said if isinstance(said, str) else tuple(said)) for name, said in raw["qualifiers"].items()
    )
    return Fact(
        subject=raw["subject"],
        predicate=raw["predicate"],
        object=raw["object"],
        attribute=raw.get("attribute", raw.get("metric")),
        value=None if raw["value"] is None else decode_value(raw["value"]),
        status=raw.get("status"),
        date=raw.get("date"),
        modality=raw["modality"],
        attributed_to=raw["attributed_to"],
        qualifiers=tuple(qualifiers),
        confidence=raw["confidence"],
        evidence=tuple(_evidence(evidence) for evidence in raw["evidence"]),
    )


def decode_value(raw: dict[str, Any]) -> Quantity:
    """The quantity."""
    return Quantity(raw["amount"], raw["unit"], raw["text"], raw.get("bound"), raw.get("low"))


def _evidence(raw: dict[str, Any]) -> Evidence:
    spans = tuple((int(span["start"]), int(span["end"]), span["role"]) for span in raw.get("spans", ()))
    return Evidence(raw["article"], int(raw["start"]), int(raw["end"]), raw["quote"], raw["by"], spans)
