"""Quality on the annotated articles, which only rises: each figure has a floor in ``quality_floors.yaml``.

``python -m tests.test_quality_gate`` prints the floors that the figures of now allow.
"""

from __future__ import annotations

import importlib.util
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

import extractor
from tests.shared import SHARED

EVALUATION = SHARED / "evaluation"
FLOORS: dict[str, float] = yaml.safe_load(Path(__file__).with_name("quality_floors.yaml").read_text(encoding="utf-8"))
MARGIN = 0.003
pytestmark = pytest.mark.skipif(not EVALUATION.is_dir(), reason="needs the annotated articles")


def scorer() -> ModuleType:
    """The script that scores graphs, as a module."""
    spec = importlib.util.spec_from_file_location("score", EVALUATION / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def tally(folder: Path) -> Any:
    """The counts over all annotated articles, which are written to a folder and read there."""
    score = scorer()
    texts = sorted((EVALUATION / "dev").glob("*/texts"))
    subprocess.run([sys.executable, EVALUATION / "make_articles.py", "--out", folder, *texts], check=True)
    graph = score.by_article(extractor.extract(folder).document.to_dict())
    counts = score.Tally()
    golds = sorted((EVALUATION / "dev").glob("*/gold/*.json"), key=lambda path: path.name)
    assert {path.stem for path in golds} == {path.stem for path in folder.iterdir()} == set(graph)
    for path in golds:
        score.score_article(json.loads(path.read_text(encoding="utf-8")), *graph[path.stem], counts)
    return counts


def figures_of(counts: Any) -> dict[str, float]:
    scores = {name: dict(zip("PRF", count.scores, strict=True)) for name, count in counts.counts.items()}
    return {
        "entities typed F1": scores["entities typed"]["F"],
        "facts F1": scores["facts"]["F"],
        "facts precision": scores["facts"]["P"],
        "values F1": scores["values"]["F"],
        "relations F1": scores["relations"]["F"],
        "modality": counts.modality[True] / counts.modality.total(),
    }


def table(counts: Any) -> str:
    """All figures, their floors and the scores of every predicate."""
    lines = [f"{name:18} {figure:.4f}  floor {FLOORS.get(name)}" for name, figure in figures_of(counts).items()]
    for name, count in sorted(counts.predicates.items()):
        p, r, f = count.scores
        lines.append(
            f"{name:18} P {p:.3f}  R {r:.3f}  F1 {f:.3f}  hit {count.hit} extra {count.extra} missed {count.missed}"
        )
    return "\n".join(lines)


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return tally(tmp_path_factory.mktemp("dev"))


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_falls(counts: Any, name: str) -> None:
    assert figures_of(counts)[name] >= FLOORS[name], f"{name} is below its floor\n{table(counts)}"


def test_every_figure_has_a_floor(counts: Any) -> None:
    assert list(FLOORS) == list(figures_of(counts))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for name, figure in figures_of(tally(Path(folder))).items():
            print(f"{name}: {max(math.floor((figure - MARGIN) * 1000) / 1000, FLOORS.get(name, 0)):.3f}")
