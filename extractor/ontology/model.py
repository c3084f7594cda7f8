"""The ontology as immutable data: types, predicates, attributes, statuses, cues and rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from extractor.ontology.claims import ClaimRules
from extractor.ontology.lifecycle import Status
from extractor.ontology.name_cues import NameCues
from extractor.ontology.units import UnitTable

Kind = Literal["relation", "spec", "comparison", "status"]


@dataclass(frozen=True, slots=True)
class EntityType:
    """A type of entity; ``nouns`` are the class words that reveal it."""

    name: str
    label: str
    description: str
    nouns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate with the types that may stand at its ends (``range`` is empty where a fact needs no object).

    A ``functional`` one has one object for a subject at a time, an ``inverse_functional`` one subject for an object.
    """

    name: str
    kind: Kind
    domain: frozenset[str]
    range: frozenset[str]
    description: str
    symmetric: bool = False
    same_type: bool = False
    static: bool = False
    whole_object: bool = False
    functional: bool = False
    inverse_functional: bool = False

    def allows(self, subject: str, object_: str | None) -> bool:
        """Whether entities of these types may stand at the ends of the predicate."""
        if subject not in self.domain:
            return False
        if object_ is None:
            return self.kind != "relation"
        return object_ in self.range and (not self.same_type or subject == object_)


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of ``has_spec`` or metric of ``compares_to`` with the words that reveal it.

    ``subjects`` are the types of entity that have it, the likeliest first. Things of the ``functional`` types have one
    value of it at a time; for those of ``changes`` that value may be another at another time. ``least`` is the least
    amount that it can have, in whatever unit it is stated; 0 where there is no such bound.
    """

    name: str
    label: str
    dimensions: frozenset[str]
    nouns: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    metric_cues: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    functional: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Modality:
    """A modality and its cues by scope (sentence, clause, inside); of several cues the highest ``order`` wins."""

    name: str
    order: int
    cues: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that tell who says so."""

    verbs: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    anaphors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A named token pattern that yields facts of one predicate (the pattern language: docs/rules.md).

    One that ``excludes`` yields none: it says which wordings are meant otherwise.
    """

    name: str
    predicate: str
    match: str
    file: str
    confidence: float = 0.8
    implies: tuple[str, ...] = ()
    modality: str | None = None
    status: str | None = None
    unless: str | None = None
    each: bool = False
    excludes: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Ontology:
    """Everything that a fact may say, and the words that say it."""

    types: Mapping[str, EntityType]
    predicates: Mapping[str, Predicate]
    attributes: Mapping[str, Attribute]
    statuses: tuple[str, ...]
    modalities: Mapping[str, Modality]
    borders: tuple[str, ...]
    attribution: Attribution
    units: UnitTable
    names: NameCues
    claims: ClaimRules
    lifecycle: Mapping[str, Status] = field(default_factory=dict)
    lexicon: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
