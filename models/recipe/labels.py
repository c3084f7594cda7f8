"""Facts of a passage as labels: matrices over its entities and quantities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from extractor.pipeline.quantities.grammar import QuantityMatch
from models.recipe.schema import MODALITIES, Schema

IGNORED = -100
TOLERANCE = 0.011


@dataclass(frozen=True, slots=True)
class Labels:
    """Gold labels: relations (e, e, r) and their modality (e, e), values (q, e, 3: spec, compared, baseline), attributes
    (q, e) of specs and metrics (q, e) of comparisons, value modality (q, e), statuses (e, s), their modality (e, s).
    """

    relations: Any
    modality: Any
    values: Any
    attributes: Any
    metrics: Any
    value_modality: Any
    statuses: Any
    status_modality: Any


def labels_of(
    facts: list[dict[str, Any]],
    numbers: dict[str, int],
    places: list[list[tuple[int, int]]],
    quantities: list[QuantityMatch],
    schema: Schema,
) -> Labels:
    """Labels of the facts whose parties are among ``numbers``; ``places`` are the entities' mentions in characters."""
    e, q = len(places), len(quantities)
    labels = Labels(
        relations=np.zeros((e, e, len(schema.relations)), np.float32),
        modality=np.full((e, e), IGNORED),
        values=np.zeros((q, e, 3), np.float32),
        attributes=np.full((q, e), IGNORED),
        metrics=np.full((q, e), IGNORED),
        value_modality=np.full((q, e), IGNORED),
        statuses=np.zeros((e, len(schema.statuses)), np.float32),
        status_modality=np.full((e, len(schema.statuses)), IGNORED),
    )
    for fact in facts:
        subject = numbers.get(fact["s"])
        object_ = numbers.get(fact.get("o") or "")
        modality = MODALITIES.index(fact.get("modality", "asserted"))
        if subject is None:
            continue
        if fact["p"] == "has_status":
            status = schema.statuses.index(fact["status"])
            labels.statuses[subject, status] = 1
            labels.status_modality[subject, status] = modality
        elif fact["p"] in ("has_spec", "compares_to"):
            _value(fact, subject, object_, modality, places, quantities, labels, schema)
        elif object_ is not None:
            labels.relations[subject, object_, schema.relations.index(fact["p"])] = 1
            labels.modality[subject, object_] = modality
            if fact["p"] in ("competes_with", "partners_with"):
                labels.relations[object_, subject, schema.relations.index(fact["p"])] = 1
                labels.modality[object_, subject] = modality
    return labels


def _value(
    fact: dict[str, Any],
    subject: int,
    object_: int | None,
    modality: int,
    places: list[list[tuple[int, int]]],
    quantities: list[QuantityMatch],
    labels: Labels,
    schema: Schema,
) -> None:
    fitting = [n for n, q in enumerate(quantities) if same(fact["value"], fact.get("unit") or "", q)]
    if not fitting:
        return
    ends = [place for n in (subject, object_) if n is not None for place in places[n]]
    number = min(fitting, key=lambda n: min(_gap(place, quantities[n]) for place in ends))
    labels.value_modality[number, subject] = modality
    if fact["p"] == "has_spec":
        labels.values[number, subject, 0] = 1
        labels.attributes[number, subject] = schema.attributes.index(fact["attribute"])
        return
    labels.values[number, subject, 1] = 1
    labels.metrics[number, subject] = schema.attributes.index(fact["metric"])
    if object_ is not None:
        labels.values[number, object_, 2] = 1


def same(value: float, unit: str, quantity: QuantityMatch) -> bool:
    """Whether a gold value is this quantity, up to the sign of a change."""
    ours, theirs = abs(quantity.quantity.amount), abs(value)
    return quantity.quantity.unit.casefold() == unit.casefold() and abs(ours - theirs) <= TOLERANCE * max(ours, theirs)


def _gap(place: tuple[int, int], quantity: QuantityMatch) -> int:
    return max(0, place[0] - quantity.end, quantity.start - place[1])
