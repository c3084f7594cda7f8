"""The judge: how likely a statement is right, given what the rules and the heads of the model say of it and of its rivals.

A logistic regression for every predicate over the features below, fitted on passages from which the network did not learn
(models/recipe/judge.py). Its chance is the statement's confidence: it is calibrated by construction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from extractor.pipeline.model.candidates import Candidate
from extractor.pipeline.model.scores import Scores

if TYPE_CHECKING:
    from numpy.typing import NDArray

FEATURES = (
    "bias",  # 1
    "model",  # logit of the model's chance, at most 4 either way
    "silent",  # 1 where the model holds the statement for so unlikely that it gives no chance
    "ruled",  # 1 where a rule found it
    "rule",  # logit of the rule's own confidence
    "both",  # the model's logit where a rule found it
    "rival subject",  # how much likelier the best other subject is (chances)
    "rival object",  # how much likelier the best other object is
    "ahead subject",  # how far this subject is ahead of the best other
    "ahead object",  # how far this object is ahead of the best other
    "subject",  # logit of the model's chance that the subject is a name of its type
    "object",  # the same for the object; 0 without one
    "label",  # log of the model's chance of the attribute or metric; 0 without one
)
FLOOR, LIMIT = 0.02, 4.0


class Rivals:
    """The best and second best chances of every (predicate, fixed end), to compare a candidate with the best other."""

    def __init__(self, scores: Scores) -> None:
        self.best: dict[tuple[Any, ...], list[tuple[float, int]]] = {}
        for (subject, object_, predicate), say in scores.relations.items():
            self._add(("subject", predicate, object_), say.chance, subject)
            self._add(("object", predicate, subject), say.chance, object_)
        for table in (scores.specs, scores.compared):
            for (number, subject), say in table.items():
                self._add(("subject", "value", number), say.chance, subject)

    def _add(self, key: tuple[Any, ...], chance: float, end: int) -> None:
        self.best.setdefault(key, []).append((chance, end))

    def lead(self, key: tuple[Any, ...], chance: float, end: int | None) -> float:
        """How far ``end`` is ahead of the best other one; negative where it is behind."""
        return chance - max((c for c, e in self.best.get(key, ()) if e != end), default=0.0)


def features(candidates: Sequence[Candidate], scores: Scores, certain: Mapping[int, float]) -> NDArray[Any]:
    """One row of :data:`FEATURES` for every candidate; ``certain`` are the chances of entities to be names of their type."""
    rivals = Rivals(scores)
    rows = [_row(candidate, rivals, certain) for candidate in candidates]
    return np.array(rows, np.float64).reshape(-1, len(FEATURES))


def _row(candidate: Candidate, rivals: Rivals, certain: Mapping[int, float]) -> list[float]:
    draft, say = candidate.draft, candidate.say
    chance = say.chance if say else 0.0
    by_subject, by_object = _leads(candidate, rivals, chance)
    model = logit(chance)
    return [
        1.0,
        model,
        float(say is None),
        float(candidate.ruled),
        logit(draft.confidence) if candidate.ruled else 0.0,
        model if candidate.ruled else 0.0,
        max(0.0, -by_subject),
        max(0.0, -by_object),
        max(0.0, by_subject),
        max(0.0, by_object),
        logit(certain.get(draft.subject, 0.0)),
        0.0 if draft.object is None or draft.value is not None else logit(certain.get(draft.object, 0.0)),
        _label(candidate),
    ]


def _leads(candidate: Candidate, rivals: Rivals, chance: float) -> tuple[float, float]:
    draft = candidate.draft
    if draft.value is not None:
        return rivals.lead(("subject", "value", candidate.number), chance, draft.subject), 0.0
    if draft.object is None:
        return 0.0, 0.0
    return (
        rivals.lead(("subject", draft.predicate, draft.object), chance, draft.subject),
        rivals.lead(("object", draft.predicate, draft.subject), chance, draft.object),
    )


def _label(candidate: Candidate) -> float:
    if candidate.draft.attribute is None or candidate.say is None or candidate.say.labels is None:
        return 0.0
    return float(np.log(max(FLOOR, candidate.say.labels.get(candidate.draft.attribute, 0.0))))


def logit(chance: float) -> float:
    """The log odds of a chance, at most :data:`LIMIT` either way.

    >>> logit(0.5), logit(0.0), logit(1.0)
    (0.0, -4.0, 4.0)
    """
    chance = min(max(chance, 1e-6), 1 - 1e-6)
    return float(np.clip(np.log(chance / (1 - chance)), -LIMIT, LIMIT))


class Judge:
    """The fitted regressions: ``weights`` by predicate, in the order of :data:`FEATURES`."""

    def __init__(self, weights: Mapping[str, Sequence[float]]) -> None:
        self.weights = {predicate: np.array(row, np.float64) for predicate, row in weights.items()}

    def chances(self, candidates: Sequence[Candidate], rows: NDArray[Any]) -> list[float]:
        """The chance of every candidate to be right.

        Of a predicate that it does not know (a user's own) it believes the rule.
        """
        found = []
        for candidate, row in zip(candidates, rows, strict=True):
            weights = self.weights.get(candidate.draft.predicate)
            if weights is None:
                found.append(candidate.draft.confidence if candidate.ruled else 0.0)
            else:
                found.append(float(1 / (1 + np.exp(-np.clip(row @ weights, -30, 30)))))
        return found
