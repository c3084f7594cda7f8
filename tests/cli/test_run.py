from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from extractor.errors import DataError, UsageError
from extractor.graph import dumps, example_document, load

Extract = Callable[..., Any]


def test_a_graph_is_written_and_summed_up(extract: Extract, api: SimpleNamespace, tmp_path: Path) -> None:
    result = extract("run", "a.md", "news", "-o", tmp_path / "g.json", "--workers", 3, "--min-confidence", 0.5)
    assert result.exit_code == 0
    assert result.stdout.startswith("2 articles, 5 entities, 7 facts\n")
    assert result.stderr == ""
    assert load(tmp_path / "g.json") == example_document()
    ((inputs, options),) = api.calls
    assert inputs == ["a.md", "news"]
    assert (options["workers"], options["min_confidence"], options["progress"]) == (3, 0.5, None)


def test_standard_output_takes_the_graph_and_nothing_else(extract: Extract, api: SimpleNamespace) -> None:
    result = extract("run", "a.md", "-o", "-")
    assert result.exit_code == 0
    assert result.stdout == dumps(example_document())
    assert result.stderr.startswith("2 articles")


@pytest.mark.parametrize("name", ["g.graphml", "g.node-link.json", "g.json.gz"])
def test_other_formats(extract: Extract, api: SimpleNamespace, tmp_path: Path, name: str) -> None:
    assert extract("run", "a.md", "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / name).stat().st_size


def test_format_beats_the_file_name(extract: Extract, api: SimpleNamespace, tmp_path: Path) -> None:
    assert extract("run", "a.md", "-o", tmp_path / "data.json", "--format", "json").exit_code == 0
    assert json.loads((tmp_path / "data.json").read_text(encoding="utf-8"))["multigraph"] is True


def test_without_output_nothing_is_written(
    extract: Extract, api: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = extract("run", "a.md")
    assert result.exit_code == 0
    assert result.stdout.startswith("2 articles")
    assert "add -o graph.json" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_was_skipped_is_told_and_the_graph_written(extract: Extract, api: SimpleNamespace, tmp_path: Path) -> None:
    api.skip()
    api.remark()
    result = extract("run", "a.md", "-o", tmp_path / "g.json", "--quiet")
    assert result.exit_code == 1
    assert result.stderr == "news/bad.md:3: is empty (skipped)\nnews/odd.md: has no date\n"
    assert result.stdout == ""
    assert load(tmp_path / "g.json") == example_document()


def test_a_remark_is_no_failure(extract: Extract, api: SimpleNamespace) -> None:
    api.remark()
    assert extract("run", "a.md").exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["run"],
        ["run", "a.md", "-o", "none/g.json"],
        ["run", "a.md", "-o", "."],
        ["run", "a.md", "-o", "g.xyz"],
        ["run", "a.md", "-o", "g.json", "--format", "xyz"],
        ["run", "a.md", "--workers", "0"],
        ["run", "a.md", "--min-confidence", "2"],
        ["run", "a.md", "--unheard-of"],
    ],
)
def test_wrong_usage_is_told_before_any_work(extract: Extract, api: SimpleNamespace, words: list[str]) -> None:
    result = extract(*words)
    assert result.exit_code == 2
    assert "rror: " in result.stderr
    assert "Traceback" not in result.stderr
    assert api.calls == []


@pytest.mark.parametrize(
    ("error", "code"), [(UsageError("no\nsuch folder"), 2), (DataError("x.yaml", "CHIP", "is\n wrong"), 1)]
)
def test_errors_are_one_line(extract: Extract, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setattr("extractor.api.extract", fail)
    result = extract("run", "a.md")
    assert result.exit_code == code
    assert result.stderr == "error: " + " ".join(str(error).split()) + "\n"
