"""Rule files: what a rule may say, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import DataError
from extractor.ontology import load_ontology

from .conftest import Load

RULE = """
supplies:
  - name: zorbles-to
    match: "<subject:ORG> zorbles <object:ORG>"
"""


def test_a_rule_is_read_with_its_defaults(load: Load) -> None:
    ontology = load({"rules/mine.yaml": RULE})
    (rule,) = [rule for rule in ontology.rules if rule.name == "zorbles-to"]
    assert (rule.predicate, rule.confidence, rule.implies, rule.modality) == ("supplies", 0.8, (), None)
    assert Path(rule.file).name == "mine.yaml"
    assert len(ontology.rules) == len(load_ontology().rules) + 1


def test_all_keys_are_read(load: Load) -> None:
    text = RULE + (
        "    confidence: 0.4\n    implies: [partners_with]\n    modality: denied\n"
        "    status: delayed\n    unless: never\n"
    )
    (rule,) = [rule for rule in load({"rules/mine.yaml": text}).rules if rule.name == "zorbles-to"]
    assert (rule.confidence, rule.implies, rule.modality) == (0.4, ("partners_with",), "denied")
    assert (rule.status, rule.unless) == ("delayed", "never")


def test_a_users_rule_replaces_ours_of_the_same_name(load: Load) -> None:
    ours = load_ontology().rules[0]
    mine = load({"rules/mine.yaml": f'{ours.predicate}:\n  - {{name: {ours.name}, match: "zorbles"}}\n'})
    assert [rule.match for rule in mine.rules if rule.name == ours.name] == ["zorbles"]
    assert len(mine.rules) == len(load_ontology().rules)


def test_an_empty_file_holds_no_rule(load: Load) -> None:
    assert load({"rules/mine.yaml": "# nothing yet\n"}).rules == load_ontology().rules


BROKEN = [
    ("unknown predicate", RULE.replace("supplies:", "eats:"), "zorbles-to", "unknown predicate 'eats'"),
    ("unknown implied predicate", RULE + "    implies: [eats]\n", "zorbles-to", "unknown predicate 'eats'"),
    ("unknown status", RULE + "    status: eaten\n", "zorbles-to", "unknown status 'eaten'"),
    ("unknown modality", RULE + "    modality: sung\n", "zorbles-to", "unknown modality 'sung'"),
    ("modality no text", RULE + "    modality: [planned]\n", "zorbles-to", "modality must be a text"),
    ("a key that nobody reads", RULE + "    predicate: makes\n", "supplies[0]", "unknown key 'predicate'"),
    ("a key of former versions", RULE + "    attribute: smell\n", "supplies[0]", "unknown key 'attribute'"),
    ("unknown key", RULE + "    confidense: 0.5\n", "supplies[0]", "unknown key 'confidense'"),
    ("confidence no number", RULE + "    confidence: high\n", "zorbles-to", "confidence must be a number"),
    ("no pattern", "supplies:\n  - name: zorbles-to\n", "zorbles-to", "match must be a text"),
    ("no name", "supplies:\n  - match: zorbles\n", "supplies[0]", "name must be a text"),
    ("rule no mapping", "supplies:\n  - zorbles\n", "supplies[0]", "must be a mapping"),
    ("rules no list", "supplies: zorbles\n", "", "must map predicates to lists"),
    ("file no mapping", "- zorbles\n", "", "must map predicates to lists"),
    ("a name twice", RULE + RULE.removeprefix("\nsupplies:\n"), "zorbles-to", "a rule of this name"),
]


@pytest.mark.parametrize(("content", "entry", "reason"), [c[1:] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_what_is_wrong_is_named_with_file_and_rule(
    load: Load, tmp_path: Path, content: str, entry: str, reason: str
) -> None:
    with pytest.raises(DataError) as caught:
        load({"rules/mine.yaml": content})
    assert caught.value.file == str(tmp_path / "rules" / "mine.yaml")
    assert entry == caught.value.entry
    assert reason in caught.value.reason


@pytest.mark.parametrize("confidence", ["0", "1.5", "-1", ".nan"])
def test_confidence_lies_between_0_and_1(load: Load, confidence: str) -> None:
    with pytest.raises(DataError):
        load({"rules/mine.yaml": RULE + f"    confidence: {confidence}\n"})


def test_two_files_of_one_folder_may_not_share_a_rule(load: Load) -> None:
    with pytest.raises(DataError):
        load({"rules/a.yaml": RULE, "rules/b.yaml": RULE})
