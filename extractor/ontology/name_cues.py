"""Cues by which unseen names are found and typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractor.errors import DataError
from extractor.ontology.entry import Entry
from extractor.ontology.source import BUILT_IN, Source


@dataclass(frozen=True, slots=True)
class NameCues:
    """Words that reveal names and their types; all sets hold words as they are written."""

    suffixes: Mapping[str, str]
    person_before: frozenset[str]
    person_after: frozenset[str]
    first_names: frozenset[str]
    variants: frozenset[str]
    never: frozenset[str]
    common_words: frozenset[str]
    nouns: Mapping[str, str]
    before: Mapping[str, str]
    org_after: frozenset[str]
    of_heads: frozenset[str]
    anaphors: Mapping[str, tuple[str, ...]]
    abbreviations: frozenset[str]


def load_name_cues(source: Source, nouns: Mapping[str, str]) -> NameCues:
    """The cues of ``names.yaml``; ``nouns`` maps class nouns to types. Raises :class:`DataError`."""
    entry = Entry(source.file("names"), "names", source.document("names"))
    suffixes: dict[str, str] = {}
    for type_, words in source.section("names", "suffixes").items():
        if not isinstance(words, list):
            raise DataError(entry.file, f"suffixes.{type_}", "must be a list of words")
        suffixes.update({str(word): type_ for word in words})
    return NameCues(
        suffixes=suffixes,
        person_before=frozenset(entry.words("person_before")),
        person_after=frozenset(entry.words("person_after")),
        first_names=frozenset(entry.words("first_names")),
        variants=frozenset(entry.words("variants")),
        never=frozenset(entry.words("never")),
        common_words=frozenset((BUILT_IN / "common_words.txt").read_text(encoding="utf-8").split()),
        nouns=nouns,
        before={str(word): type_ for type_, words in source.section("names", "before").items() for word in words},
        org_after=frozenset(entry.words("org_after")),
        of_heads=frozenset(entry.words("of_heads")),
        anaphors={str(phrase): tuple(types) for phrase, types in source.section("names", "anaphors").items()},
        abbreviations=frozenset(entry.words("abbreviations")),
    )
