"""Loading: the built-in ontology, a user's folder laid over it, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import DataError
from extractor.ontology import load_ontology

from .conftest import Load

TYPES = {"ORG", "PERSON", "CHIP", "SYSTEM", "SERVICE", "TECHNOLOGY", "SOFTWARE", "FACILITY", "EVENT", "PLACE", "POLICY"}


def test_the_built_in_ontology_loads() -> None:
    ontology = load_ontology()
    assert set(ontology.types) == TYPES
    assert len(ontology.predicates) == 24
    assert ontology.groups["PRODUCT"] == {"CHIP", "SYSTEM", "SERVICE", "TECHNOLOGY", "SOFTWARE"}
    assert {"asserted", "planned", "reported", "denied"} <= {"asserted", *ontology.modalities}
    assert ontology.rules


def test_it_is_loaded_once() -> None:
    assert load_ontology() is load_ontology()


def test_groups_stand_for_their_types() -> None:
    makes = load_ontology().predicates["makes"]
    assert makes.domain == {"ORG"}
    assert "SOFTWARE" in makes.range
    assert "PRODUCT" not in makes.range


ALLOWED = [
    ("makes", "ORG", "CHIP", True),
    ("makes", "CHIP", "ORG", False),
    ("makes", "ORG", None, False),
    ("succeeds", "CHIP", "CHIP", True),
    ("succeeds", "CHIP", "SYSTEM", False),
    ("has_spec", "CHIP", None, True),
    ("has_spec", "PERSON", None, False),
    ("compares_to", "CHIP", None, True),
    ("compares_to", "CHIP", "SYSTEM", True),
    ("compares_to", "CHIP", "PERSON", False),
    ("has_status", "FACILITY", None, True),
]


@pytest.mark.parametrize(("predicate", "subject", "object_", "allowed"), ALLOWED)
def test_predicates_know_their_ends(predicate: str, subject: str, object_: str | None, allowed: bool) -> None:
    assert load_ontology().predicates[predicate].allows(subject, object_) is allowed


def test_a_user_adds_a_type_a_predicate_and_a_group(load: Load) -> None:
    ontology = load(
        {
            "types.yaml": "types:\n  AWARD: {label: award, description: A prize., nouns: [Prize]}\n",
            "predicates.yaml": "groups:\n  WINNER: [ORG, PERSON]\n"
            "predicates:\n  wins: {kind: relation, domain: [WINNER], range: [AWARD], description: Is given it.}\n",
        }
    )
    assert set(ontology.types) == TYPES | {"AWARD"}
    assert ontology.types["AWARD"].nouns == {"prize"}
    wins = ontology.predicates["wins"]
    assert (wins.domain, wins.range) == ({"ORG", "PERSON"}, {"AWARD"})
    assert "makes" in ontology.predicates
    assert ontology.rules, "the built-in rules must stay"


def test_a_user_changes_one_field_and_keeps_the_rest(load: Load) -> None:
    mine, ours = load({"predicates.yaml": "predicates:\n  makes: {description: Builds it.}\n"}), load_ontology()
    assert mine.predicates["makes"].description == "Builds it."
    assert mine.predicates["makes"].domain == ours.predicates["makes"].domain


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    mine, ours = load_ontology(tmp_path), load_ontology()
    assert mine.predicates == ours.predicates
    assert mine.rules == ours.rules


def test_a_users_lexicon_group_replaces_ours(load: Load) -> None:
    name = next(iter(load_ontology().lexicon))
    assert load({"lexicon/mine.yaml": f"{name}: [zorbles]\n"}).lexicon[name] == ("zorbles",)


RELATION = "predicates:\n  likes: {{kind: relation, domain: [{0}], range: [{1}], description: Likes it.}}\n"
BROKEN = [
    (
        "unknown type in a domain",
        "predicates.yaml",
        RELATION.format("TREE", "ORG"),
        "likes.domain",
        "unknown type TREE",
    ),
    ("unknown type in a range", "predicates.yaml", RELATION.format("ORG", "TREE"), "likes.range", "unknown type TREE"),
    ("unknown type in a group", "predicates.yaml", "groups:\n  G: [ORG, TREE]\n", "groups.G", "unknown type TREE"),
    ("group no list", "predicates.yaml", "groups:\n  G: ORG\n", "groups.G", "list of type names"),
    ("domain no list", "predicates.yaml", "predicates:\n  makes: {domain: ORG}\n", "makes", "domain must be a list"),
    ("unknown kind", "predicates.yaml", "predicates:\n  makes: {kind: verb}\n", "makes", "kind must be one of"),
    (
        "relation without range",
        "predicates.yaml",
        "predicates:\n  likes: {kind: relation, domain: [ORG], description: x}\n",
        "likes",
        "needs a range",
    ),
    (
        "predicate without description",
        "predicates.yaml",
        "predicates:\n  likes: {kind: relation, domain: [ORG], range: [ORG]}\n",
        "likes",
        "description",
    ),
    ("flag that is a text", "predicates.yaml", "predicates:\n  makes: {static: often}\n", "makes", "true or false"),
    ("predicates no mapping", "predicates.yaml", "predicates: [makes]\n", "predicates", "must be a mapping"),
    ("predicate no mapping", "predicates.yaml", "predicates:\n  likes: ORG\n", "likes", "must be a mapping"),
    ("file no mapping", "predicates.yaml", "- makes\n", "", "must be a mapping"),
    ("type without label", "types.yaml", "types:\n  TREE: {description: A tree.}\n", "TREE", "label must be a text"),
    ("numbers among nouns", "types.yaml", "types:\n  CHIP: {nouns: [386]}\n", "CHIP", "nouns must be a list of texts"),
    (
        "unknown dimension",
        "attributes.yaml",
        "attributes:\n  smell: {dimensions: [stench]}\n",
        "smell",
        "unknown dimension stench",
    ),
    (
        "status without order",
        "statuses.yaml",
        "statuses:\n  eaten: {description: Eaten.}\n",
        "eaten",
        "order must be a number",
    ),
    (
        "modality without order",
        "modality.yaml",
        "modalities:\n  sung: {clause: [la]}\n",
        "sung",
        "order must be a number",
    ),
    ("borders no list", "modality.yaml", "borders: because\n", "", "borders must be a list of texts"),
    ("order that is no number", "modality.yaml", "modalities:\n  sung: {order: .inf}\n", "sung", "must be a number"),
    ("nested anaphors", "names.yaml", 'anaphors:\n  "the box": [[SYSTEM]]\n', "anaphors.the box", "known types"),
    ("misspelled key of a type", "types.yaml", "types:\n  CHIP: {noun: [die]}\n", "CHIP", "unknown key 'noun'"),
    ("of a predicate", "predicates.yaml", "predicates:\n  makes: {txt: x}\n", "makes", "unknown key 'txt'"),
    ("of an attribute", "attributes.yaml", "attributes:\n  price: {cue: [x]}\n", "price", "unknown key 'cue'"),
    ("of a status", "statuses.yaml", "statuses:\n  delayed: {oder: 3}\n", "delayed", "unknown key 'oder'"),
    ("of a modality", "modality.yaml", "modalities:\n  denied: {insides: [x]}\n", "denied", "unknown key 'insides'"),
    ("of attribution", "attribution.yaml", "verb: [says]\n", "", "unknown key 'verb'; known are verbs"),
    ("of names", "names.yaml", "first_name: [Zorb]\n", "", "unknown key 'first_name'; known are suffixes"),
    ("of predicates' file", "predicates.yaml", "group:\n  G: [ORG]\n", "", "unknown key 'group'"),
    ("of types' file", "types.yaml", "type:\n  G: {}\n", "", "unknown key 'type'"),
    ("of units' file", "units.yaml", "unit: []\n", "", "unknown key 'unit'"),
    ("family no mapping", "units.yaml", "families: [x]\n", "families[0]", "must be a mapping"),
    ("day that is none", "types.yaml", "types: {A: 2024-13-45}\n", "", "cannot be read"),
    ("file that nobody reads", "type.yaml", "types: {}\n", "", "known are attributes.yaml, attribution.yaml"),
    ("file of another kind", "types.yml", "types: {}\n", "", "is no file of an ontology"),
    ("folder that nobody reads", "rule/mine.yaml", "makes: []\n", "", "rules/*.yaml"),
    ("folder in a folder", "rules/deep/mine.yaml", "makes: []\n", "", "is no file of an ontology"),
    ("suffixes no list", "names.yaml", "suffixes:\n  ORG: Inc\n", "suffixes.ORG", "list of words"),
    ("lexicon group no list", "lexicon/mine.yaml", "grow: sprouts\n", "", "grow must be a list of texts"),
    ("lexicon no mapping", "lexicon/mine.yaml", "- grow\n", "", "must be a mapping"),
    ("half-written", "predicates.yaml", "predicates:\n  makes: {kind: relation,\n", "line 3", "is no YAML"),
    ("half-written rule file", "rules/mine.yaml", "makes:\n  - name: a\n   match: b\n", "line 3", "is no YAML"),
    ("tab for a blank", "types.yaml", "types:\n\tTREE: {}\n", "line 2", "is no YAML"),
    ("tag that runs code", "types.yaml", "types: !!python/object:os.system {}\n", "line 1", "is no YAML"),
]


@pytest.mark.parametrize(("name", "content", "entry", "reason"), [c[1:] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_what_is_wrong_is_named_with_file_and_entry(
    load: Load, tmp_path: Path, name: str, content: str, entry: str, reason: str
) -> None:
    with pytest.raises(DataError) as caught:
        load({name: content})
    assert caught.value.file == str(tmp_path / name)
    assert entry in caught.value.entry, f"entry is {caught.value.entry!r}"
    assert reason in caught.value.reason, f"reason is {caught.value.reason!r}"


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "types.yaml").write_bytes(b"types:\n  \xff\xfe: {}\n")
    with pytest.raises(DataError, match="cannot be read"):
        load_ontology(tmp_path)


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is no folder"):
        load_ontology(tmp_path / "nowhere")


def test_two_files_of_one_folder_may_not_share_a_group(load: Load) -> None:
    with pytest.raises(DataError, match=r"b\.yaml: grow: is a group of .*a\.yaml already"):
        load({"lexicon/a.yaml": "grow: [sprouts]\n", "lexicon/b.yaml": "grow: [blooms]\n"})


UNCHECKED = [
    ("anaphor of an unknown type", "names.yaml", 'anaphors:\n  "the tree": [TREE]\n'),
    ("anaphor without a list", "names.yaml", 'anaphors:\n  "the box": SYSTEM\n'),
    ("suffix of an unknown type", "names.yaml", "suffixes:\n  TREE: [Oak]\n"),
    ("null among the words before", "names.yaml", "before:\n  ORG: [null]\n"),
    ("attribute of an unknown type", "attributes.yaml", "attributes:\n  smell: {subjects: [TREE]}\n"),
]


@pytest.mark.parametrize(("name", "content"), [c[1:] for c in UNCHECKED], ids=[c[0] for c in UNCHECKED])
def test_types_are_checked_everywhere(load: Load, name: str, content: str) -> None:
    with pytest.raises(DataError):
        load({name: content})


def test_notes_and_hidden_files_may_stand_in_the_folder(load: Load) -> None:
    assert load({"README.md": "Mine.", ".git/config": "x", "rules/.rules.yaml.swp": "x"}).rules


def test_a_user_adds_a_unit_and_replaces_one(load: Load) -> None:
    units = load(
        {
            "units.yaml": "dimensions: {zorbness: zorb}\nunits:\n"
            "  - {symbol: zorb, dimension: zorbness, factor: 1, spellings: [zorb, zorbs]}\n"
            "  - {symbol: kg, dimension: mass, factor: 2000, spellings: [kilozorb]}\n"
            "  - {symbol: GB, dimension: data, factor: 1.1e+9, spellings: [GB, gigazorb]}\n"
        }
    ).units
    assert (units.symbol("zorbs"), units.to_base(3, "zorb")) == ("zorb", (3, "zorb"))
    assert (units.symbol("kilozorb"), units.symbol("kilogram")) == ("kg", None)
    assert units.symbol("gigazorb") == "GB"
    assert set(units.units) == {*load_ontology().units.units, "zorb"}
