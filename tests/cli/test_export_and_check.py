from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from extractor.errors import DataError
from extractor.export import WRITERS
from extractor.graph import dumps, example_document

Extract = Callable[..., Any]


def test_export(extract: Extract, graph: Path, tmp_path: Path) -> None:
    assert extract("export", graph, "-o", tmp_path / "g.graphml").exit_code == 0
    assert nx.read_graphml(tmp_path / "g.graphml").number_of_edges() == 7
    assert extract("export", graph, "--format", "document", "-o", "-").stdout == dumps(example_document())


def test_export_help_lists_every_format(extract: Extract) -> None:
    text = extract("export", "--help").stdout
    for writer in WRITERS.values():
        assert writer.name in text
        assert all(suffix in text for suffix in writer.suffixes)


def test_export_refuses_before_it_reads(extract: Extract, tmp_path: Path) -> None:
    result = extract("export", tmp_path / "none.json", "-o", tmp_path / "g.xyz")
    assert result.exit_code == 2
    assert "tells no format" in result.stderr
    assert extract("export", tmp_path / "none.json").exit_code == 2


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.api.load_knowledge", lambda ontology, catalogue: (None, None))


@pytest.mark.usefixtures("known")
def test_check_says_that_all_is_well(extract: Extract, graph: Path) -> None:
    for words in ([], [graph]):
        result = extract("check", *words)
        assert (result.exit_code, result.stdout) == (0, "all is well\n")


@pytest.mark.usefixtures("known")
def test_check_prints_every_problem_of_a_graph(extract: Extract, graph: Path) -> None:
    graph.write_text(graph.read_text(encoding="utf-8").replace('"modality": "asserted"', '"modality": "x"'), "utf-8")
    result = extract("check", graph)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 6
    assert f"{graph}: fact " in result.stdout
    graph.write_text("{", encoding="utf-8")
    assert "line 1, column 2" in extract("check", graph).stdout


def test_check_names_broken_files_and_goes_on(extract: Extract, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise DataError("chips.yaml", "H100", "has no maker")

    monkeypatch.setattr("extractor.api.load_knowledge", broken)
    graph.write_text("{}", encoding="utf-8")
    result = extract("check", graph)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == "chips.yaml: H100: has no maker"
    assert "lacks the field 'schema'" in result.stdout


def test_check_of_a_folder_that_is_missing(extract: Extract) -> None:
    result = extract("check", "--ontology", "no/such/folder")
    assert result.exit_code == 2


def test_check_finds_every_problem_that_a_run_would_refuse(extract: Extract, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "mine.yaml").write_text(
        'makes:\n  - {name: one, match: "@zorbling"}\n  - {name: two, match: "<subject:TREE>"}\n'
    )
    (tmp_path / "values.yaml").write_text("weights: {spec: [1]}\n")
    result = extract("check", "--ontology", tmp_path)
    assert result.exit_code == 1
    assert [line.split(": ")[1] for line in result.stdout.splitlines()] == ["one", "two", "weights.spec"]


def test_check_names_a_broken_ontology_once(extract: Extract, tmp_path: Path) -> None:
    (tmp_path / "types.yaml").write_text("types: 3\n")
    assert len(extract("check", "--ontology", tmp_path).stdout.splitlines()) == 1
