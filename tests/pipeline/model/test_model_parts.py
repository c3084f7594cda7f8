"""The parts of the trained model that need no weights: words, windows, layout, tags, heads and weighing."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from spacy.language import Language

from extractor.errors import DataError
from extractor.pipeline.annotations import Name
from extractor.pipeline.model.drafts import best_baseline
from extractor.pipeline.model.features import name_features
from extractor.pipeline.model.heads import logsumexp, sigmoid, softmax
from extractor.pipeline.model.layout import allowed_pairs, pairs_of, things
from extractor.pipeline.model.merge import Limits, Merger, Tagged
from extractor.pipeline.model.names import ModelNames
from extractor.pipeline.model.relations import ModelRelations
from extractor.pipeline.model.runtime import load_model
from extractor.pipeline.model.scores import Say, Scores
from extractor.pipeline.model.tags import spans_of, viterbi
from extractor.pipeline.model.words import windows_of, words_of
from extractor.pipeline.names.catalogue_matcher import catalogue_of
from tests.pipeline.conftest import Parse

TEXT = "Chips ahead\n\nNvidia unveiled the H100. It has 80GB of memory. TSMC makes the chip."


class Letters:
    """A tokenizer whose pieces are letters."""

    def encode(self, words: list[str], **options: Any) -> Any:
        pairs = [(ord(letter), n) for n, word in enumerate(words) for letter in word]
        return SimpleNamespace(ids=[p for p, _ in pairs], word_ids=[n for _, n in pairs])

    def token_to_id(self, token: str) -> int:
        return {"[CLS]": 1, "[SEP]": 2}[token]


def test_a_short_text_is_one_window_with_its_pieces_in_place() -> None:
    words = words_of("The H100", [0])
    (window,) = windows_of("The H100", words, Letters(), 40)
    assert window.ids.tolist() == [1, *map(ord, "TheH100"), 2]
    assert window.piece_words.tolist() == [-1, 0, 0, 0, 1, 1, 1, 1, -1]


def test_a_long_text_is_cut_at_sentences_and_every_window_begins_with_the_title() -> None:
    starts = [0, 13, 39, 62]
    words = words_of(TEXT, starts)
    windows = windows_of(TEXT, words, Letters(), 40)
    read = [" ".join(TEXT[words.starts[n] : words.ends[n]] for n in w.words) for w in windows]
    assert len(windows) == 3
    assert all(line.startswith("Chips ahead") for line in read)
    assert {int(n) for w in windows for n in w.words} == set(range(len(words.starts)))
    assert all(len(w.ids) <= 40 for w in windows)


def test_an_empty_text_has_no_window() -> None:
    assert windows_of("", words_of("", []), Letters(), 48) == []


def test_the_longer_name_gives_a_word_its_feature() -> None:
    words = words_of("Nvidia H100 chips", [0])
    names = [Name(0, 6, "Nvidia", "ORG", None, 1.0, "t"), Name(0, 11, "Nvidia H100", "CHIP", None, 1.0, "t")]
    assert name_features(names, words, ["ORG", "CHIP"]).tolist() == [4, 3, 0]


def test_pairs_take_the_nearest_mentions_and_prefer_those_of_one_sentence() -> None:
    left = things([0], [[(0, 0), (12, 12)]])
    right = things([1], [[(9, 10)]], [[(2, 2)]])
    pairs = pairs_of(left, right, np.array([[0, 0]]), np.array([1] * 11 + [2] * 4))
    assert (pairs.left_mention.tolist(), pairs.right_mention.tolist()) == ([0], [1])
    assert (pairs.low[0], pairs.high[0], pairs.same[0], pairs.order[0]) == (1, 2, 1, 1)
    assert right.reference.tolist() == [0, 1]


def test_only_pairs_that_the_ontology_allows_are_laid_out() -> None:
    allowed = np.zeros((2, 2, 1), bool)
    allowed[0, 1] = True
    assert allowed_pairs([0, 1, 1], allowed).tolist() == [[0, 1], [0, 2]]
    assert allowed_pairs([], allowed).tolist() == []


def test_a_name_goes_on_only_in_its_own_type() -> None:
    scores = np.log(np.array([[0.1, 0.6, 0.1, 0.1, 0.1], [0.1, 0.1, 0.3, 0.05, 0.45]]))
    assert spans_of(viterbi(scores)) == [(0, 1, 0)]


def test_the_small_functions_are_stable_for_large_scores() -> None:
    large = np.array([[1000.0, 0.0]])
    assert softmax(large).tolist() == [[1.0, 0.0]]
    assert sigmoid(large)[0, 1] == 0.5
    assert logsumexp(np.array([[[2.0], [2.0]]]))[0, 0] == pytest.approx(2 + np.log(2))


def test_the_likeliest_other_thing_is_the_baseline() -> None:
    scores = Scores(baselines={(0, 1): Say(0.9, 0, ""), (0, 2): Say(0.6, 0, ""), (1, 3): Say(0.2, 0, "")})
    assert best_baseline(scores, 0, 1) == 2
    assert best_baseline(scores, 1, 0) is None


def tagged(start: int, end: int, type_: str, chance: float) -> Tagged:
    return Tagged(start, end, type_, chance, np.zeros(1))


def test_names_of_the_model_join_those_of_the_rules() -> None:
    text = "Nvidia Kestrel and Osprey run Talon at Summit"
    rules = [Name(19, 25, "Osprey", "ORG", None, 1.0, "t"), Name(39, 45, "Summit", "SYSTEM", None, 1.0, "t")]
    maker = Name(0, 6, "Nvidia", "ORG", None, 2.0, "t")
    merger = Merger(
        text, catalogue_of(None, None), [maker], lambda start, end: float(start == 39), Limits(0.8, 0.9, 0.5)
    )
    ours = [tagged(0, 14, "CHIP", 0.9), tagged(19, 25, "SYSTEM", 0.95), tagged(30, 35, "SOFTWARE", 0.4)]
    merged = merger.merged(rules, ours)
    assert [(name.text, name.type, name.by) for name in merged] == [
        ("Nvidia Kestrel", "CHIP", "model:name"),
        ("Osprey", "SYSTEM", "model:type"),
    ]
    assert merged[0].brand is maker


def test_without_a_model_nothing_changes(nlp: Language, parse: Parse) -> None:
    doc = parse(TEXT, "inference")
    names, statements = list(doc._.names), list(doc._.statements)
    for component in (
        ModelNames(nlp, "model_names", None, None, None, 0.8, 0.9, 0.5, 0.7, 0.5),
        ModelRelations(nlp, "model_relations", None, None, None, False),
    ):
        doc = component(doc)
    assert (doc._.names, doc._.statements) == (names, statements)


def test_a_missing_model_is_reported_with_its_folder(tmp_path: Any) -> None:
    with pytest.raises(DataError, match="no trained model"):
        load_model(str(tmp_path))
