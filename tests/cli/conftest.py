from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner

from extractor.cli import app
from extractor.errors import Problem
from extractor.graph import example_document, save
from extractor.query import KnowledgeGraph

Extract = Callable[..., Any]


@pytest.fixture
def extract() -> Extract:
    """Run the command line in this process."""
    runner = CliRunner()
    return lambda *words: runner.invoke(app, [str(word) for word in words], prog_name="extract")


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """A graph document on disk."""
    save(example_document(), tmp_path / "graph.json")
    return tmp_path / "graph.json"


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """An api that finds the example: ``problems`` is what it reports, ``calls`` what it was asked."""
    fake = SimpleNamespace(problems=[], calls=[])

    def run(inputs: list[str], **options: Any) -> KnowledgeGraph:
        fake.calls.append((inputs, options))
        return KnowledgeGraph(example_document(), fake.problems)

    monkeypatch.setattr("extractor.api.extract", run)
    fake.skip = lambda: fake.problems.append(Problem("news/bad.md", 3, "is\nempty"))
    fake.remark = lambda: fake.problems.append(Problem("news/odd.md", 0, "has no date", skipped=False))
    return fake


class Screen(io.StringIO):
    """A terminal to print to."""

    def isatty(self) -> bool:
        return True
