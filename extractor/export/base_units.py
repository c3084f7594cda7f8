"""Values in base units, so that GB and TB can be compared where the reader has no table of units."""

from __future__ import annotations

import math
from functools import cache

from extractor.errors import UsageError
from extractor.facts.fact import Fact
from extractor.ontology import Ontology, load_ontology


def in_base_unit(fact: Fact) -> tuple[float, str] | None:
    """The amount of a fact's value and the base unit it is in; ``None`` where the packaged table lacks the unit.

    Bits become bytes; 75 % more of a comparison is 1.75 times as much.

    >>> from extractor.ontology.quantity import Quantity
    >>> in_base_unit(Fact("chip:x", "has_spec", attribute="memory_capacity", value=Quantity(192, "GB", "192 GB")))
    (192000000000.0, 'B')
    """
    value = fact.value
    if value is None:
        return None
    if fact.predicate == "compares_to" and value.unit == "%":
        return 1 + value.amount / 100, "x"
    found = _base(value.unit)
    if found is None or not math.isfinite(value.amount * found[0]):
        return None
    return value.amount * found[0], found[1]


@cache
def _base(unit: str) -> tuple[float, str] | None:
    ontology: Ontology = load_ontology()
    try:
        factor, base = ontology.units.to_base(1.0, unit)
    except UsageError:
        return None
    other, bridge = ontology.claims.bridges.get(base, (base, 1.0))
    return factor * bridge, other
