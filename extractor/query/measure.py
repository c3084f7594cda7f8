"""Limits in any unit: "4 TB/s" is 4e12 bytes per second, and so is "4,000 GB/s"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.errors import UsageError
from extractor.ontology import Ontology
from extractor.query.agreement.extent import to_base
from extractor.query.view import FactView

SLACK = 1e-9  # what converting between units may add, as a share
MAGNITUDES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_LIMIT = re.compile(
    rf"(?P<sign>[^\d\s.+-]{{0,3}})\s*(?P<number>[+-]?\d[\d,]*(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*"
    rf"(?P<magnitude>{'|'.join(MAGNITUDES)})?\s*(?P<unit>.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A number in the base unit ``unit``."""

    amount: float
    unit: str

    @classmethod
    def parse(cls, text: str | float, ontology: Ontology) -> Measure:
        """Read a number with its unit; one without a unit is a count. Raises :class:`UsageError` for what is neither.

        >>> from extractor.ontology import load_ontology
        >>> Measure.parse("4,000 GB/s", load_ontology()) == Measure.parse("4 TB/s", load_ontology())
        True
        >>> Measure.parse("$1.5 billion", load_ontology())
        Measure(amount=1500000000.0, unit='USD')
        """
        found = _LIMIT.fullmatch(str(text).strip())
        if found is None:
            raise UsageError(f'{text!r} is no quantity; write a number and its unit, as in "4 TB/s"')
        amount = float(found["number"].replace(",", "")) * MAGNITUDES.get((found["magnitude"] or "").lower(), 1.0)
        written = found["unit"].strip()
        symbol = _prefixed(found["sign"], ontology) if found["sign"] and not written else _symbol(written, ontology)
        if symbol is None:
            raise UsageError(f"{text!r}: there is no unit {written or found['sign']!r} in the unit table")
        return cls(*to_base(amount, symbol, ontology, compared=False))


def base_of(fact: FactView, ontology: Ontology, *, low: bool = False) -> Measure | None:
    """The value of a fact (with ``low`` the lower end of a range) in its base unit.

    ``None`` where it has no value or one in a unit that the table lacks. In compares_to 75 % more is 1.75 times as much.
    """
    value = fact.value
    if value is None:
        return None
    amount = value.low if low and value.low is not None else value.amount
    try:
        return Measure(*to_base(amount, value.unit, ontology, compared=fact.predicate == "compares_to"))
    except UsageError:
        return None


def scales(unit: str, ontology: Ontology) -> Iterator[tuple[str, float]]:
    """The units that convert to a base unit, each with what one of it is in the base unit."""
    for symbol in ontology.units.units:
        factor, base = to_base(1.0, symbol, ontology, compared=False)
        if base == unit:
            yield symbol, factor


def _symbol(written: str, ontology: Ontology) -> str | None:
    return written if written in ontology.units.units else ontology.units.symbol(written)


def _prefixed(sign: str, ontology: Ontology) -> str | None:
    return next((unit.symbol for unit in ontology.units.units.values() if sign in unit.prefix), None)
