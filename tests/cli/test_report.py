"""extract report: what it writes where, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.store import is_store

Extract = Callable[..., Any]


def test_markdown_goes_to_standard_output(extract: Extract, graph: Path) -> None:
    result = extract("report", graph, "--about", "Graviton4", "--about", "trainium 2")
    assert result.exit_code == 0
    assert result.stdout.startswith("# AWS Graviton4 and Trainium2\n")
    assert "| 28 November 2023 | AWS | AWS Graviton4[^1][^2] | example.org and echo.example |\n" in result.stdout
    assert "![" not in result.stdout
    assert result.stdout == extract("report", graph, "--about", "Graviton4", "--about", "trainium 2", "-o", "-").stdout


@pytest.mark.parametrize("name", ["a b.md", "r.MARKDOWN", "r.md.gz"])
def test_markdown_has_its_picture_beside_it(extract: Extract, graph: Path, tmp_path: Path, name: str) -> None:
    result = extract("report", graph, "-o", tmp_path / name)
    assert result.exit_code == 0
    files = [Path(line) for line in result.stdout.splitlines()]
    assert [path.exists() for path in files] == [True, True]
    assert files[1].name.endswith(".timeline.svg")
    assert files[1].read_text(encoding="utf-8").startswith("<svg ")
    if not name.endswith(".gz"):
        assert files[1].name.replace(" ", "%20") in files[0].read_text(encoding="utf-8")


def test_html_is_one_file(extract: Extract, graph: Path, tmp_path: Path) -> None:
    result = extract("report", graph, "-o", tmp_path / "r.html")
    assert result.stdout.splitlines() == [str(tmp_path / "r.html")]
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert page == extract("report", graph, "--format", "html").stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.json", "r.html"]


def test_json(extract: Extract, graph: Path) -> None:
    found = json.loads(extract("report", graph, "--json").stdout)
    assert found["title"] == "Hardware announcements"
    assert found["notes"][0]["url"] == "https://example.org/aws"


def test_a_store_gives_the_report_of_its_document(
    extract: Extract, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news.md").write_text(
        "---\ntitle: Acme unveils the H100\ndate: 2024-03-18\n---\nNvidia unveiled the H200.\n", encoding="utf-8"
    )
    assert extract("run", "news.md", "--store", "news.sqlite", "--model", "none", "-q").exit_code == 0
    assert extract("run", "news.md", "-o", "news.json", "--model", "none", "-q").exit_code == 0
    assert is_store("news.sqlite")
    stored, read = (
        extract("report", name, "--about", "Nvidia", "--min-confidence", "0") for name in ("news.sqlite", "news.json")
    )
    assert "H200" in stored.stdout
    assert stored.stdout == read.stdout


def test_nothing_found_is_no_error(extract: Extract, graph: Path) -> None:
    result = extract("report", graph, "--since", "2030")
    assert result.exit_code == 0
    assert "nothing to report" in result.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--about", "Gravitron4"], "near are"),
        (["-o", "report.pdf"], "the name tells no format; end it in .md, .markdown, .html, .htm"),
        (["--format", "pdf"], "there are markdown and html"),
        (["-o", "nowhere/report.md"], "does not exist; create it first"),
        (["--since", "soon"], "is no date"),
    ],
)
def test_wrong_usage(extract: Extract, graph: Path, words: list[str], told: str) -> None:
    result = extract("report", graph, *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""
