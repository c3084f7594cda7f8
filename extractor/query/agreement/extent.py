"""The values that a quantity stands for: its number in the base unit, with bound and rounding."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from extractor.errors import UsageError
from extractor.ontology import Ontology, Quantity
from extractor.ontology.claims import Bound
from extractor.query.agreement.rounding import about_width, half_width
from extractor.query.agreement.verdict import Relation, Verdict, incomparable

EXACT = 1e-9  # the half width of an exact number, as a share
NOISE = 1e-11  # what converting between units may add to either end
Kind = Bound | Literal["plain", "range"]


@dataclass(frozen=True, slots=True)
class Extent:
    """The values from ``low`` to ``high``, in the base unit ``unit``; ``amount`` is the number as it was stated.

    ``kind`` tells how it was bounded: the highest ("peak") or lowest value that is reached, a limit, or nothing.
    """

    low: float
    high: float
    amount: float
    unit: str
    kind: Kind = "plain"

    @property
    def width(self) -> float:
        """How little it says: infinite for a limit."""
        return self.high - self.low


def extent_of(value: Quantity, text: str, ontology: Ontology, *, compared: bool = False) -> Extent | None:
    """The extent of a value that is written ``text``; ``None`` where its unit is not in the unit table.

    With ``compared`` a percentage is a change of something: 75 % more is 1.75 times as much.

    >>> from extractor.ontology import load_ontology
    >>> more = extent_of(Quantity(75, "%", "75 percent", bound="at least"), "75 percent", load_ontology(), compared=True)
    >>> round(more.low, 3), more.high, more.amount, more.unit, more.kind
    (1.745, inf, 1.75, 'x', 'above')
    """
    rules = ontology.claims
    kind: Kind = rules.bounds.get((value.bound or "").lower(), "about" if value.bound else "plain")
    half = half_width(value.amount, text, value.unit, rules.rounding)
    low, high = value.amount - half, value.amount + half
    if value.low is not None:
        kind, low = "range", value.low - half_width(value.low, text, value.unit, rules.rounding, first=True)
    else:
        low, high = _bounded(kind, value.amount, low, high, about_width(value.amount, text, half, rules.rounding))
    try:
        ends = [to_base(end, value.unit, ontology, compared) for end in (low, high, value.amount)]
    except UsageError:
        return None
    (low, unit), (high, _), (amount, _) = ends
    slack = EXACT * abs(amount) if low == high else 0.0
    return Extent(min(low, high) - slack, max(low, high) + slack, amount, unit, kind)


def _bounded(kind: Kind, amount: float, low: float, high: float, about: float) -> tuple[float, float]:
    """What a bound makes of the range of a plain number."""
    if kind == "above":
        return low, math.inf
    if kind == "below":
        return -math.inf, high
    if kind == "about":
        return amount - about, amount + about
    return low if kind != "just_below" else low - about, high if kind != "just_above" else high + about


def to_base(amount: float, unit: str, ontology: Ontology, compared: bool) -> tuple[float, str]:
    """The amount in the base unit, over the bridges of claims.yaml; :class:`UsageError` for a unit that the table lacks.

    With ``compared`` a percentage is a change: 75 % more is 1.75 x.
    """
    if compared and unit == "%":
        return 1 + amount / 100, "x"
    converted, base = ontology.units.to_base(amount, unit)
    other, factor = ontology.claims.bridges.get(base, (base, 1.0))
    return converted * factor, other


def compare_extents(one: Extent, other: Extent) -> Relation:
    """How the values of one claim stand to those of another about the same thing.

    Peaks are compared with peaks as numbers. A single value below a stated peak is no contradiction, one above it is;
    lowest values work the other way round.

    >>> four = Extent(3.5, 4.5, 4, "TB/s")
    >>> compare_extents(Extent(3.95, 4.05, 4, "TB/s"), four).verdict.value
    'corroborates'
    >>> compare_extents(Extent(3.345, 3.355, 3.35, "TB/s"), four).verdict.value
    'contradicts'
    """
    if one.unit != other.unit:
        units = " and ".join(sorted(extent.unit or "count" for extent in (one, other)))
        return incomparable(f"the units {units} do not convert")
    if one.kind == other.kind and one.kind != "range" and math.isclose(one.amount, other.amount, rel_tol=EXACT):
        return Relation(Verdict.CORROBORATES, "the same value")
    low, high = max(one.low, other.low), min(one.high, other.high)
    if high - low > NOISE * max((abs(end) for end in (low, high) if math.isfinite(end)), default=0):
        return _overlapping(one, other)
    lower, higher = sorted((one, other), key=lambda extent: (extent.low, extent.high))
    if one.kind != other.kind and (higher.kind == "peak" or lower.kind == "trough"):
        if {one.kind, other.kind} & {"above", "below"}:
            return Relation(Verdict.CONTRADICTS, "beyond the stated limit")
        return incomparable("an end of the range against a single value")
    return Relation(Verdict.CONTRADICTS, "the values exclude each other")


def _overlapping(one: Extent, other: Extent) -> Relation:
    if _within(one, other) != _within(other, one):
        return Relation(Verdict.REFINES if _within(one, other) else Verdict.REFINED_BY, "one value is more exact")
    return Relation(Verdict.CORROBORATES, "the values overlap")


def _within(inner: Extent, outer: Extent) -> bool:
    return outer.low <= inner.low and inner.high <= outer.high
