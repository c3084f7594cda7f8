from __future__ import annotations

import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.graph import example_document
from extractor.page import page
from extractor.query import KnowledgeGraph

Extract = Callable[..., Any]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    paths: list[Path] = []
    monkeypatch.setattr("extractor.cli.browser.open_in_browser", lambda path: not paths.append(path))
    return paths


def test_the_page_lies_beside_the_graph_and_is_opened(extract: Extract, graph: Path, opened: list[Path]) -> None:
    target = graph.with_name("graph.html")
    result = extract("view", graph)
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{target}\n", "")
    assert opened == [target]
    assert target.read_text(encoding="utf-8") == page(KnowledgeGraph(example_document()), "graph")
    assert extract("view", graph, "--no-open").exit_code == 0  # its own page is replaced
    assert len(opened) == 1


def test_what_is_not_ours_is_not_replaced_unless_named(extract: Extract, graph: Path, opened: list[Path]) -> None:
    target = graph.with_name("graph.html")
    target.write_text("mine")
    result = extract("view", graph)
    assert result.exit_code == 2
    assert "name the file with -o" in result.stderr
    assert target.read_text() == "mine"
    assert extract("view", graph, "-o", target).exit_code == 0


def test_standard_output(extract: Extract, graph: Path, opened: list[Path]) -> None:
    result = extract("view", graph, "-o", "-", "--title", "News")
    assert result.stdout == page(KnowledgeGraph(example_document()), "News")
    assert opened == []


def test_a_name_that_no_browser_takes_is_refused_first(extract: Extract, tmp_path: Path) -> None:
    result = extract("view", tmp_path / "none.json", "-o", "x.json")
    assert (result.exit_code, ".html" in result.stderr) == (2, True)
    assert extract("view", tmp_path / "none.json").exit_code == 2
    assert extract("view", tmp_path / "none.json", "-o", tmp_path / "no" / "x.html").exit_code == 2


def test_no_browser(extract: Extract, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    result = extract("view", graph)
    assert result.exit_code == 0
    assert "no browser was found" in result.stderr
    monkeypatch.delenv("BROWSER", raising=False)
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("false"))
    assert "no browser was found" in extract("view", graph).stderr
