"""Facts and entities as flat rows: one value a column, the same columns for each, ready for CSV and tables."""

from __future__ import annotations

from typing import Any

from extractor.facts.entity import Entity
from extractor.ontology import Ontology
from extractor.query.measure import base_of
from extractor.query.view import FactView

Row = dict[str, Any]
FACT_COLUMNS = (
    "fact", "subject", "subject_name", "type", "predicate", "object", "object_name", "attribute", "amount", "low", "unit",
    "bound", "base_amount", "base_unit", "said", "status", "date", "modality", "attributed_to", "confidence", "published",
    "sources", "support",
)  # fmt: skip
SHOWN_COLUMNS = (
    "fact", "subject", "predicate", "object or value", "modality", "according to", "confidence", "published", "sources",
)  # fmt: skip
ENTITY_COLUMNS = ("id", "type", "name", "aliases", "known", "mentions", "articles")


def fact_row(fact: FactView, support: int, ontology: Ontology) -> Row:
    """A fact as a row of :data:`FACT_COLUMNS`; ``support`` is how many independent sources it has.

    ``base_amount`` is the amount in the base unit of its dimension, ``published`` the day of the first article, ``sources``
    the publishers joined by "; ". What a fact does not have is ``None``.
    """
    value, base = fact.value, base_of(fact, ontology)
    cells = (
        fact.id, fact.subject.id, fact.subject_name, fact.subject.type, fact.predicate, fact.object and fact.object.id,
        fact.object_name, fact.attribute, value and value.amount, value and value.low, value and value.unit,
        value and value.bound, base and _rounded(base.amount), base and base.unit, fact.said, fact.status, fact.date,
        fact.modality, fact.speaker and fact.speaker.name, fact.confidence, fact.published, "; ".join(fact.sources), support,
    )  # fmt: skip
    return dict(zip(FACT_COLUMNS, cells, strict=True))


def entity_row(entity: Entity) -> Row:
    """An entity as a row of :data:`ENTITY_COLUMNS`; mentions and articles are counted, aliases joined by "; "."""
    articles = {mention.article for mention in entity.mentions}
    aliases = "; ".join(entity.aliases)
    cells = (entity.id, entity.type, entity.name, aliases, entity.known, len(entity.mentions), len(articles))
    return dict(zip(ENTITY_COLUMNS, cells, strict=True))


def _rounded(amount: float) -> float:
    """Without what converting units leaves behind: 0.30000000000000004 is 0.3."""
    return float(f"{amount:.12g}")
