"""The gold facts of an example as matrices over its entities and quantities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from models.recipe.plain import Sketch
from models.recipe.schema import Schema

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Labels:
    """Gold labels: relations (e, e, r) and their modality (e, e), values (q, e, 3: spec, compared, baseline), attributes
    (q, e) of specs and metrics (q, e) of comparisons, value modality (q, e), statuses (e, s), their modality (e, s).
    Sources (of relations, values, statuses) are 0 for nobody and 1 + n for entity n.
    """

    relations: Any
    modality: Any
    sources: Any
    values: Any
    attributes: Any
    metrics: Any
    value_modality: Any
    value_sources: Any
    statuses: Any
    status_modality: Any
    status_sources: Any


def labels_of(sketch: Sketch, entities: int, schema: Schema) -> Labels:
    """The labels of a sketch that has ``entities`` entities (wrong names included)."""
    e, q = entities, len(sketch.quantities)
    ignored = [np.full(size, IGNORED) for size in [(e, e)] * 2 + [(q, e)] * 4 + [(e, len(schema.statuses))] * 2]
    modality, sources, attributes, metrics, value_modality, value_sources, status_modality, status_sources = ignored
    relations = np.zeros((e, e, len(schema.relations)), np.float32)
    values = np.zeros((q, e, 3), np.float32)
    statuses = np.zeros((e, len(schema.statuses)), np.float32)
    for subject, object_, predicate, modal, source in sketch.relations:
        relations[subject, object_, predicate] = 1
        modality[subject, object_] = modal
        sources[subject, object_] = _known(source)
    for number, entity, compared, label, modal, source in sketch.values:
        values[number, entity, compared] = 1
        (metrics if compared else attributes)[number, entity] = label
        value_modality[number, entity] = modal
        value_sources[number, entity] = _known(source)
    for number, entity in sketch.baselines:
        values[number, entity, 2] = 1
    for entity, status, modal, source in sketch.statuses:
        statuses[entity, status] = 1
        status_modality[entity, status] = modal
        status_sources[entity, status] = _known(source)
    return Labels(
        relations, modality, sources, values, attributes, metrics, value_modality, value_sources,
        statuses, status_modality, status_sources,
    )  # fmt: skip


def _known(source: int) -> int:
    return source if source >= 0 else IGNORED
