"""Quality on the annotated articles, which only rises: each figure has a floor in ``quality_floors.yaml``.

``python -m tests.test_quality_gate`` prints the floors that the figures of now allow.
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import pytest
import yaml

from benchmarks.quality import Figures, measure, table
from extractor.pipeline.model.installed import missing
from tests.shared import SHARED

EVALUATION = SHARED / "evaluation"
FLOORS: dict[str, dict[str, float]] = yaml.safe_load(
    Path(__file__).with_name("quality_floors.yaml").read_text(encoding="utf-8")
)
# A floor lies this much below the figure: kernels of other processors change the model's last digits.
MARGIN = {"rules": 0.003, "model": 0.01}
LOW_IS_GOOD = ("calibration error",)
pytestmark = pytest.mark.skipif(not EVALUATION.is_dir(), reason="needs the annotated articles")


@cache
def figures_of(kind: str) -> Figures:
    """The figures of the rules alone, or of rules and model."""
    model = "none" if kind == "rules" else None
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("EXTRACT_MODEL", raising=False)
        return measure(EVALUATION, free=False, model=model)


def cases() -> list[tuple[str, str]]:
    return [(kind, name) for kind, floors in FLOORS.items() for name in floors]


@pytest.mark.parametrize(("kind", "name"), cases())
def test_no_figure_falls(kind: str, name: str) -> None:
    if kind == "model" and (reason := missing()):
        pytest.skip(reason)
    figures = figures_of(kind)
    figure, floor = figures.main()[name], FLOORS[kind][name]
    assert (figure <= floor) if name in LOW_IS_GOOD else (figure >= floor), f"{kind}: {name}\n{table(figures)}"


def allowed(kind: str, name: str, figure: float) -> float:
    """The floor that a figure allows, never below the one of now; a ceiling for an error."""
    now = FLOORS.get(kind, {}).get(name)
    if name in LOW_IS_GOOD:
        ceiling = math.ceil((figure + MARGIN[kind]) * 1000) / 1000
        return ceiling if now is None else min(ceiling, now)
    return max(math.floor((figure - MARGIN[kind]) * 1000) / 1000, now or 0)


if __name__ == "__main__":
    for kind_ in MARGIN:
        print(f"{kind_}:")
        for name_, figure_ in figures_of(kind_).main().items():
            if name_ in FLOORS[kind_]:
                print(f"  {name_}: {allowed(kind_, name_, figure_):.3f}")
