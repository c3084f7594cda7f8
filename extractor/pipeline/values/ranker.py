"""The ranker: a weighted sum of features for every candidate, and one for "none of them"."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

from extractor.pipeline.values.features import Candidate


class Ranker:
    """Chooses among candidates by the weights of values.yaml; the choice comes with its probability.

    Nothing is chosen whose probability is below ``floor``.
    """

    def __init__(self, weights: Mapping[str, float], floor: float = 0.0) -> None:
        self.weights, self.floor = weights, floor

    def score(self, features: Iterable[str]) -> float:
        """The sum of the features' weights."""
        return math.fsum(self.weights.get(feature, 0.0) for feature in features)

    def probabilities(self, candidates: Sequence[Candidate], none: Collection[str]) -> list[float]:
        """The probability of every candidate; what is missing to 1 is that of none."""
        scores = [self.score(candidate.features) for candidate in candidates]
        nothing = self.score(none)
        top = max([*scores, nothing])
        total = math.fsum(math.exp(score - top) for score in [*scores, nothing])
        return [math.exp(score - top) / total for score in scores]

    def choose(self, candidates: Sequence[Candidate], none: Collection[str]) -> tuple[Candidate | None, float]:
        """The likeliest candidate, unless none of them is likelier, with its probability."""
        chances = self.probabilities(candidates, none)
        best = max(range(len(chances)), key=chances.__getitem__, default=None)
        if best is None or chances[best] < max(self.floor, 1 - math.fsum(chances)):
            return None, 0.0
        return candidates[best], chances[best]
