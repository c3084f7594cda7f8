"""The words and weights are checked as they are loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from extractor.errors import DataError
from extractor.resolve.identity.context import CONTEXTS
from extractor.resolve.identity.evidence import EVIDENCE
from extractor.resolve.identity.vocabulary import DATA, load_weights, load_words


def test_every_kind_of_evidence_has_a_weight_and_a_word_of_explanation() -> None:
    weights = load_weights()
    assert set(weights.names) == set(EVIDENCE)
    assert set(weights.contexts) == set(CONTEXTS)
    assert all(test.__doc__ for test in (*EVIDENCE.values(), *CONTEXTS.values()))


def test_likeness_alone_links_nothing() -> None:
    weights = load_weights()
    assert weights.names["misspelling"] + weights.similarity < weights.link


@pytest.mark.parametrize(
    ("section", "key", "value", "message"),
    [
        ("names", "respelling", None, "names: respelling must be a number"),
        ("names", "luck", 3, "names: unknown key 'luck'"),
        ("contexts", "same_maker", "much", "contexts: same_maker must be a number, not 'much'"),
        ("thresholds", "review", 9, "thresholds: review must not lie above link"),
    ],
)
def test_weights_that_break_the_form(tmp_path: Path, section: str, key: str, value: object, message: str) -> None:
    content = yaml.safe_load((DATA / "evidence.yaml").read_text(encoding="utf-8"))
    content[section][key] = value
    file = tmp_path / "evidence.yaml"
    file.write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(DataError) as error:
        load_weights(file)
    assert f"{file}: {message}" in str(error.value)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("trades", "silicon", "trades must be a list of texts"),
        ("given_names", 3, "given_names: must be a list of lists of names"),
        ("given_names", [["Bob"], "Rob"], "given_names, group 2: names must be a list"),
        ("class_words", [], "class_words: must be a mapping"),
    ],
)
def test_words_that_break_the_form(tmp_path: Path, key: str, value: object, message: str) -> None:
    content = yaml.safe_load((DATA / "words.yaml").read_text(encoding="utf-8"))
    file = tmp_path / "words.yaml"
    file.write_text(yaml.safe_dump(content | {key: value}), encoding="utf-8")
    with pytest.raises(DataError) as error:
        load_words(file)
    assert f"{file}: {message}" in str(error.value)
