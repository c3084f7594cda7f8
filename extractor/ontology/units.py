"""The unit table: which spelling is which unit, and how units of one dimension convert."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from extractor.errors import DataError, UsageError
from extractor.ontology.entry import Entry
from extractor.ontology.unit_expansion import expand_families, expand_rates

PACKAGED = "extractor/ontology/data/units.yaml"
SECTIONS = ("dimensions", "prefixes", "families", "rates", "units")
UNIT_KEYS = ("symbol", "dimension", "base", "factor", "spellings", "tight", "loose", "prefix")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: ``factor`` times an amount in ``symbol`` is the amount in the base unit of ``dimension``.

    ``tight`` spellings count only when glued to the number ("2U"), ``loose`` ones only after a space ("5 s").
    ``prefix`` holds what stands before the number ("$").
    """

    symbol: str
    dimension: str
    factor: float
    spellings: tuple[str, ...] = ()
    tight: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    prefix: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Every spelling that may follow a number, each once."""
        return tuple(dict.fromkeys((*self.spellings, *self.tight, *self.loose)))


@dataclass(frozen=True, slots=True)
class UnitTable:
    """Units by symbol, and symbols by spelling (``exact`` as written, ``folded`` where case does not matter)."""

    units: Mapping[str, Unit]
    bases: Mapping[str, str]
    exact: Mapping[str, str]
    folded: Mapping[str, str]

    @classmethod
    def load(cls, data: Mapping[str, Any], file: str) -> UnitTable:
        """Build the table from parsed YAML; ``file`` names its source in errors. Raises DataError."""
        bases = {str(name): str(base) for name, base in _section(data, "dimensions", file, Mapping).items()}
        units: dict[str, Unit] = {}
        exact: dict[str, str] = {}
        for unit in _read_units(data, bases, file):
            if unit.symbol in units:
                raise DataError(file, unit.symbol, "this unit is defined twice; merge the two entries")
            units[unit.symbol] = unit
            _claim(unit, exact, file)
        for dimension, base in bases.items():
            if base not in units or units[base].dimension != dimension or units[base].factor != 1:
                raise DataError(file, dimension, f"its base unit {base!r} must be a unit of it with factor 1")
        return cls(units, bases, exact, _fold(exact))

    def symbol(self, spelling: str) -> str | None:
        """Return the symbol of the unit written ``spelling`` ("gigabytes" -> "GB"), or None if there is none."""
        found = self.exact.get(spelling)
        return self.folded.get(spelling.casefold()) if found is None else found

    def dimension(self, symbol: str) -> str:
        """Return the dimension of a unit ("GB" -> "data"); UsageError if the table has no such symbol."""
        return self._unit(symbol).dimension

    def to_base(self, amount: float, symbol: str) -> tuple[float, str]:
        """Convert ``amount`` in ``symbol`` to the base unit: ``(192, "GB")`` -> ``(1.92e11, "B")``."""
        unit = self._unit(symbol)
        return amount * unit.factor, self.bases[unit.dimension]

    def convert(self, amount: float, symbol: str, other: str) -> float:
        """Convert ``amount`` in ``symbol`` to the unit ``other``; UsageError if their dimensions differ."""
        one, two = self._unit(symbol), self._unit(other)
        if one.dimension != two.dimension:
            raise UsageError(f"cannot convert {symbol!r} ({one.dimension}) to {other!r} ({two.dimension})")
        return amount * one.factor / two.factor

    def _unit(self, symbol: str) -> Unit:
        if symbol not in self.units:
            raise UsageError(f"no unit {symbol!r} in the unit table")
        return self.units[symbol]


@cache
def load_units() -> UnitTable:
    """Return the packaged unit table, read once."""
    text = (files("extractor.ontology") / "data" / "units.yaml").read_text(encoding="utf-8")
    return UnitTable.load(yaml.safe_load(text), PACKAGED)


def _section(data: Mapping[str, Any], name: str, file: str, kind: type) -> Any:
    """Return a top-level section of the file, empty if absent; DataError if it is not of the right kind."""
    found = data.get(name) if isinstance(data, Mapping) else None
    if found is None:
        return [] if kind is list else {}
    if not isinstance(found, kind):
        raise DataError(file, name, f"must be a {'mapping' if kind is Mapping else 'list'}")
    return found


def _read_units(data: Mapping[str, Any], bases: dict[str, str], file: str) -> Iterator[Unit]:
    """Yield every unit of the file, generated ones first: those that are also written out are left out.

    ``bases`` gains the dimensions of the rates.
    """
    prefixes = _section(data, "prefixes", file, Mapping)
    entries = list(expand_families(_section(data, "families", file, list), prefixes, file))
    for entry in expand_rates(_section(data, "rates", file, Mapping), file):
        bases.setdefault(entry["dimension"], entry["base"])
        entries.append(entry)
    written = _section(data, "units", file, list)
    replaced = [entry.get("symbol") for entry in written if isinstance(entry, Mapping)]
    for entry in [*(entry for entry in entries if entry["symbol"] not in replaced), *written]:
        yield _unit(entry, bases, file)


def _unit(entry: Any, bases: Mapping[str, str], file: str) -> Unit:
    """Check one entry and return its unit."""
    if not isinstance(entry, Mapping) or not isinstance(entry.get("symbol"), str):
        raise DataError(file, str(entry)[:60], "a unit is a mapping with a symbol")
    symbol, dimension, factor = entry["symbol"], entry.get("dimension"), entry.get("factor")
    Entry(file, symbol, entry).only(UNIT_KEYS)
    if not isinstance(dimension, str) or dimension not in bases:
        raise DataError(file, symbol, f"unknown dimension {dimension!r}; list it under dimensions")
    if isinstance(factor, bool) or not isinstance(factor, int | float) or not 0 < factor < math.inf:
        raise DataError(file, symbol, f"factor must be a number above 0, not {factor!r}")
    lists = {}
    for name in ("spellings", "tight", "loose", "prefix"):
        lists[name] = entry.get(name) or ()
        if not isinstance(lists[name], list | tuple) or not all(isinstance(word, str) and word for word in lists[name]):
            raise DataError(file, symbol, f"{name} must be a list of non-empty strings")
    return Unit(symbol, dimension, factor, **{name: tuple(words) for name, words in lists.items()})


def _claim(unit: Unit, exact: dict[str, str], file: str) -> None:
    """Enter the unit's spellings; DataError if another unit, or the unit itself twice, has one of them."""
    for spelling in unit.words:
        if spelling in exact or unit.spellings.count(spelling) > 1:
            raise DataError(file, unit.symbol, f"duplicate spelling {spelling!r} (also of {exact.get(spelling)!r})")
        exact[spelling] = unit.symbol


def _fold(exact: Mapping[str, str]) -> dict[str, str]:
    """Return case-folded spellings that name one unit only, whatever their case ("gb" names two: left out)."""
    seen: dict[str, set[str]] = {}
    for spelling, symbol in exact.items():
        seen.setdefault(spelling.casefold(), set()).add(symbol)
    return {spelling: min(symbols) for spelling, symbols in seen.items() if len(symbols) == 1 and len(spelling) > 1}
