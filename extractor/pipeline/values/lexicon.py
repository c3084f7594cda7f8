"""The data of the value components: word groups and weights of values.yaml, cues of the attributes."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from extractor.ontology import Ontology, load_ontology
from extractor.ontology.entry import Entry
from extractor.ontology.source import Source

CLASSES = frozenset({"CHIP", "SYSTEM", "SERVICE", "FACILITY"})
WEIGHTS = ("spec", "comparison", "baseline")


@dataclass(frozen=True, slots=True, eq=False)
class ValueLexicon:
    """Word groups by name, weights of each ranker, class words with their type, and the ontology of them all."""

    ontology: Ontology
    groups: Mapping[str, frozenset[str]]
    weights: Mapping[str, Mapping[str, float]]
    nouns: Mapping[str, str]


@functools.cache
def load_values(folder: Path | None) -> ValueLexicon:
    """Read ``values.yaml`` (and a user's over it). Raises :class:`DataError` for what is not as it must be."""
    source = Source(folder)
    source.entry("values", ("groups", "weights"))
    file = source.file("values")
    Entry(file, "weights", source.section("values", "weights")).only(WEIGHTS)
    words = Entry(file, "groups", source.section("values", "groups"))
    groups = {name: frozenset(words.words(name)) for name in words.raw}
    weights = {name: _weights(source, file, name) for name in WEIGHTS}
    ontology = load_ontology(folder)
    nouns = {noun: kind.name for kind in ontology.types.values() if kind.name in CLASSES for noun in kind.nouns}
    return ValueLexicon(ontology, groups, weights, nouns)


def _weights(source: Source, file: str, name: str) -> dict[str, float]:
    entry = Entry(file, f"weights.{name}", source.section("values", "weights").get(name) or {})
    return {str(feature): float(entry.number(feature)) for feature in entry.raw}


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words, longest first, spaces and hyphens alike."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    body = "|".join(re.escape(p.lower()).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]?") for p in ordered)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if body else r"(?!)", re.I)
