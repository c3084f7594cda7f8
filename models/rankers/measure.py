"""Figures of a ranker on questions with their annotated answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extractor.pipeline.values.features import Candidate
from extractor.pipeline.values.ranker import Ranker
from models.rankers.questions import Question


@dataclass(slots=True)
class Figures:
    """How many questions were answered as annotated, and how many answers are right, wrong or missing."""

    asked: int = 0
    agreed: int = 0
    hit: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def accuracy(self) -> float:
        """The share of questions answered as annotated, "none of them" included."""
        return self.agreed / max(1, self.asked)

    @property
    def precision(self) -> float:
        """The share of the answers that are right."""
        return self.hit / max(1, self.hit + self.extra)

    @property
    def recall(self) -> float:
        """The share of the annotated answers that were given."""
        return self.hit / max(1, self.hit + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hit / max(1, 2 * self.hit + self.extra + self.missed)

    def __str__(self) -> str:
        rates = f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"
        return f"{self.asked:6} questions  accuracy {self.accuracy:.3f}  {rates}"


def measure(questions: Iterable[Question], weights: Mapping[str, float], floor: float) -> Figures:
    """The figures of a ranker; what is answered in place of an annotated answer is both extra and missed."""
    ranker, figures = Ranker(weights, floor), Figures()
    for one in questions:
        chosen = answer(one, ranker)
        right = chosen in one.right
        figures.asked += 1
        figures.agreed += right or (chosen is None and not one.wanted)
        figures.hit += right
        figures.extra += chosen is not None and not right
        figures.missed += one.wanted and not right
    return figures


def answer(one: Question, ranker: Ranker) -> int | None:
    """The place of the candidate that a ranker chooses."""
    candidates = [Candidate(n, None, frozenset(features)) for n, features in enumerate(one.candidates)]
    chosen, _ = ranker.choose(candidates, one.none)
    return None if chosen is None else chosen.entity
