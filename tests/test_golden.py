"""The samples give the graphs that were read and accepted (tests/golden.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.graph import dumps
from tests.golden import GRAPHS, SAMPLES, build, readable


@pytest.mark.parametrize("name", SAMPLES)
def test_sample(name: str) -> None:
    graph = build(name)
    stem = GRAPHS / Path(name).stem
    assert readable(graph) == stem.with_suffix(".txt").read_text(encoding="utf-8")
    assert dumps(graph.document) == stem.with_suffix(".json").read_text(encoding="utf-8")


def test_every_graph_has_its_sample() -> None:
    assert sorted(path.stem for path in GRAPHS.glob("*.json")) == sorted(Path(name).stem for name in SAMPLES)
