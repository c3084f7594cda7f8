"""Training: from passages to the weights of all rankers, and their figures on passages that were kept aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.pipeline.values.lexicon import WEIGHTS
from models.rankers.collector import FLOORS, Collector
from models.rankers.measure import Figures, measure
from models.rankers.passages import Passage
from models.rankers.questions import Questions, Weights
from models.rankers.regression import fit

L2: Mapping[str, float] = {"spec": 0.5, "comparison": 0.2, "baseline": 4.0}
ROUNDS = 1


def train(collector: Collector, passages: Sequence[Passage], l2: Mapping[str, float] = L2) -> Weights:
    """Fit on the questions as they come when everything before is answered as annotated, and as the rankers answer.

    The second kind is collected with the rankers fitted on the first; without it they trust the running topic of a
    text more than they can when they have made it up themselves.
    """
    annotated = collector.collect(passages, None)
    weights = fit_all(annotated, l2)
    for _ in range(ROUNDS):
        weights = fit_all(annotated + collector.collect(passages, weights), l2)
    return weights


def fit_all(questions: Questions, l2: Mapping[str, float]) -> Weights:
    """The weights of every ranker, each from its questions."""
    return {name: fit(questions.of(name), l2[name]) for name in WEIGHTS}


def figures_of(collector: Collector, passages: Sequence[Passage], weights: Weights) -> dict[str, Figures]:
    """The figures of every ranker where all answers before are their own."""
    asked = collector.collect(passages, weights)
    return {name: measure(asked.of(name), weights[name], FLOORS[name]) for name in WEIGHTS}
