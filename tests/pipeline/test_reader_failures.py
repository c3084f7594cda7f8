"""A fault in one article is told and does not end the run."""

from __future__ import annotations

from pathlib import Path

import pytest

import extractor
from extractor.pipeline import reader


def test_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bad.md").write_text("# Bad news\n\nNothing here.")
    (tmp_path / "good.md").write_text("# Nvidia H100\n\nThe Nvidia H100 has 80 GB of memory.")
    real = reader.read

    def read(article: extractor.Article, *folders: Path | None) -> reader.Reading:
        if article.title == "Bad news":
            raise ValueError("a fault")
        return real(article, *folders)

    monkeypatch.setattr(reader, "read", read)
    graph = extractor.extract(tmp_path)
    assert len(graph.facts(subject="H100")) > 0
    (problem,) = graph.problems
    assert problem.skipped
    assert problem.path.endswith("bad.md")
    assert "ValueError: a fault" in problem.reason
