"""The words and regular expressions of the quantity grammar, built once from the unit table and quantities.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extractor.errors import DataError
from extractor.ontology import load_ontology
from extractor.ontology.entry import Entry
from extractor.ontology.inflection import with_s
from extractor.ontology.source import Source
from extractor.ontology.units import UnitTable
from extractor.pipeline.quantities.patterns import Pattern, compile_patterns


@dataclass(frozen=True, slots=True)
class QuantityGrammar:
    """All that the grammar knows: the unit table, word lists (``words``), number tables (``tables``), ``patterns``.

    ``nouns`` maps every form of a counted noun to its singular; ``prefixes`` every currency sign to its symbol.
    """

    units: UnitTable
    words: Mapping[str, frozenset[str]]
    tables: Mapping[str, Mapping[str, float]]
    patterns: Mapping[str, Pattern]
    nouns: Mapping[str, str]
    prefixes: Mapping[str, str]
    trim: Mapping[str, str]
    years: tuple[int, int]
    longest_unit: int


def build_grammar(units: UnitTable, data: Mapping[str, Any], file: str) -> QuantityGrammar:
    """Compile the grammar from the unit table and the parsed quantities file ``file``. Raises DataError."""
    tables = {name: _table(data, name, file) for name in _TABLES}
    words = {name: frozenset(_list(data, name, file)) for name in _LISTS}
    plurals = Entry(file, "plurals", data.get("plurals") or {})
    trim = Entry(file, "trim", data.get("trim") or {})
    prefixes = {sign: unit.symbol for unit in units.units.values() for sign in unit.prefix}
    return QuantityGrammar(
        units=units,
        words=words,
        tables=tables,
        patterns=compile_patterns(words, tables, prefixes, _prose(units, words["prose_units"])),
        nouns=_forms(words["nouns"], {noun: plurals.words(noun) for noun in plurals.raw}),
        prefixes=prefixes,
        trim={phrase: trim.string(phrase) for phrase in trim.raw},
        years=_years(data.get("year_range", [1950, 2049]), file),
        longest_unit=max(map(len, units.exact), default=0),
    )


@cache
def load_grammar(folder: Path | None) -> QuantityGrammar:
    """Return the grammar of the packaged data with a user's folder laid over it, built once. Raises DataError."""
    source = Source(folder)
    data = source.entry("quantities", (*_TABLES, *_LISTS, "plurals", "trim", "year_range")).raw
    return build_grammar(load_ontology(folder).units, data, source.file("quantities"))


def default_grammar() -> QuantityGrammar:
    """Return the grammar of the packaged data."""
    return load_grammar(None)


_TABLES = ("numbers", "scales", "magnitudes", "letters", "multiples", "folds", "parts", "multiples_of_one", "pairs")
_LISTS = (
    "bounds", "money_bounds", "bounds_after", "not_bounds", "ranges", "lists", "nouns", "gap_stops",
    "name_words", "compute_gap", "prose_units", "not_multiple_after", "not_times_after", "metric_words", "fall_after",
    "rise_after", "fall_qualified", "fall_before", "fall_of", "ethernet_words", "vague_before",
    "half_before",    "elliptic_before", "partitive", "letter_units", "model_after", "monthly",
)  # fmt: skip


def _table(data: Mapping[str, Any], name: str, file: str) -> dict[str, float]:
    found = data.get(name)
    if not isinstance(found, Mapping):
        raise DataError(file, name, "must be a mapping of words to numbers")
    for word, number in found.items():
        if not isinstance(word, str) or isinstance(number, bool) or not isinstance(number, int | float):
            raise DataError(file, name, f"{word!r}: {number!r} is not a word with a number; quote words such as on")
    return {word if name == "letters" else word.lower(): number for word, number in found.items()}


def _years(found: Any, file: str) -> tuple[int, int]:
    if not isinstance(found, list) or [type(year) for year in found] != [int, int]:
        raise DataError(file, "year_range", f"must be the first and the last year, not {found!r}")
    return found[0], found[1]


def _list(data: Mapping[str, Any], name: str, file: str) -> list[str]:
    found = data.get(name)
    if not isinstance(found, list) or not all(isinstance(word, str) and word for word in found):
        raise DataError(file, name, "must be a list of words; quote words such as on and no")
    return found


def _forms(nouns: Iterable[str], plurals: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Map every form of every noun to its singular: {"core": "core", "cores": "core"}."""
    forms = {noun: noun for noun in nouns}
    for noun in nouns:
        for plural in plurals.get(noun, [with_s(noun)]):
            forms.setdefault(plural, noun)
    return forms


def _prose(units: UnitTable, dimensions: frozenset[str]) -> list[str]:
    """Return spelled-out singular units with a prefix ("exaflop"), of which "an exaflop" may speak."""
    named = (word for word, symbol in units.exact.items() if units.dimension(symbol) in dimensions)
    return [word for word in named if len(word) > 6 and word.isalpha() and word.islower() and word[-1] != "s"]
