"""Fitting the judge: a logistic regression for every predicate, on passages that the network did not learn from.

python -m models.recipe.judge MODEL_FOLDER CORPUS... [--precision 0.7] : on the held-out passages, with the names that the
pipeline itself finds; the weights and the threshold go into model.json. The regressions share a common part (every
predicate's weights are the common ones plus its own, both drawn towards zero), so that thin predicates lean on the others.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from extractor.pipeline.annotations import layer
from extractor.pipeline.model.candidates import Candidate, candidates_of
from extractor.pipeline.model.drafts import draft_key
from extractor.pipeline.model.judge import FEATURES, Judge, features
from extractor.pipeline.model.names import certainty
from extractor.pipeline.model.runtime import KEY
from extractor.pipeline.model.scores import scores_of
from models.recipe.config import load_config
from models.recipe.passages import records
from models.recipe.reader import Reader, aligned, hit
from models.recipe.split import split

FOLDS = 5
STRENGTH = 0.3  # inverse strength of the regularisation
STEPS = tuple(n / 100 for n in range(10, 91, 2))
BINS = 10


@dataclass(frozen=True, slots=True)
class Case:
    """A candidate of a passage with its features, and the gold fact that it says (or -1)."""

    passage: int
    candidate: Candidate
    row: Any
    gold: int


def main() -> None:
    """Fit on the held-out passages; report by cross-validation over them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.yaml"))
    parser.add_argument("--precision", type=float, default=0.7, help="the least precision that the threshold must give")
    args = parser.parse_args()
    every = load_config(args.config).data.held_out
    cases, gold = collect(Reader(args.folder), split(list(records(args.corpus)), every)[1])
    chances = cross_validated(cases)
    threshold = report(cases, chances, gold, args.precision)
    document = json.loads((args.folder / "model.json").read_text(encoding="utf-8"))
    document["judge"], document["threshold"] = fit(cases), threshold
    (args.folder / "model.json").write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


def collect(reader: Reader, passages: list[dict[str, Any]]) -> tuple[list[Case], dict[str, int]]:
    """The cases of passages, and the number of their gold facts by predicate."""
    cases: list[Case] = []
    gold: dict[str, int] = {}
    for number, record in enumerate(passages):
        facts = record["facts"]
        offset = sum(gold.values())
        for fact in facts:
            gold[fact["p"]] = gold.get(fact["p"], 0) + 1
        doc = reader.read(record)
        if KEY not in doc.user_data:
            continue
        entities, sight = layer(doc, "entities"), doc.user_data[KEY]
        scores = scores_of(reader.model, sight, entities, layer(doc, "quantities"), layer(doc, "references"))
        candidates = candidates_of(doc, scores, modality=False)
        rows = features(candidates, scores, certainty(reader.model, sight, entities))
        names = aligned(record["entities"], entities)
        for candidate, row in zip(candidates, rows, strict=True):
            cases.append(Case(number, candidate, row, hit(candidate.draft, facts, names, offset)))
    return cases, gold


def fit(cases: list[Case]) -> dict[str, list[float]]:
    """The weights of every predicate."""
    predicates = sorted({case.candidate.draft.predicate for case in cases})
    width = len(FEATURES)
    x = np.zeros((len(cases), width * (1 + len(predicates))))
    for n, case in enumerate(cases):
        place = width * (1 + predicates.index(case.candidate.draft.predicate))
        x[n, :width] = x[n, place : place + width] = case.row
    y = np.array([case.gold >= 0 for case in cases])
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=2000).fit(x, y)
    common, *own = model.coef_[0].reshape(-1, width)
    return {name: np.round(common + part, 4).tolist() for name, part in zip(predicates, own, strict=True)}


def cross_validated(cases: list[Case]) -> list[float]:
    """The chance of every case by a judge that was fitted on other passages."""
    chances = [0.0] * len(cases)
    for fold in range(FOLDS):
        judge = Judge(fit([case for case in cases if case.passage % FOLDS != fold]))
        ours = [n for n, case in enumerate(cases) if case.passage % FOLDS == fold]
        rows = np.array([cases[n].row for n in ours])
        for n, chance in zip(ours, judge.chances([cases[n].candidate for n in ours], rows), strict=True):
            chances[n] = chance
    return chances


def report(cases: list[Case], chances: list[float], gold: dict[str, int], precision: float) -> float:
    """Print figures; the threshold with the best F1 among those that give the precision."""
    figures = {step: measure(cases, chances, sum(gold.values()), step) for step in STEPS}
    for step in STEPS[::4]:
        print(f"threshold {step:.2f}: " + "  ".join(f"{x:.3f}" for x in figures[step]))
    fitting = [step for step in STEPS if figures[step][0] >= precision] or list(STEPS)
    threshold = max(fitting, key=lambda step: figures[step][2])
    print(f"chosen {threshold}: " + "  ".join(f"{x:.3f}" for x in figures[threshold]))
    for name in sorted(gold):
        ours = [n for n, case in enumerate(cases) if case.candidate.draft.predicate == name]
        rules = measure([c for c in cases if c.candidate.ruled], None, gold[name], 0.0, name)
        both = measure([cases[n] for n in ours], [chances[n] for n in ours], gold[name], threshold)
        print(
            f"{name:16} {gold[name]:5}", *("  ".join(f"{x:.3f}" for x in part) for part in (rules, both)), sep="  |  "
        )
    print(f"expected calibration error {calibration_error(cases, chances, threshold):.3f}")
    return threshold


def measure(
    cases: list[Case], chances: list[float] | None, gold: int, threshold: float, predicate: str | None = None
) -> tuple[float, float, float]:
    """Precision, recall and F1 of the likeliest case of each kind from the threshold on; all cases without ``chances``."""
    kept: dict[Any, int] = {}
    order = range(len(cases)) if chances is None else sorted(range(len(cases)), key=lambda n: -chances[n])
    for n in order:
        draft = cases[n].candidate.draft
        if (chances is None or chances[n] >= threshold) and predicate in (None, draft.predicate):
            kept.setdefault((cases[n].passage, draft_key(draft)), cases[n].gold)
    hits = len({number for number in kept.values() if number >= 0})
    p, r = hits / max(1, len(kept)), hits / max(1, gold)
    return p, r, 2 * p * r / max(1e-9, p + r)


def calibration_error(cases: list[Case], chances: list[float], threshold: float) -> float:
    """Expected calibration error (Naeini et al., AAAI 2015) of what is kept: mean gap of chance and truth in ten bins."""
    kept = [(chance, case.gold >= 0) for case, chance in zip(cases, chances, strict=True) if chance >= threshold]
    error = 0.0
    for n in range(BINS):
        ours = [(c, right) for c, right in kept if n / BINS <= c < (n + 1) / BINS or (n == BINS - 1 and c == 1)]
        if ours:
            error += abs(sum(c for c, _ in ours) - sum(right for _, right in ours)) / len(kept)
    return error


if __name__ == "__main__":
    main()
