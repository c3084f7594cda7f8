"""conflicts, timeline, compare, diff, sources: what they print, and what they refuse."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extractor.facts import Fact
from extractor.query import KnowledgeGraph
from tests.query.news import Said, compares, graph, spec, status

Extract = Callable[..., Any]
ACME = Fact("org:acme", "makes", "chip:x1")
SAYINGS = [
    Said("hindu.example", "2023-11-24", "X1 delayed until Q1 2021.", status("delayed", "2021-Q1")),
    Said("reuters.example", "2023-11-24", "X1 delayed to early 2024.", status("delayed", "2024-Q1")),
    Said("mirror.example", "2023-11-25", "X1 delayed to early 2024.", status("delayed", "2024-Q1")),
    Said("reuters.example", "2023-11-24", "X1 has 192 GB.", spec("memory_capacity", 192, "GB", "192 GB")),
    Said(
        "reuters.example", "2023-11-24", "X2 has 96 GB.", spec("memory_capacity", 96, "GB", "96 GB", subject="chip:x2")
    ),
]


@pytest.fixture
def known() -> KnowledgeGraph:
    return graph(*SAYINGS, copies={"mirror.example": "reuters.example"})


@pytest.fixture
def news(known: KnowledgeGraph, tmp_path: Path) -> Path:
    known.save(tmp_path / "news.json")
    return tmp_path / "news.json"


def test_conflicts_show_both_sides(extract: Extract, news: Path) -> None:
    result = extract("conflicts", news)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "X1, delayed: the dates exclude each other"
    assert "1 source: X1 has_status delayed (2024-Q1) [" in result.stdout
    assert "    reuters.example (2023-11-24): News of reuters.example" in lines
    assert "    mirror.example (2023-11-25, copied): News of mirror.example" in lines
    assert "      “X1 delayed until Q1 2021.”" in lines


def test_conflicts_as_json(extract: Extract, news: Path, known: KnowledgeGraph) -> None:
    data = json.loads(extract("conflicts", news, "--json").stdout)
    assert data == [conflict.to_dict() for conflict in known.conflicts()]
    assert [side["weight"] for side in data[0]["sides"]] == [1, 1]


def test_no_conflict_is_no_error(extract: Extract, graph: Path) -> None:
    result = extract("conflicts", graph)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no contradiction\n")
    assert extract("conflicts", graph, "--json").stdout == "[]\n"


def test_what_differs_but_cannot_be_compared_is_said_and_listed_with_all(extract: Extract, tmp_path: Path) -> None:
    sayings = [
        Said("a", "2024-01-01", "X1 delayed to 2024.", status("delayed", "2024")),
        Said("b", "2025-01-01", "X1 delayed to 2026.", status("delayed", "2026")),
    ]
    graph(*sayings).save(tmp_path / "g.json")
    plain = extract("conflicts", tmp_path / "g.json")
    assert plain.stdout == ""
    assert plain.stderr.splitlines() == [
        "no contradiction", "1 pair differs but cannot be compared; --all lists them with the reason",
    ]  # fmt: skip
    listed = extract("conflicts", tmp_path / "g.json", "--all").stdout
    assert listed.startswith("X1, delayed: cannot be compared: news of another time\n")
    assert "“X1 delayed to 2024.”" in listed
    (found,) = json.loads(extract("conflicts", tmp_path / "g.json", "--all", "--json").stdout)
    assert (found["verdict"], len(found["sides"])) == ("cannot be compared", 2)
    assert extract("conflicts", tmp_path / "g.json", "--json").stdout == "[]\n"


def test_a_users_ontology_decides_what_is_functional(extract: Extract, news: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    text = "statuses:\n  delayed: {functional: false}\n"
    (tmp_path / "mine" / "statuses.yaml").write_text(text, encoding="utf-8")
    assert extract("conflicts", news, "--ontology", tmp_path / "mine").stdout == ""
    result = extract("conflicts", news, "--ontology", tmp_path / "none")
    assert result.exit_code == 2
    assert "must be a folder" in result.stderr


def test_a_timeline_is_tab_separated(extract: Extract, news: Path) -> None:
    header, *rows = [line.split("\t") for line in extract("timeline", news, "x1").stdout.splitlines()]
    assert header[:4] == ["fact", "published", "event", "date"]
    assert sorted(row[2:4] for row in rows) == [["delayed", "2021-Q1"], ["delayed", "2024-Q1"]]
    assert {row[8] for row in rows} == {"1"}
    assert all(row[7] for row in rows), "each disputes the other"


def test_a_timeline_as_json(extract: Extract, news: Path, known: KnowledgeGraph) -> None:
    assert json.loads(extract("timeline", news, "x1", "--json").stdout) == known.timeline("x1").to_dict()


def test_a_product_without_history(extract: Extract, news: Path) -> None:
    result = extract("timeline", news, "x2")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no status of X2" in result.stderr


def test_compare_side_by_side(extract: Extract, news: Path, known: KnowledgeGraph) -> None:
    header, row = [line.split("\t") for line in extract("compare", news, "x1", "x2").stdout.splitlines()]
    assert header == ["what", "X1", "X2", "ratio", "sources, X1", "sources, X2"]
    assert row == ["memory", "192 GB", "96 GB", "0.5 x", "reuters.example", "reuters.example"]
    data = json.loads(extract("compare", news, "x1", "x2", "--json").stdout)
    assert data == known.compare("x1", "x2").to_dict()


def test_nothing_to_compare(extract: Extract, graph: Path) -> None:
    result = extract("compare", graph, "aws", "re:Invent")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing to compare" in result.stderr


def test_claims_stand_in_the_column_of_their_subject(extract: Extract, graph: Path) -> None:
    result = extract("compare", graph, "graviton 4", "trainium 2")
    assert result.stdout.splitlines()[1].startswith("cores\t96\t\t")


def test_claims_tell_who_says_so(extract: Extract, tmp_path: Path) -> None:
    said = replace(compares("performance", 2, "x", "2x"), object="chip:x2", attributed_to="org:acme")
    graph(Said("a", "2024-01-01", "Twice as fast: 2x.", said), Said("a", "2024-01-01", "By Acme.", ACME)).save(
        tmp_path / "g.json"
    )
    row = extract("compare", tmp_path / "g.json", "x1", "x2").stdout.splitlines()[1]
    assert row.startswith("claim\tX1 compares_to X2: performance 2 x, according to ACME\t")


def test_diff(extract: Extract, news: Path, graph: Path, tmp_path: Path) -> None:
    assert extract("diff", news, news).stderr == "no difference\n"
    result = extract("diff", news, graph)
    assert result.exit_code == 0
    assert "articles: 2 came, 3 went; entities: 5 came, 2 went, 0 changed; facts: 7 came, 4 went" in result.stderr
    header, *rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert header == ["id", "change", "kind", "old", "new", "what"]
    assert {tuple(row[1:3]) for row in rows} >= {("went", "fact"), ("came", "fact"), ("came", "article")}
    assert json.loads(extract("diff", news, graph, "--json").stdout)["entities"]["changed"] == []


def test_sources(extract: Extract, news: Path, known: KnowledgeGraph) -> None:
    fact = next(view.id for view in known if view.date == "2024-Q1")
    lines = extract("sources", news, fact[:8]).stdout.splitlines()
    assert lines[0] == f"fact          {fact}"
    assert "independent   1 source, 1 of this fact itself" in lines
    assert "mirror.example (2023-11-25, copied): News of mirror.example" in lines
    assert any(line.startswith("contradicts: X1 has_status delayed (2021-Q1)") for line in lines)
    data = json.loads(extract("sources", news, fact, "--json").stdout)
    assert data == known.sources(fact).to_dict()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["conflicts", "--entity", "x9"], "no entity 'x9'"),
        (["timeline", "x9"], "no entity 'x9'"),
        (["compare", "x1", "x9"], "no entity 'x9'"),
        (["sources", "zz"], "no fact 'zz'"),
    ],
)
def test_names_that_lead_nowhere_are_wrong_usage(extract: Extract, news: Path, words: list[str], message: str) -> None:
    result = extract(words[0], news, *words[1:])
    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.parametrize(
    "words", [["conflicts"], ["timeline", "x"], ["compare", "x", "y"], ["sources", "ab"], ["diff", "none.json"]]
)
def test_a_missing_graph_is_wrong_usage(extract: Extract, tmp_path: Path, words: list[str]) -> None:
    result = extract(words[0], tmp_path / "none.json", *words[1:])
    assert result.exit_code == 2
    assert "no such file" in result.stderr


def test_hostile_text_cannot_steer_the_terminal(extract: Extract, tmp_path: Path) -> None:
    sayings = [
        Said("a", "2024-01-01", "\x1b[2J[red]96 cores\tnow", spec("core_count", 96, "", "96 cores")),
        Said("b", "2024-01-01", "\x1b[2J[red]64 cores\tnow", spec("core_count", 64, "", "64 cores")),
    ]
    known = graph(*sayings)
    known.save(tmp_path / "g.json")
    fact = next(iter(known)).id
    for words in (["conflicts"], ["timeline", "x1"], ["compare", "x1", "x1"], ["sources", fact]):
        result = extract(words[0], tmp_path / "g.json", *words[1:])
        assert result.exit_code == 0
        assert "\x1b" not in result.stdout
    assert "[red]64 cores now" in extract("conflicts", tmp_path / "g.json").stdout
