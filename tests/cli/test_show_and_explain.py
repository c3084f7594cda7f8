from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Extract = Callable[..., Any]


@pytest.fixture
def fact(extract: Extract, graph: Path) -> str:
    found: str = json.loads(extract("query", graph, "--attribute", "performance", "--json").stdout)[0]["id"]
    return found


def test_show(extract: Extract, graph: Path) -> None:
    lines = extract("show", graph).stdout.splitlines()
    assert lines[0] == "2 articles, 5 entities, 7 facts"
    assert lines[1] == "  entities   CHIP 2, EVENT 1, ORG 1, TECHNOLOGY 1"
    assert lines[-1].startswith("  most facts AWS Graviton4 5, AWS 2")
    assert json.loads(extract("show", graph, "--json").stdout)["predicates"]["has_status"] == 2


def test_show_lists_the_articles(extract: Extract, graph: Path) -> None:
    header, *rows = [line.split("\t") for line in extract("show", graph, "--articles").stdout.splitlines()]
    assert header == ["id", "published", "source", "title", "path", "url"]
    assert rows[0][1] >= rows[1][1], "the latest first"
    assert {row[4] for row in rows} >= {"news/aws.md"}
    listed = json.loads(extract("show", graph, "--articles", "--json").stdout)
    assert [article["id"] for article in listed] == [row[0] for row in rows]


def test_explain_marks_with_brackets_where_there_are_no_colours(extract: Extract, graph: Path, fact: str) -> None:
    result = extract("explain", graph, fact[:6])
    assert result.exit_code == 0
    for part in (
        "says          Trainium2 compares_to (predecessor): performance up to 4 x\n",
        "according to  AWS\n",
        "bound         up to\n",
        "1. [Trainium2:subject] is [up to 4x:value] faster, said AWS.\n",
        "   context  AWS unveiled",
        "   article  AWS unveils Graviton4 and Trainium2\n",
        "   date     2023-11-28T19:37:00Z\n",
        "   source   example.org\n",
        "   rule     faster\n",
    ):
        assert part in result.stdout


def test_explain_marks_with_colours_on_a_terminal(
    extract: Extract, graph: Path, fact: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;36mTrainium2\x1b[0m is \x1b[1;32mup to 4x\x1b[0m" in extract("explain", graph, fact).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "36m" not in extract("explain", graph, fact).stdout


def test_explain_as_json(extract: Extract, graph: Path, fact: str) -> None:
    data = json.loads(extract("explain", graph, fact, "--json").stdout)
    assert data["fact"]["id"] == fact
    assert data["passages"][0]["rule"] == "faster"


def test_a_fact_that_is_not_there(extract: Extract, graph: Path) -> None:
    result = extract("explain", graph, "zz")
    assert result.exit_code == 2
    assert "no fact 'zz'" in result.stderr
