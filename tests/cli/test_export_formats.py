"""The formats of ``extract export`` on the command line."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.cli.output import check_output
from extractor.errors import UsageError
from extractor.store.connection import create

Extract = Callable[..., Any]


def test_the_format_may_be_named(extract: Extract, graph: Path, tmp_path: Path) -> None:
    assert extract("export", graph, "turtle", "-o", tmp_path / "a").exit_code == 0
    assert extract("export", graph, "--format", "turtle", "-o", "-").stdout == (tmp_path / "a").read_text("utf-8")
    result = extract("export", graph, "turtle", "--format", "gexf", "-o", "-")
    assert result.exit_code == 2
    assert "two formats are named, turtle and gexf" in result.stderr


def test_several_files(extract: Extract, graph: Path, tmp_path: Path) -> None:
    result = extract("export", graph, "-o", tmp_path / "g.csv")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"wrote {tmp_path / 'g.nodes.csv'}\nwrote {tmp_path / 'g.edges.csv'}\n"
    assert (
        extract("export", graph, "-o", tmp_path / "g.zip", "--format", "neo4j").stderr
        == f"wrote {tmp_path / 'g.zip'}\n"
    )
    assert extract("export", graph, "-o", "-").stderr == ""
    assert (tmp_path / "g.nodes.csv").read_text("utf-8").startswith("id:ID,:LABEL,name:string")
    assert (tmp_path / "g.edges.csv").read_text("utf-8").startswith(":START_ID,:END_ID,:TYPE,fact:string")


def test_csv_as_a_format_says_what_writes_it(extract: Extract, graph: Path, tmp_path: Path) -> None:
    result = extract("export", graph, "csv", "-o", tmp_path / "out.csv")
    assert result.exit_code == 2
    assert "neo4j writes a pair of CSV files" in result.stderr
    assert "--csv" in result.stderr


def test_a_store_is_exported_and_never_overwritten(extract: Extract, graph: Path, tmp_path: Path) -> None:
    store = tmp_path / "news.sqlite"
    create(store)
    before = store.read_bytes()
    assert extract("export", store, "-o", tmp_path / "plain.sqlite").exit_code == 0
    assert sqlite3.connect(tmp_path / "plain.sqlite").execute("SELECT count(*) FROM facts").fetchone() == (0,)
    assert extract("export", graph, "-o", tmp_path / "plain.sqlite").exit_code == 0
    result = extract("export", graph, "-o", store)
    assert result.exit_code == 2
    assert "name another file" in result.stderr
    assert store.read_bytes() == before


def test_no_binary_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(UsageError, match="nothing for a terminal"):
        check_output("-", "parquet")
    check_output("-", "turtle")
