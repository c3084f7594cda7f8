"""Other answers of ``extract query`` than facts, and its outputs."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Extract = Callable[..., Any]


@pytest.mark.parametrize(
    ("options", "first"),
    [
        (["--entities", "--type", "chip", "--columns", "name"], "name\nAWS Graviton4\n"),
        (
            ["--path", "AWS", "Neoverse V2", "--columns", "from,direction,to"],
            "from\tdirection\tto\nAWS\t->\tAWS Graviton4\n",
        ),
        (["--around", "graviton 4", "--columns", "distance,name"], "distance\tname\n1\tAWS\n"),
        (["--rank", "core_count", "--columns", "rank,name,score"], "rank\tname\tscore\n1\tAWS Graviton4\t96\n"),
        (["--over", "90", "--columns", "subject_name,amount"], "subject_name\tamount\nAWS Graviton4\t96\n"),
        (["--made-by", "AWS", "--attribute", "core_count", "--columns", "said"], "said\n96 cores\n"),
        (["--support", "2", "--columns", "predicate"], "predicate\nannounces\n"),
    ],
)
def test_shapes(extract: Extract, graph: Path, options: list[str], first: str) -> None:
    result = extract("query", graph, *options)
    assert result.exit_code == 0
    assert result.stdout.startswith(first)
    assert isinstance(json.loads(extract("query", graph, *options, "--json").stdout), list)


def test_csv_has_all_columns(extract: Extract, graph: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(extract("query", graph, "--csv").stdout)))
    assert len(rows) == 7
    assert {row["support"] for row in rows} == {"1", "2"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--steps", "3"], "--steps goes with --path only"),
        (["--path", "AWS", "Trainium2", "--over", "3"], "--over does not go with --path"),
        (["--rank", "facts", "--entities"], "two questions"),
        (["--over", "4 foos"], "no unit 'foos'"),
        (["--columns", "colour"], "no column 'colour'"),
        (["--rank", "beauty"], "nothing can be ranked"),
        (["--csv", "--json"], "choose one"),
        (["--country", "Atlantis"], "no country"),
        (["--cypher", "MATCH (a"], "Cypher query cannot be read"),
        (["--sparql", "SELECT ?x"], "SPARQL query cannot be read"),
    ],
)
def test_what_does_not_fit_is_wrong_usage(extract: Extract, graph: Path, options: list[str], message: str) -> None:
    for option, module in (("--cypher", "grandcypher"), ("--sparql", "pyoxigraph")):
        if option in options:
            pytest.importorskip(module)
    result = extract("query", graph, *options)
    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.parametrize(("option", "module"), [("--cypher", "grandcypher"), ("--sparql", "pyoxigraph")])
def test_a_missing_library_names_its_extra(
    extract: Extract, graph: Path, monkeypatch: pytest.MonkeyPatch, option: str, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    result = extract("query", graph, option, "x")
    assert result.exit_code == 2
    assert "`make extras EXTRAS=" in result.stderr


def test_nothing_found_is_no_error(extract: Extract, graph: Path) -> None:
    result = extract("query", graph, "--path", "AWS", "Trainium2")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing found" in result.stderr
