"""The example with a name that may hold anything."""

from __future__ import annotations

from dataclasses import replace

from extractor.graph import Document


def renamed(document: Document, key: str, name: str) -> Document:
    """The document with another name for one of its entities."""
    entities = [replace(entity, name=name) if entity.id == key else entity for entity in document.entities]
    return Document.build(document.articles, entities, document.facts)
