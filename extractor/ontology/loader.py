"""Loading and validating the ontology."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extractor.errors import DataError
from extractor.ontology.claims import load_claims
from extractor.ontology.entry import Entry
from extractor.ontology.inflection import expand
from extractor.ontology.lifecycle import load_lifecycle
from extractor.ontology.model import Attribute, Attribution, EntityType, Kind, Modality, Ontology, Predicate
from extractor.ontology.name_cues import load_name_cues
from extractor.ontology.rules import load_rules
from extractor.ontology.source import Source, read_yaml
from extractor.ontology.units import SECTIONS, UnitTable

SCOPES = ("sentence", "clause", "inside")
ATTRIBUTION = ("verbs", "according", "anaphors")
TYPE_KEYS = ("label", "description", "nouns")
PREDICATE_KEYS = (
    "kind", "domain", "range", "description", "symmetric", "same_type", "static", "whole_object",
    "functional", "inverse_functional",
)  # fmt: skip
ATTRIBUTE_KEYS = ("label", "dimensions", "nouns", "cues", "metric_cues", "subjects", "functional", "changes", "least")
KINDS: tuple[Kind, ...] = ("relation", "spec", "comparison", "status")


@functools.cache
def load_ontology(extra: Path | None = None) -> Ontology:
    """The built-in ontology, with the YAML files of the folder ``extra`` laid over it.

    Raises :class:`DataError`, naming file and entry, for anything that is not as it must be.
    """
    source = Source(extra)
    for name in ("types", "attributes", "statuses"):
        source.entry(name, (name,))
    source.entry("predicates", ("groups", "predicates"))
    types = {
        name: _type(Entry(source.file("types"), name, raw)) for name, raw in source.section("types", "types").items()
    }
    groups = {
        name: _known(members, types, source.file("predicates"), f"groups.{name}")
        for name, members in source.section("predicates", "groups").items()
    }
    predicates = {
        name: _predicate(Entry(source.file("predicates"), name, raw), types, groups)
        for name, raw in source.section("predicates", "predicates").items()
    }
    units = UnitTable.load(source.entry("units", SECTIONS).raw, source.file("units"))
    attributes = {
        name: _attribute(Entry(source.file("attributes"), name, raw), units, types)
        for name, raw in source.section("attributes", "attributes").items()
    }
    lifecycle = load_lifecycle(source)
    modalities = {
        name: _modality(Entry(source.file("modality"), name, raw))
        for name, raw in source.section("modality", "modalities").items()
    }
    attribution = source.entry("attribution", ATTRIBUTION)
    lexicon = _lexicon(source)
    ontology = Ontology(
        types=types,
        predicates=predicates,
        attributes=attributes,
        statuses=tuple(lifecycle),
        lifecycle=lifecycle,
        claims=load_claims(source, attributes, types, units),
        modalities=modalities,
        borders=source.entry("modality", ("modalities", "borders")).words("borders"),
        attribution=Attribution(*(attribution.words(key) for key in ATTRIBUTION)),
        units=units,
        names=load_name_cues(source, {noun: t.name for t in types.values() for noun in sorted(t.nouns)}, types),
        lexicon=lexicon,
        groups=groups,
    )
    return load_rules(ontology, source.files_of("rules"))


def _lexicon(source: Source) -> dict[str, tuple[str, ...]]:
    """The word groups of all lexicon files; a user's group replaces a built-in one."""
    groups: dict[str, tuple[str, ...]] = {}
    origin: dict[str, Path] = {}
    for path in source.files_of("lexicon"):
        entry = Entry(str(path), "", read_yaml(path) or {})
        for name in entry.raw:
            if name in origin and origin[name].parent == path.parent:
                raise DataError(str(path), name, f"is a group of {origin[name]} already")
            groups[name], origin[name] = expand(entry.words(name)), path
    return groups


def _known(names: Any, types: Iterable[str], file: str, entry: str) -> frozenset[str]:
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise DataError(file, entry, "must be a list of type names")
    unknown = sorted(set(names) - set(types))
    if unknown:
        raise DataError(file, entry, f"unknown type {unknown[0]}; declare it in types.yaml")
    return frozenset(names)


def _type(entry: Entry) -> EntityType:
    entry.only(TYPE_KEYS)
    nouns = frozenset(word.lower() for word in entry.words("nouns"))
    return EntityType(entry.name, entry.string("label"), entry.string("description"), nouns)


def _predicate(entry: Entry, types: dict[str, EntityType], groups: dict[str, frozenset[str]]) -> Predicate:
    entry.only(PREDICATE_KEYS)
    kind = entry.choice("kind", KINDS)
    if kind == "relation" and "range" not in entry.raw:
        raise entry.error("a relation needs a range")

    def members(key: str) -> frozenset[str]:
        names = [t for name in entry.words(key) for t in groups.get(name, [name])]
        return _known(names, types, entry.file, f"{entry.name}.{key}")

    return Predicate(
        name=entry.name,
        kind=kind,
        domain=members("domain"),
        range=members("range"),
        description=entry.string("description"),
        symmetric=entry.flag("symmetric"),
        same_type=entry.flag("same_type"),
        static=entry.flag("static"),
        whole_object=entry.flag("whole_object"),
        functional=entry.flag("functional"),
        inverse_functional=entry.flag("inverse_functional"),
    )


def _attribute(entry: Entry, units: UnitTable, types: Iterable[str]) -> Attribute:
    entry.only(ATTRIBUTE_KEYS)
    dimensions = frozenset(entry.words("dimensions"))
    for dimension in sorted(dimensions):
        if not any(base == dimension or base.startswith(f"{dimension}_") for base in units.bases):
            raise entry.error(f"unknown dimension {dimension}; units.yaml has {', '.join(sorted(units.bases))}")
    subjects, functional, changes = (entry.words(key) for key in ("subjects", "functional", "changes"))
    for key, named in (("subjects", subjects), ("functional", functional), ("changes", changes)):
        _known(list(named), types, entry.file, f"{entry.name}.{key}")
    if odd := sorted(set(changes) - set(functional)):
        raise entry.error(f"changes tells when a functional attribute has its one value; name {odd[0]} there too")
    return Attribute(
        name=entry.name,
        label=entry.string("label", entry.name.replace("_", " ")),
        dimensions=dimensions,
        nouns=frozenset(entry.words("nouns")),
        cues=frozenset(entry.words("cues")),
        metric_cues=entry.words("metric_cues"),
        subjects=subjects,
        functional=frozenset(functional),
        changes=frozenset(changes),
        least=entry.number("least", 0.0),
    )


def _modality(entry: Entry) -> Modality:
    entry.only(("order", "description", *SCOPES))
    cues = {scope: tuple(word.lower() for word in entry.words(scope)) for scope in SCOPES}
    return Modality(entry.name, int(entry.number("order")), cues)
