"""The document as tables, for Parquet and SQLite: one row for each article, entity, mention, fact and piece of evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from extractor.export.base_units import in_base_unit
from extractor.export.qualifiers import qualifiers_json
from extractor.graph.document import Document
from extractor.graph.wording import value_text

Kind = Literal["text", "whole", "number", "truth", "texts", "spans"]
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with the kind of what they hold, and the rows of a document in the same order."""

    columns: Mapping[str, Kind]
    rows: Callable[[Document], Iterator[Row]]
    key: tuple[str, ...]


def articles(document: Document) -> Iterator[Row]:
    """A row for each article, with its text."""
    copies = dict(document.copies)
    for one in document.articles:
        about = (one.id, one.path, one.url, one.title, one.published, one.source, copies.get(one.id))
        yield *about, list(one.topics), one.text


def entities(document: Document) -> Iterator[Row]:
    """A row for each entity."""
    for one in document.entities:
        yield one.id, one.type, one.name, list(one.aliases), one.known


def mentions(document: Document) -> Iterator[Row]:
    """A row for each place where an entity is named."""
    for entity in document.entities:
        for one in entity.mentions:
            yield entity.id, one.article, one.start, one.end, one.text


def facts(document: Document) -> Iterator[Row]:
    """A row for each fact; ``said`` is the value or status in words."""
    for one in document.facts:
        value, base = one.value, in_base_unit(one)
        low = None if value is None or value.low is None else float(value.low)
        yield (
            *(one.id, one.subject, one.predicate, one.object, one.attribute),
            *((None,) * 5 if value is None else (float(value.amount), low, value.unit, value.bound, value.text)),
            *((None, None) if base is None else base),
            *(one.status, one.date, value_text(one) or None, one.modality, one.attributed_to, float(one.confidence)),
            qualifiers_json(one),
        )


def evidence(document: Document) -> Iterator[Row]:
    """A row for each piece of evidence; ``place`` counts those of a fact from 1."""
    for fact in document.facts:
        for place, one in enumerate(fact.evidence, start=1):
            spans = [{"start": start, "end": end, "role": role} for start, end, role in one.spans]
            yield fact.id, place, one.article, one.start, one.end, one.quote, one.by, spans


TABLES: dict[str, Table] = {
    "articles": Table(
        {
            "id": "text", "path": "text", "url": "text", "title": "text", "published": "text", "source": "text",
            "syndicated_from": "text", "topics": "texts", "text": "text",
        },
        articles,
        ("id",),
    ),
    "entities": Table(
        {"id": "text", "type": "text", "name": "text", "aliases": "texts", "known": "truth"}, entities, ("id",)
    ),
    "mentions": Table(
        {"entity": "text", "article": "text", "start": "whole", "end": "whole", "text": "text"},
        mentions,
        ("entity", "article", "start", "end", "text"),
    ),
    "facts": Table(
        {
            "id": "text", "subject": "text", "predicate": "text", "object": "text", "attribute": "text", "amount": "number",
            "low": "number", "unit": "text", "bound": "text", "wording": "text", "base_amount": "number",
            "base_unit": "text", "status": "text", "date": "text", "said": "text", "modality": "text",
            "attributed_to": "text", "confidence": "number", "qualifiers": "text",
        },
        facts,
        ("id",),
    ),
    "evidence": Table(
        {
            "fact": "text", "place": "whole", "article": "text", "start": "whole", "end": "whole", "quote": "text",
            "by": "text", "spans": "spans",
        },
        evidence,
        ("fact", "place"),
    ),
}  # fmt: skip
