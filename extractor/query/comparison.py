"""Two things side by side: their specs in base units, and what is claimed of one against the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from extractor.facts.entity import Entity
from extractor.graph.wording import quantity_text
from extractor.ontology import Ontology
from extractor.query.agreement.claims import Claim, ClaimReader
from extractor.query.agreement.relating import relate
from extractor.query.sides import Side, sides_of
from extractor.query.support import Independence
from extractor.query.view import FactView

EXACT_KINDS = ("plain", "about", "peak", "just_above", "just_below")


@dataclass(frozen=True, slots=True)
class Row:
    """One attribute of both, or one metric in which both are compared with the same thing.

    ``ratio`` is the second's value over the first's where both have exactly one that can be compared. ``unit`` is the
    unit to show all values in, ``scale`` what one of it is in base units.
    """

    attribute: str
    label: str
    first: tuple[Side, ...]
    second: tuple[Side, ...]
    ratio: float | None = None
    unit: str = ""
    scale: float = 1.0

    def shown(self, side: Side) -> str:
        """The value of a side in the unit of the row, with bound and conditions."""
        claim = side.claims[0]
        value, extent = claim.fact.value, claim.extent
        if value is None or extent is None:
            return claim.fact.said
        amount = _rounded(extent.amount / self.scale)
        low = None if value.low is None else _rounded(value.low * extent.amount / value.amount / self.scale)
        said = quantity_text(replace(value, amount=amount, low=low, unit=self.unit))
        return f"{said} ({side.conditions})" if side.conditions else said

    def to_dict(self) -> dict[str, Any]:
        """The row as plain data."""
        return {
            "attribute": self.attribute,
            "label": self.label,
            "first": [side.to_dict() for side in self.first],
            "second": [side.to_dict() for side in self.second],
            "ratio": self.ratio,
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two entities, their specs attribute by attribute, and the comparisons that texts draw.

    ``direct`` compare one with the other, ``shared`` compare both with the same third thing, or with their predecessors.
    """

    first: Entity
    second: Entity
    rows: tuple[Row, ...]
    direct: tuple[Side, ...]
    shared: tuple[Row, ...]

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain data."""
        return {
            "first": {"id": self.first.id, "name": self.first.name},
            "second": {"id": self.second.id, "name": self.second.name},
            "specs": [row.to_dict() for row in self.rows],
            "direct": [side.to_dict() for side in self.direct],
            "shared": [row.to_dict() for row in self.shared],
        }


class Comparer:
    """Lays two entities of a graph side by side."""

    def __init__(self, facts: Sequence[FactView], ontology: Ontology, independence: Independence) -> None:
        self._facts, self._ontology, self._independence = facts, ontology, independence
        self._reader = ClaimReader(ontology)

    def compare(self, first: Entity, second: Entity) -> Comparison:
        """Their specs and the comparisons between them, attributes in the order of the ontology."""
        ends = {first.id, second.id}
        among = [fact for fact in self._facts if fact.fact.subject in ends]
        specs = [fact for fact in among if fact.predicate == "has_spec"]
        drawn = [fact for fact in among if fact.predicate == "compares_to"]
        direct = self._sides(fact for fact in drawn if fact.fact.object in ends)
        others = sorted({(fact.fact.object or "", fact.object_name or "predecessor") for fact in drawn} - {("", "")})
        shared = [
            row
            for base, name in others
            if base not in ends
            for row in self._rows(
                [f for f in drawn if (f.fact.object or "") == base], first, second, f" against {name}"
            )
            if row.first and row.second
        ]
        return Comparison(first, second, tuple(self._rows(specs, first, second)), direct, tuple(shared))

    def _rows(self, facts: Sequence[FactView], first: Entity, second: Entity, suffix: str = "") -> Iterator[Row]:
        order = {name: number for number, name in enumerate(self._ontology.attributes)}
        names = {fact.attribute for fact in facts if fact.attribute}
        for name in sorted(names, key=lambda name: (order.get(name, len(order)), name)):
            one, other = (
                self._sides(fact for fact in facts if fact.attribute == name and fact.fact.subject == entity.id)
                for entity in (first, second)
            )
            known = self._ontology.attributes.get(name)
            label = (known.label if known else name.replace("_", " ")) + suffix
            yield Row(name, label, one, other, _ratio(one, other), *self._unit([*one, *other]))

    def _unit(self, sides: Sequence[Side]) -> tuple[str, float]:
        """The unit in which the first of the values is written, and what one of it is in base units."""
        fact = sides[0].claims[0].fact
        if fact.value is None or fact.predicate == "compares_to" or fact.value.unit not in self._ontology.units.units:
            return "x" if fact.predicate == "compares_to" else "", 1.0
        scale, base = self._ontology.units.to_base(1, fact.value.unit)
        return fact.value.unit, scale * self._ontology.claims.bridges.get(base, (base, 1.0))[1]

    def _sides(self, facts: Iterable[FactView]) -> tuple[Side, ...]:
        relation = partial(relate, ontology=self._ontology)
        return tuple(sides_of(self._reader.read(facts), relation, self._independence))


def _ratio(one: Sequence[Side], other: Sequence[Side]) -> float | None:
    """How many times the first the second has, where exactly one pair of values has the same unit and conditions."""
    pairs = [
        (a, b)
        for a in (side.claims[0] for side in one)
        for b in (side.claims[0] for side in other)
        if _measurable(a, b)
    ]
    if len(pairs) != 1 or pairs[0][0].extent is None or pairs[0][1].extent is None:
        return None
    return round(pairs[0][1].extent.amount / pairs[0][0].extent.amount, 4)


def _rounded(amount: float) -> float:
    """Without what converting units leaves behind: 0.30000000000000004 is 0.3."""
    return float(f"{amount:.9g}")


def _measurable(one: Claim, other: Claim) -> bool:
    if one.extent is None or other.extent is None or not one.extent.amount or one.denied or other.denied:
        return False
    kinds = one.extent.kind in EXACT_KINDS and other.extent.kind in EXACT_KINDS
    return kinds and one.extent.unit == other.extent.unit and one.conditions == other.conditions
