"""A stored graph answers as the document does, from the rows that the question needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import extractor
from extractor.errors import DataError, UsageError
from extractor.graph import dumps, save
from extractor.query import KnowledgeGraph
from extractor.store import Store, StoredGraph
from tests.store.made import article, reader

ARTICLES = (
    article("Zorblax>Condor; Zorblax&Orvane; Nvidia>H100", "x.example/1", "2024-01-01", source="wire"),
    article("Zorblax Inc.>Condor; H100=80; Nvidia&Orvane", "x.example/2", "2024-02-01", "b.md", source="post"),
    article("Orvane&Nvidia; H100=80; H100=94; Kestrix 7=9", "y.example/3", "2024-02-02", "c.md"),
    article("Orvane>Condor", "y.example/4", "2024-02-03", "e.md"),
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with Store.open_or_create(tmp_path / "s.sqlite") as opened:
        opened.add(ARTICLES, reader())
    return tmp_path / "s.sqlite"


@pytest.fixture
def plain(store: Path) -> KnowledgeGraph:
    with Store(store) as opened:
        return KnowledgeGraph(opened.document())


QUESTIONS: list[dict[str, Any]] = [
    {},
    {"subject": "Zorblax"},
    {"entity": "nvidia"},
    {"entity": "Condor"},
    {"object": "Orvane", "predicate": "partners_with"},
    {"subject": "H100", "since": "2024-02"},
    {"subject": "H100", "attribute": "memory_capacity", "min_confidence": 0.9},
    {"subject": "H100", "source": "wire"},
    {"article": "b.md"},
    {"article": "https://x.example/1", "entity": "Nvidia"},
    {"article": "c.md", "subject": "Zorblax"},
    {"type": "CHIP"},
]


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_facts(store: Path, plain: KnowledgeGraph, question: dict[str, Any]) -> None:
    assert StoredGraph(store).facts(**question) == plain.facts(**question)


WRONG: list[Callable[[KnowledgeGraph], object]] = [
    lambda graph: graph.facts(subject="Zorbla"),
    lambda graph: graph.facts("Zorblax", "produces"),
    lambda graph: graph.facts("Zorblax", source="wired"),
    lambda graph: graph.facts(article="d.md"),
    lambda graph: graph.entity("Nobody"),
    lambda graph: graph.entity("Condor"),
    lambda graph: graph.fact("zzz"),
    lambda graph: graph.fact(""),
    lambda graph: graph.facts(since="yesterday", subject="Zorblax"),
]


@pytest.mark.parametrize("ask", WRONG)
def test_what_is_wrong_with_a_question(
    store: Path, plain: KnowledgeGraph, ask: Callable[[KnowledgeGraph], object]
) -> None:
    with pytest.raises(UsageError) as expected:
        ask(plain)
    with pytest.raises(type(expected.value)) as found:
        ask(StoredGraph(store))
    assert str(found.value) == str(expected.value)


def test_entities_facts_and_numbers(store: Path, plain: KnowledgeGraph) -> None:
    graph = StoredGraph(store)
    assert graph.entities() == plain.entities()
    assert graph.entities("CHIP", "cond") == plain.entities("CHIP", "cond")
    assert graph.entity("nvidia") == plain.entity("nvidia")
    for fact in plain:
        assert graph.fact(fact.id) == fact
        assert graph.explain(fact.id[:10]) == plain.explain(fact.id)
    assert graph.summary(3) == plain.summary(3)
    assert graph.summary() == plain.summary()
    assert len(graph) == len(plain)
    assert graph.articles == plain.articles
    assert repr(graph).startswith("<KnowledgeGraph: 4 articles")
    assert set(graph.network) == set(plain.network)


def test_a_question_about_one_thing_does_not_read_the_whole(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def whole(*_: object) -> None:
        raise AssertionError("the whole document was read")

    monkeypatch.setattr(Store, "document", whole)
    monkeypatch.setattr("extractor.store.backend.whole", whole)
    graph = StoredGraph(store)
    assert graph.facts("Zorblax")
    assert graph.explain(graph.facts(article="b.md")[0].id)
    assert graph.entity("H100") in graph.entities()
    assert graph.summary().articles == len(graph.articles)


LEAST = 0.75


def test_facts_that_are_not_certain_enough_are_left_out(store: Path, plain: KnowledgeGraph) -> None:
    graph = StoredGraph(store, min_confidence=LEAST)
    expected = KnowledgeGraph(plain.document.confident(LEAST))
    assert 0 < len(expected) < len(plain)
    assert list(graph) == list(expected)
    assert (len(graph), graph.summary()) == (len(expected), expected.summary())
    assert graph.facts("H100") == expected.facts("H100")
    lost = next(fact for fact in plain if fact.confidence < LEAST)
    with pytest.raises(UsageError):
        graph.fact(lost.id)


def test_load_takes_documents_and_stores(store: Path, plain: KnowledgeGraph, tmp_path: Path) -> None:
    save(plain.document, tmp_path / "graph.json")
    for path in (store, tmp_path / "graph.json"):
        assert dumps(extractor.load(path).document) == dumps(plain.document)
    assert isinstance(extractor.load(store), StoredGraph)


def test_load_refuses_what_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        StoredGraph(tmp_path / "none.sqlite")
    (tmp_path / "text.sqlite").write_text("{}")
    with pytest.raises(DataError, match="is no store"):
        StoredGraph(tmp_path / "text.sqlite")
