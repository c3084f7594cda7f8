"""Ten questions have the same answers in Python, on the command line, in openCypher and in SPARQL."""

from __future__ import annotations

import csv
import io
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

import extractor
from extractor.cli import app
from extractor.languages import cypher, sparql
from extractor.query import KnowledgeGraph

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
QUESTIONS = yaml.safe_load((HERE / "questions.yaml").read_text(encoding="utf-8"))
Cells = set[tuple[str, ...]]


@pytest.fixture(scope="module", params=["samples", "samples and disputed", "store"])
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    inputs = [ROOT / "samples", *([] if request.param == "samples" else [HERE / "disputed"])]
    folder = tmp_path_factory.mktemp("graph")
    store = {"store": folder / "g.sqlite"} if request.param == "store" else {}
    found = extractor.extract(inputs, model="none", **store)
    found.save(folder / "g.json")
    found.path = folder / ("g.sqlite" if store else "g.json")  # type: ignore[attr-defined]
    found.disputed = request.param != "samples"  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked["question"])
def test_all_ways_answer_alike(graph: Any, asked: dict[str, Any]) -> None:
    flat = asked.get("flat", False)
    answers = {"python": cells(eval(asked["python"], {"graph": graph}), flat), "command": command(graph.path, asked)}
    if find("grandcypher"):
        answers["cypher"] = cells(cypher(graph, asked["cypher"]), flat)
    if find("pyoxigraph"):
        answers["sparql"] = cells(sparql(graph, asked["sparql"]), flat)
    assert len({frozenset(found) for found in answers.values()}) == 1, answers
    expected = asked["answer"] if graph.disputed else asked.get("samples", asked["answer"])
    assert cells(expected, flat) <= answers["python"]
    assert bool(expected) == bool(answers["python"])


def find(module: str) -> bool:
    from importlib.util import find_spec

    return find_spec(module) is not None


def command(path: Path, asked: dict[str, Any]) -> Cells:
    words = ["query", str(path), *shlex.split(asked["options"]), "--columns", asked["columns"], "--csv"]
    result = CliRunner().invoke(app, words, prog_name="extract")
    assert result.exit_code == 0, result.stderr
    return cells(list(csv.reader(io.StringIO(result.stdout)))[1:], asked.get("flat", False))


def cells(rows: Iterable[Iterable[Any]], flat: bool) -> Cells:
    """The rows as texts, whatever their types; with ``flat`` each cell is a row."""
    plain = [tuple(map(text, row)) for row in rows]
    return {(cell,) for row in plain for cell in row} if flat else set(plain)


def text(cell: Any) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, int | float):
        return str(cell)
    shown = f"{cell:.12g}"
    return f"{cell:.0f}" if "e+" in shown else shown  # 1,500,000,000,000 is no 1.5e+12 in a table


def test_the_page_shows_all_ways() -> None:
    page = (ROOT / "docs" / "query.md").read_text(encoding="utf-8")
    plain = " ".join(page.split())
    missing = [
        (asked["question"], way)
        for asked in QUESTIONS
        for way in ("question", "python", "options", "cypher", "sparql")
        if " ".join(str(asked[way]).split()).strip("[]") not in plain
    ]
    assert not missing
