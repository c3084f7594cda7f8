from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.articles.article import Article
from extractor.catalogue import load_catalogue
from extractor.graph import Document, save
from extractor.ontology import load_ontology
from extractor.pipeline.reading import LocalEntity, Mention, Reading
from extractor.resolve import link
from extractor.resolve.identity import load_verdicts, verdict_path

Extract = Callable[..., Any]


@pytest.fixture
def companies(tmp_path: Path) -> Path:
    """A graph in which Zorblax and Zorblax Semiconductor may be one, Zorblax Inc. and Zorblax are."""
    articles, readings = [], []
    named = (("ORG", "Zorblax"), ("ORG", "Zorblax Semiconductor"), ("ORG", "Zorblax Inc."), ("CHIP", "Kestrix 7"))
    for n, (type_, name) in enumerate(named):
        article = Article("", f"{n} {name}", f"{n}.md")
        articles.append(article)
        entity = LocalEntity(type_, name, None, (Mention(2, 2 + len(name), name),))
        readings.append(Reading(article.id, (entity,)))
    linked = link(articles, readings, load_catalogue(load_ontology()))
    save(Document.build(articles, linked.entities, linked.facts), tmp_path / "graph.json")
    return tmp_path / "graph.json"


def test_doubtful_pairs_are_listed(extract: Extract, companies: Path) -> None:
    result = extract("resolve", companies)
    assert result.exit_code == 0
    header, *rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert header == ["score", "type", "name", "other name", "verdict", "by", "reasons"]
    assert [row[1:6] for row in rows] == [
        ["ORG", "Zorblax", "Zorblax Semiconductor", "open", "rule"],
        ["ORG", "Zorblax Inc.", "Zorblax Semiconductor", "open", "rule"],
    ]


def test_json(extract: Extract, companies: Path) -> None:
    first, *_ = json.loads(extract("resolve", companies, "--json").stdout)
    assert first["a_id"] == "org:zorblax-inc"
    assert first["reasons"] == ["one goes on with its trade, semiconductor"]
    assert len(json.loads(extract("resolve", companies, "--json", "--all").stdout)) == 3
    limited = extract("resolve", companies, "--json", "--limit", "1")
    assert len(json.loads(limited.stdout)) == 1
    assert "1 of 2 pairs" in limited.stderr


def test_a_verdict_is_kept_beside_the_graph_and_can_be_taken_back(extract: Extract, companies: Path) -> None:
    pair = ("Zorblax", "org:zorblax-semiconductor")
    before = companies.read_bytes()
    assert "one thing" in extract("resolve", companies, "--same", *pair).stdout
    (verdict,) = load_verdicts(verdict_path(companies)).verdicts
    assert (verdict.said, verdict.b.name) == ("same", "Zorblax Semiconductor")
    assert companies.read_bytes() == before
    decided = json.loads(extract("resolve", companies, "--json", "--all").stdout)
    assert [one["by"] for one in decided].count("user") == 1
    assert "two things" in extract("resolve", companies, "--different", *pair).stdout
    assert "no verdict any more" in extract("resolve", companies, "--forget", *pair).stdout
    assert load_verdicts(verdict_path(companies)).verdicts == ()


def test_names_that_share_nothing_are_doubted_and_still_joined(extract: Extract, tmp_path: Path) -> None:
    articles, readings = [], []
    for name in ("Zorblax", "Orvane", "Zorblax Semiconductor"):
        articles.append(Article("", name, f"{name}.md"))
        entity = LocalEntity("ORG", name, None, (Mention(0, len(name), name),))
        readings.append(Reading(articles[-1].id, (entity,)))
    linked = link(articles, readings, load_catalogue(load_ontology()))
    file = tmp_path / "graph.json"
    save(Document.build(articles, linked.entities, linked.facts), file)
    doubted = extract("resolve", file, "--same", "Zorblax", "Orvane")
    assert (doubted.exit_code, "one thing" in doubted.stdout) == (0, True)
    assert "have nothing in common" in doubted.stderr
    assert len(load_verdicts(verdict_path(file)).verdicts) == 1
    assert extract("resolve", file, "--forget", "Zorblax", "Orvane").stderr == ""
    assert extract("resolve", file, "--different", "Zorblax", "Orvane").stderr == ""
    assert extract("resolve", file, "--same", "Zorblax", "Zorblax Semiconductor").stderr == ""


def test_names_within_one_entity_can_be_told_apart(extract: Extract, companies: Path) -> None:
    assert extract("resolve", companies, "--different", "Zorblax", "Zorblax Inc.").exit_code == 0


def test_another_file(extract: Extract, companies: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    words = ("--same", "Zorblax", "Zorblax Semiconductor", "--judgements", file)
    assert extract("resolve", companies, *words).exit_code == 0
    assert load_verdicts(file).verdicts
    assert not verdict_path(companies).exists()


def test_nothing_doubtful_is_no_error(extract: Extract, graph: Path) -> None:
    result = extract("resolve", graph)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no pair is doubtful" in result.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--same", "Zorblax", "Kestrix 7"), "things of two types are never one"),
        (("--same", "Zorblax", "Zorblux"), "near are Zorblax"),
        (("--same", "Zorblax", "ZORBLAX"), "one spelling"),
        (("--forget", "Zorblax", "Zorblax Semiconductor"), "there is no verdict"),
        (("--same", "Zorblax", "Kestrix 7", "--different", "Zorblax", "Kestrix 7"), "one of --same"),
    ],
)
def test_wrong_usage(extract: Extract, companies: Path, words: tuple[str, ...], message: str) -> None:
    result = extract("resolve", companies, *words)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not verdict_path(companies).exists()


def test_a_broken_file_is_broken_data(extract: Extract, companies: Path) -> None:
    verdict_path(companies).write_text("judgements: 3", encoding="utf-8")
    result = extract("resolve", companies)
    assert result.exit_code == 1
    assert "judgements must be a list" in result.stderr


def test_a_run_takes_the_file_beside_its_output(extract: Extract, api: Any, tmp_path: Path) -> None:
    output = tmp_path / "graph.json"
    extract("run", "news", "-o", output)
    verdict_path(output).write_text("judgements: []", encoding="utf-8")
    extract("run", "news", "-o", output)
    extract("run", "news", "-o", output, "--judgements", "other.yaml")
    given = [options["judgements"] for _, options in api.calls]
    assert given == [None, verdict_path(output), Path("other.yaml")]


def test_a_file_that_is_not_there_is_wrong_usage(extract: Extract, tmp_path: Path) -> None:
    result = extract("run", tmp_path, "--judgements", tmp_path / "none.yaml")
    assert result.exit_code == 2
    assert "there is no such file" in result.stderr
