"""Semantic lint: what the built-in data must hold beyond being readable."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import yaml

from extractor.ontology import Attribute, EntityType, Predicate, load_ontology
from extractor.ontology.source import BUILT_IN

ONTOLOGY = load_ontology()
RULED = {predicate for rule in ONTOLOGY.rules for predicate in (rule.predicate, *rule.implies)}
# Kinds of predicates that components of their own find.
NOT_BY_RULES = {"spec", "comparison"}

every_type = pytest.mark.parametrize("type_", ONTOLOGY.types.values(), ids=list(ONTOLOGY.types))
every_predicate = pytest.mark.parametrize("predicate", ONTOLOGY.predicates.values(), ids=list(ONTOLOGY.predicates))
every_attribute = pytest.mark.parametrize("attribute", ONTOLOGY.attributes.values(), ids=list(ONTOLOGY.attributes))


@every_type
def test_types_are_described(type_: EntityType) -> None:
    assert type_.label == type_.label.lower()
    assert type_.description.endswith("."), "descriptions are sentences"


def test_a_class_noun_reveals_one_type() -> None:
    owners = Counter(noun for type_ in ONTOLOGY.types.values() for noun in type_.nouns)
    shared = [noun for noun, times in owners.items() if times > 1]
    assert not shared, f"nouns of several types: {shared}"


@every_predicate
def test_predicates_have_ends_and_words(predicate: Predicate) -> None:
    assert predicate.domain, "nothing can be its subject"
    assert predicate.range or predicate.kind in ("spec", "status"), "nothing can be its object"
    assert predicate.description.endswith(".")
    if predicate.symmetric:
        assert predicate.domain == predicate.range, "of a symmetric predicate both ends are alike"
    if predicate.same_type:
        assert predicate.domain & predicate.range


@every_predicate
def test_relations_have_rules(predicate: Predicate, request: pytest.FixtureRequest) -> None:
    if predicate.kind in NOT_BY_RULES:
        pytest.skip("found by a component of its own")
    if predicate.name not in RULED:
        request.applymarker(pytest.mark.xfail(reason="its rules are still being written", strict=True))
    assert predicate.name in RULED


@every_attribute
def test_cues_are_lower_case(attribute: Attribute) -> None:
    words = [*attribute.nouns, *attribute.cues, *attribute.metric_cues]
    assert [word for word in words if word != word.lower()] == []


@every_attribute
def test_attributes_have_dimensions_and_subjects_that_exist(attribute: Attribute) -> None:
    bases = ONTOLOGY.units.bases
    assert [d for d in attribute.dimensions if not any(b == d or b.startswith(f"{d}_") for b in bases)] == []
    assert [t for t in attribute.subjects if t not in ONTOLOGY.types] == []


@every_attribute
def test_an_attribute_can_be_recognised(attribute: Attribute) -> None:
    assert attribute.dimensions or attribute.nouns or attribute.cues or attribute.metric_cues


def test_rule_names_are_unique_over_all_files() -> None:
    names: Counter[str] = Counter()
    for path in sorted((BUILT_IN / "rules").glob("*.yaml")):
        for rules in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).values():
            names.update(rule["name"] for rule in rules)
    assert [name for name, times in names.items() if times > 1] == [], "a later file would replace it silently"


def test_rules_are_surer_than_a_coin() -> None:
    assert [(r.name, r.confidence) for r in ONTOLOGY.rules if not 0.5 <= r.confidence <= 1] == []


def test_rules_have_readable_names() -> None:
    odd = [rule.name for rule in ONTOLOGY.rules if rule.name != rule.name.lower() or " " in rule.name]
    assert odd == [], "names are lower-case words joined by hyphens"


def test_every_lexicon_group_has_words() -> None:
    assert [name for name, forms in ONTOLOGY.lexicon.items() if not forms] == []


# Groups that components read by name.
READ_BY_CODE = {
    *("topic_not_before", "topic_kinds", "topic_contrast", "pp_post", "pp_founder"),
    *("st_not_after", "st_not_before", "st_joins", "st_reduced"),
    *("lineage_words", "lineage_adjectives", "lineage_modifiers", "lineage_nouns"),
    *("lineage_heads", "lineage_rivals", "lineage_others", "lineage_clauses", "lineage_verbs"),
}


def test_every_lexicon_group_is_used() -> None:
    patterns = [f"{rule.match} {rule.unless or ''}" for rule in ONTOLOGY.rules]
    used = READ_BY_CODE.union(*(re.findall(r"@(\w+)", pattern) for pattern in patterns))
    assert [name for name in ONTOLOGY.lexicon if name not in used] == []


def test_no_word_stands_twice_in_a_lexicon_group() -> None:
    groups = {}
    for path in sorted((BUILT_IN / "lexicon").glob("*.yaml")):
        groups.update(yaml.safe_load(path.read_text(encoding="utf-8")))
    twice = {name: [w for w, times in Counter(words).items() if times > 1] for name, words in groups.items()}
    assert {name: words for name, words in twice.items() if words} == {}


def test_cues_for_names_speak_of_types() -> None:
    cues = ONTOLOGY.names
    spoken = {**cues.suffixes, **cues.before, **cues.nouns}
    assert {word: type_ for word, type_ in spoken.items() if type_ not in ONTOLOGY.types} == {}
    unknown = {(phrase, t) for phrase, types in cues.anaphors.items() for t in types if t not in ONTOLOGY.types}
    assert unknown == set()


def test_anaphors_are_lower_case() -> None:
    assert [phrase for phrase in ONTOLOGY.names.anaphors if phrase != phrase.lower()] == []
