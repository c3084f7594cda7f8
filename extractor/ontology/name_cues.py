"""Cues by which unseen names are found and typed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from extractor.errors import DataError
from extractor.ontology.source import BUILT_IN, Source

KEYS = (
    "suffixes", "person_before", "person_after", "first_names", "variants", "never", "before", "org_after", "of_heads",
    "anaphors", "kinds", "kits", "fields", "studies", "abbreviations", "obliques", "legal_forms", "place_before", "org_before",
    "apposition_determiners", "apposition_stops", "apposition_links",
)  # fmt: skip


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
    kinds: Mapping[str, str]
    kits: tuple[str, ...]
    fields: frozenset[str]
    studies: tuple[str, ...]
    abbreviations: frozenset[str]
    obliques: tuple[str, ...]
    legal_forms: tuple[str, ...]
    place_before: frozenset[str]
    org_before: frozenset[str]
    apposition_determiners: frozenset[str]
    apposition_stops: frozenset[str]
    apposition_links: frozenset[str]


def load_name_cues(source: Source, nouns: Mapping[str, str], types: Collection[str]) -> NameCues:
    """The cues of ``names.yaml``; ``nouns`` maps class nouns to ``types``. Raises :class:`DataError`."""
    entry = source.entry("names", KEYS)
    anaphors = _anaphors(source, types)
    standing = {phrase.removeprefix("the ") for phrase in anaphors}
    suffixes = _by_word(source, "suffixes", types)
    return NameCues(
        suffixes=suffixes,
        person_before=frozenset(entry.words("person_before")),
        person_after=frozenset(entry.words("person_after")),
        first_names=frozenset(entry.words("first_names")),
        variants=frozenset(entry.words("variants")),
        never=frozenset(entry.words("never")),
        common_words=frozenset((BUILT_IN / "common_words.txt").read_text(encoding="utf-8").split()),
        nouns=nouns,
        before=_by_word(source, "before", types),
        org_after=frozenset(entry.words("org_after")),
        of_heads=frozenset(entry.words("of_heads")),
        anaphors=anaphors,
        kinds={word.lower(): kind for word, kind in _by_word(source, "kinds", standing, "noun of an anaphor").items()},
        kits=entry.words("kits"),
        fields=frozenset(word.casefold() for word in entry.words("fields")),
        studies=tuple(f" {words.casefold()}" for words in entry.words("studies")),
        abbreviations=frozenset(entry.words("abbreviations")),
        obliques=entry.words("obliques"),
        legal_forms=entry.words("legal_forms"),
        place_before=frozenset(entry.words("place_before")),
        org_before=frozenset(entry.words("org_before")),
        apposition_determiners=frozenset(entry.words("apposition_determiners")),
        apposition_stops=frozenset(entry.words("apposition_stops")),
        apposition_links=frozenset(entry.words("apposition_links")),
    )


def _by_word(source: Source, section: str, types: Collection[str], what: str = "type") -> dict[str, str]:
    """A section that lists words under types (or ``what`` it is), turned round: word -> type."""
    found: dict[str, str] = {}
    for type_, words in source.section("names", section).items():
        if type_ not in types or not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise DataError(source.file("names"), f"{section}.{type_}", f"must be a known {what} with a list of words")
        found.update(dict.fromkeys(words, type_))
    return found


def _anaphors(source: Source, types: Collection[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase, names in source.section("names", "anaphors").items():
        if not isinstance(names, list) or not all(isinstance(name, str) and name in types for name in names):
            raise DataError(source.file("names"), f"anaphors.{phrase}", "must be a list of known types")
        found[str(phrase).lower()] = tuple(names)
    return found
