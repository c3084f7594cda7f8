"""Facts of a passage as rows of numbers over its entities and quantities (see :class:`models.recipe.plain.Sketch`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from extractor.pipeline.model.drafts import SYMMETRIC
from extractor.pipeline.quantities.grammar import QuantityMatch
from models.recipe.schema import MODALITIES, Schema

TOLERANCE = 0.011


@dataclass(slots=True)
class Truths:
    """The gold facts by kind; rows as in :class:`~models.recipe.plain.Sketch`."""

    relations: list[list[int]] = field(default_factory=list)
    values: list[list[int]] = field(default_factory=list)
    baselines: list[list[int]] = field(default_factory=list)
    statuses: list[list[int]] = field(default_factory=list)


def truths_of(
    facts: list[dict[str, Any]],
    numbers: dict[str, int],
    places: list[list[tuple[int, int]]],
    quantities: list[QuantityMatch],
    schema: Schema,
) -> Truths:
    """The facts whose parties are among ``numbers``; ``places`` are the entities' mentions in characters."""
    truths = Truths()
    for fact in facts:
        subject, object_ = numbers.get(fact["s"]), numbers.get(fact.get("o") or "")
        if subject is None:
            continue
        told = [MODALITIES.index(fact.get("modality", "asserted")), _source(fact, numbers)]
        if fact["p"] == "has_status":
            truths.statuses.append([subject, schema.statuses.index(fact["status"]), *told])
        elif fact["p"] in ("has_spec", "compares_to"):
            _value(fact, subject, object_, told, places, quantities, schema, truths)
        elif object_ is not None:
            predicate = schema.relations.index(fact["p"])
            truths.relations.append([subject, object_, predicate, *told])
            if fact["p"] in SYMMETRIC:
                truths.relations.append([object_, subject, predicate, *told])
    return truths


def _source(fact: dict[str, Any], numbers: dict[str, int]) -> int:
    by = fact.get("attributed_to")
    if not by:
        return 0
    return 1 + numbers[by] if by in numbers else -1


def _value(
    fact: dict[str, Any],
    subject: int,
    object_: int | None,
    told: list[int],
    places: list[list[tuple[int, int]]],
    quantities: list[QuantityMatch],
    schema: Schema,
    truths: Truths,
) -> None:
    fitting = [n for n, q in enumerate(quantities) if same(fact["value"], fact.get("unit") or "", q)]
    if not fitting:
        return
    ends = [place for n in (subject, object_) if n is not None for place in places[n]]
    number = min(fitting, key=lambda n: min(_gap(place, quantities[n]) for place in ends))
    compared = int(fact["p"] == "compares_to")
    label = schema.attributes.index(fact["metric"] if compared else fact["attribute"])
    truths.values.append([number, subject, compared, label, *told])
    if compared and object_ is not None:
        truths.baselines.append([number, object_])


def same(value: float, unit: str, quantity: QuantityMatch) -> bool:
    """Whether a gold value is this quantity, up to the sign of a change."""
    ours, theirs = abs(quantity.quantity.amount), abs(value)
    return quantity.quantity.unit.casefold() == unit.casefold() and abs(ours - theirs) <= TOLERANCE * max(ours, theirs)


def _gap(place: tuple[int, int], quantity: QuantityMatch) -> int:
    return max(0, place[0] - quantity.end, quantity.start - place[1])
