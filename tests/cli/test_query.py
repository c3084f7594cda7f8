from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.graph import example_document, save
from extractor.query import KnowledgeGraph
from tests.query.news import Said, spec
from tests.query.news import graph as news

Extract = Callable[..., Any]


def test_a_piped_table_is_tab_separated(extract: Extract, graph: Path) -> None:
    result = extract("query", graph, "--entity", "graviton 4", "--predicate", "announces", "--predicate", "has_spec")
    assert result.exit_code == 0
    header, *rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert header[:4] == ["fact", "subject", "predicate", "object or value"]
    assert [row[1:] for row in rows] == [
        ["AWS", "announces", "AWS Graviton4", "asserted", "", "0.97", "2023-11-28", "echo.example, example.org"],
        ["AWS Graviton4", "has_spec", "96 cores", "asserted", "", "0.93", "2023-11-28", "example.org"],
    ]


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ([], 7),
        (["--subject", "aws"], 2),
        (["--object", "chip:graviton4"], 2),
        (["--type", "CHIP"], 5),
        (["--attribute", "performance"], 1),
        (["--status", "available", "--status", "preview"], 2),
        (["--modality", "reported"], 1),
        (["--article", "news/aws.md"], 6),
        (["--source", "echo.example"], 2),
        (["--since", "2024", "--until", "2024-Q2"], 1),
        (["--min-confidence", "0.95"], 1),
        (["--limit", "2"], 2),
    ],
)
def test_options(extract: Extract, graph: Path, options: list[str], count: int) -> None:
    result = extract("query", graph, "--json", *options)
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)) == count


def test_conditions_and_certainty_are_shown(extract: Extract, tmp_path: Path) -> None:
    fact = spec("compute", 20, "PFLOPS", "20 petaflops", confidence=0.998)
    news(Said("a", "2024-03-18", "It does 20 petaflops at FP4.", fact)).save(tmp_path / "g.json")
    row = extract("query", tmp_path / "g.json").stdout.splitlines()[1].split("\t")
    assert (row[3], row[6]) == ("compute 20 PFLOPS (number format fp4)", "0.99")
    told = extract("explain", tmp_path / "g.json", row[0]).stdout
    assert "conditions    number format fp4\n" in told
    assert "confidence    0.99\n" in told


def test_json_holds_names_and_evidence(extract: Extract, graph: Path) -> None:
    (fact,) = json.loads(extract("query", graph, "--attribute", "core_count", "--json").stdout)
    assert fact["sentence"] == "AWS Graviton4 has_spec 96 cores"
    assert fact["value"] == {"amount": 96, "unit": "", "text": "96"}
    assert fact["evidence"][0]["by"] == "spec"


def test_nothing_found_is_no_error(extract: Extract, graph: Path) -> None:
    result = extract("query", graph, "--predicate", "acquires")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no fact fits" in result.stderr
    assert extract("query", graph, "--predicate", "acquires", "--json").stdout == "[]\n"


def test_a_limit_tells_what_it_hides(extract: Extract, graph: Path) -> None:
    assert "2 of 7 facts" in extract("query", graph, "--limit", "2").stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--entity", "gravitan4"], "near are AWS Graviton4"),
        (["--article", "none.md"], "no article 'none.md'"),
        (["--since", "yesterday"], "is no date"),
    ],
)
def test_names_that_lead_nowhere_are_wrong_usage(
    extract: Extract, graph: Path, options: list[str], message: str
) -> None:
    result = extract("query", graph, *options)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")
    assert message in result.stderr


def test_a_terminal_gets_a_table(extract: Extract, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    coloured = extract("query", graph).stdout
    assert "\t" not in coloured
    assert "\x1b[1m" in coloured
    assert "AWS Graviton4" in coloured


def test_hostile_text_cannot_steer_the_terminal(extract: Extract, tmp_path: Path) -> None:
    from dataclasses import replace

    from extractor.graph import Document

    document = example_document()
    entities = [replace(entity, name=f"[red]\x1b[2J\t\n{entity.name}") for entity in document.entities]
    save(Document.build(document.articles, entities, document.facts), tmp_path / "g.json")
    fact = KnowledgeGraph(document).facts(predicate="announces")[0].id
    for words in (["query"], ["show"], ["explain", fact]):
        result = extract(words[0], tmp_path / "g.json", *words[1:])
        assert result.exit_code == 0
        assert "\x1b" not in result.stdout
        assert "[red]" in result.stdout
    assert all(line.count("\t") == 8 for line in extract("query", tmp_path / "g.json").stdout.splitlines())


@pytest.mark.parametrize("command", ["show", "query", "check", "explain"])
def test_a_missing_graph_is_wrong_usage(extract: Extract, tmp_path: Path, command: str) -> None:
    words = [command, tmp_path / "none.json", *(["ab"] if command == "explain" else [])]
    result = extract(*words)
    assert result.exit_code == 2
    assert "no such file" in result.stderr


@pytest.mark.parametrize("command", ["show", "query"])
def test_a_broken_graph_is_broken_data(extract: Extract, tmp_path: Path, command: str) -> None:
    (tmp_path / "g.json").write_text('{"schema": ', encoding="utf-8")
    result = extract(command, tmp_path / "g.json")
    assert result.exit_code == 1
    assert "line 1, column" in result.stderr
