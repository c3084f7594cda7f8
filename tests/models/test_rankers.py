"""The fitting of the value rankers: questions made by hand, the section of values.yaml, passages with annotated names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from extractor.ontology.quantity import Quantity
from extractor.pipeline.build import build_pipeline
from extractor.pipeline.values.lexicon import WEIGHTS, load_values
from models.rankers.collector import Collector
from models.rankers.measure import measure
from models.rankers.passages import Passage, read_passages
from models.rankers.questions import Question, same
from models.rankers.regression import fit
from models.rankers.weights import FILE, replaced, write

NEAR, FAR, NONE, DEAL = ("near",), ("far",), ("none",), ("deal", "none")
QUESTIONS = [Question((NEAR, FAR), NONE, (0,), True)] * 8 + [
    Question((FAR, NEAR), NONE, (1,), True),
    Question((FAR, NEAR), NONE, (0,), True),
    *[Question((NEAR, FAR), DEAL)] * 6,
]
RECORD: dict[str, Any] = {
    "id": "t1",
    "title": "Nvidia shows the Zorblat Z9",
    "published": "2026-03-04",
    "text": "The Zorblat Z9 has 96GB of memory. Compared with the Quixel Q4, the Zorblat Z9 is three times faster.",
    "entities": [
        {"id": "n", "type": "ORG", "name": "Nvidia", "mentions": ["Nvidia"]},
        {"id": "z", "type": "CHIP", "name": "Zorblat Z9", "mentions": ["Zorblat Z9"]},
        {"id": "q", "type": "CHIP", "name": "Quixel Q4", "mentions": ["Quixel Q4"]},
    ],
    "facts": [
        {"s": "z", "p": "has_spec", "attribute": "memory_capacity", "value": 0.096, "unit": "TB"},
        {"s": "z", "p": "compares_to", "o": "q", "metric": "performance", "value": 3, "unit": "x"},
    ],
}


def test_weights_are_in_the_expected_order() -> None:
    weights = fit(QUESTIONS, l2=0.5)
    assert weights["near"] > weights["far"]
    assert weights["deal"] > weights["near"] > weights["none"]


def test_a_stronger_penalty_gives_smaller_weights() -> None:
    weak, strong = fit(QUESTIONS, l2=0.1), fit(QUESTIONS, l2=10)
    assert abs(weak["near"] - weak["far"]) > abs(strong.get("near", 0.0) - strong.get("far", 0.0))


def test_fitting_is_deterministic() -> None:
    assert fit(QUESTIONS, l2=0.5) == fit(list(QUESTIONS), l2=0.5)


def test_rare_features_and_unclear_questions_have_no_say() -> None:
    rare = Question((("near", "once"), FAR), NONE, (1,), True)
    unclear = [Question((("odd",), FAR), NONE, (1,), True, clear=False)] * 9
    assert not {"once", "odd"} & fit([*QUESTIONS, rare, *unclear], l2=0.5).keys()


def test_figures_count_wrong_answers_as_extra_and_missed() -> None:
    figures = measure(QUESTIONS, {"near": 3.0, "deal": 6.0}, floor=0.0)
    assert (figures.asked, figures.agreed, figures.hit, figures.extra, figures.missed) == (16, 15, 9, 1, 1)


def test_no_questions_give_no_weights() -> None:
    assert fit([], l2=1.0) == {}


def test_present_weights_leave_the_file_as_it_is(tmp_path: Path) -> None:
    copy = tmp_path / "values.yaml"
    copy.write_text(FILE.read_text(encoding="utf-8"), encoding="utf-8")
    write(load_values(None).weights, copy)
    assert copy.read_bytes() == FILE.read_bytes()


def test_written_weights_are_read_back() -> None:
    weights = {"spec": {"b&c": -0.5, "a": 1.25}, "comparison": {}, "baseline": {"none": 2.0}}
    text = replaced("groups:\n  of: [of]\nweights:\n  spec: {old: 1}\n", weights)
    assert yaml.safe_load(text) == {"groups": {"of": ["of"]}, "weights": weights}
    assert text.index("a: 1.25") < text.index("b&c: -0.5")


def test_a_file_without_weights_is_refused() -> None:
    with pytest.raises(ValueError, match="weights"):
        replaced("groups: {}\n", {})


@pytest.mark.parametrize(
    ("value", "unit", "equal"),
    [(96, "GB", True), (0.096, "TB", True), (90, "GB", False), (96, "W", False), (96, "", False)],
)
def test_values_are_compared_in_any_unit(value: float, unit: str, equal: bool) -> None:
    assert same({"value": value, "unit": unit}, Quantity(96.0, "GB", "96GB")) is equal


@pytest.fixture(scope="module")
def passage_and_collector() -> tuple[Passage, Collector]:
    nlp = build_pipeline()
    return next(iter(read_passages([RECORD], nlp))), Collector(nlp)


def test_the_annotated_names_are_the_entities(passage_and_collector: tuple[Passage, Collector]) -> None:
    passage, _ = passage_and_collector
    entities = passage.doc._.entities
    assert [entity.fullest for entity in entities] == ["Nvidia", "Zorblat Z9", "Quixel Q4"]
    assert passage.numbers == {"n": 0, "z": 1, "q": 2}


@pytest.mark.parametrize("answers", ["annotation", "rankers"])
def test_questions_have_the_annotated_answers(passage_and_collector: tuple[Passage, Collector], answers: str) -> None:
    passage, collector = passage_and_collector
    asked = collector.collect([passage], None if answers == "annotation" else load_values(None).weights)
    assert [len(asked.of(name)) for name in WEIGHTS] == [1, 1, 1]
    assert all(one.clear and one.wanted and len(one.right) == 1 for name in WEIGHTS for one in asked.of(name))


def test_an_oblique_is_no_candidate_subject(passage_and_collector: tuple[Passage, Collector]) -> None:
    passage, collector = passage_and_collector
    asked = collector.collect([passage], None)
    assert len(asked.comparison[0].candidates) == 1
    assert len(asked.baseline[0].candidates) == 1
