"""The weights in values.yaml: a section at the file's end, one sorted line a feature."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from extractor.ontology.source import BUILT_IN
from extractor.pipeline.values.lexicon import WEIGHTS
from models.rankers.questions import Weights

FILE = BUILT_IN / "values.yaml"
HEADING = "weights:\n"


def write(weights: Weights, file: Path = FILE) -> None:
    """Replace the weights of values.yaml; the same weights give the same bytes."""
    file.write_text(replaced(file.read_text(encoding="utf-8"), weights), encoding="utf-8")


def replaced(text: str, weights: Weights) -> str:
    """The file's text with these weights in place of its own."""
    above, found, _ = text.partition("\n" + HEADING)
    if not found:
        raise ValueError(f"there is no line {HEADING.strip()!r}")
    return above + "\n" + HEADING + "".join(section(name, weights.get(name, {})) for name in WEIGHTS)


def section(name: str, weights: Mapping[str, float]) -> str:
    """The lines of one ranker."""
    lines = [f"    {feature}: {round(weight, 2)}\n" for feature, weight in sorted(weights.items())]
    return "".join([f"  {name}:\n", *lines]) if lines else f"  {name}: {{}}\n"
