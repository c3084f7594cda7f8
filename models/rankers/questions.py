"""Questions: what a ranker is asked about a quantity, with the annotated answer."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extractor.ontology.quantity import Quantity
from extractor.ontology.units import load_units
from extractor.pipeline.values.features import Candidate
from extractor.pipeline.values.lexicon import WEIGHTS

TOLERANCE = 0.011
Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Question:
    """Features of every candidate and of "none of them", and the places of the right candidates (none: no place).

    ``wanted`` tells that the annotation has an answer, be it among the candidates or not. Questions that are not
    ``clear`` are measured but not fitted: their answer is no candidate, or annotated with another attribute.
    """

    candidates: tuple[tuple[str, ...], ...]
    none: tuple[str, ...]
    right: tuple[int, ...] = ()
    wanted: bool = False
    clear: bool = True


@dataclass(slots=True)
class Questions:
    """The questions of each ranker."""

    spec: list[Question] = field(default_factory=list)
    comparison: list[Question] = field(default_factory=list)
    baseline: list[Question] = field(default_factory=list)

    def of(self, ranker: str) -> list[Question]:
        """The questions of a ranker, by the name that it has in values.yaml."""
        return {"spec": self.spec, "comparison": self.comparison, "baseline": self.baseline}[ranker]

    def __add__(self, other: Questions) -> Questions:
        return Questions(*(self.of(name) + other.of(name) for name in WEIGHTS))


def question(candidates: Sequence[Candidate], none: Iterable[str], wanted: set[int], clear: bool = True) -> Question:
    """A question about entities; ``wanted`` are the annotated ones."""
    right = tuple(n for n, candidate in enumerate(candidates) if candidate.entity in wanted)
    rows = tuple(_features(candidate.features) for candidate in candidates)
    return Question(rows, _features(none), right, bool(wanted), clear and (bool(right) or not wanted))


def _features(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(map(sys.intern, names)))


def same(fact: Mapping[str, Any], quantity: Quantity) -> bool:
    """Whether a fact has this value, in whatever unit of its dimension; the sign of a change counts."""
    units, unit = load_units(), fact.get("unit") or ""
    unit = unit if unit in units.units else units.symbol(unit) or unit
    if unit == quantity.unit or not {unit, quantity.unit} <= units.units.keys():
        return unit == quantity.unit and _close(fact["value"], quantity.amount)
    (theirs, base), (ours, other) = units.to_base(fact["value"], unit), units.to_base(quantity.amount, quantity.unit)
    return base == other and _close(theirs, ours)


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other))
