"""Chains, entities, paths, neighbourhoods and rankings on a graph made by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx import Graph, all_simple_paths

from extractor.errors import UsageError
from extractor.facts import Fact
from extractor.query import Facts, KnowledgeGraph
from extractor.query.backend import Link
from extractor.query.search import add, between, simple_paths
from tests.query.news import Said, graph, spec, status


@pytest.fixture
def news() -> KnowledgeGraph:
    facts = (
        Fact("org:a", "makes", "chip:x1"),
        Fact("org:a", "supplies", "org:b"),
        Fact("org:b", "makes", "chip:x2"),
        Fact("org:c", "supplies", "org:b", modality="denied"),
        Fact("chip:x2", "in_family", "chip:x1"),
        Fact("org:a", "located_in", "place:taiwan"),
        spec("memory_capacity", 80, "GB", "80 GB"),
        spec("memory_capacity", 0.1, "TB", "0.1 TB", subject="chip:x2", attributed_to="org:a"),
    )
    said = [Said("wire.example", "2024-01-01", f"No. {n} of 80 GB, 0.1 TB.", fact) for n, fact in enumerate(facts)]
    return graph(*said, Said("www.desk.example", "2024-02-01", "Again 80 GB.", facts[6]))


def test_a_chain_is_the_same_as_one_call(news: KnowledgeGraph) -> None:
    chain = news.facts().where(type="chip").over("50 GB").by_source("desk").since("2024").independent(2)
    at_once = news.facts(type="chip", over="50 GB", source="desk", since="2024", independent=2)
    assert isinstance(chain, Facts)
    assert chain == at_once == list(at_once)
    assert [fact.sentence() for fact in chain] == ["X1 has_spec memory capacity 80 GB"]
    assert news.facts().said_by("A").between("100 GB", "1 TB").ids == news.facts(subject="X2", predicate="has_spec").ids


def test_rows_have_one_value_a_column(news: KnowledgeGraph) -> None:
    (row,) = news.facts("X2", "has_spec").rows()
    assert (row["base_amount"], row["base_unit"], row["support"], row["object"]) == (1e11, "B", 1, None)
    assert list(row) == list(Facts.columns)
    pandas = pytest.importorskip("pandas")
    frame = news.facts("X2").frame()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.columns) == list(Facts.columns)
    assert list(news.facts(predicate="acquires").frame().columns) == list(Facts.columns)


def test_printed_answers_are_sentences(news: KnowledgeGraph) -> None:
    facts = news.facts("X1")
    assert str(facts[0]) == "X1 has_spec memory capacity 80 GB"
    assert str(news.facts()).splitlines()[:2] == ["A located_in TAIWAN", "A makes X1"]
    assert str(news.entities("place")) == "TAIWAN (place:taiwan)"
    assert str(news.facts(predicate="acquires")) == "<Facts: 0>"
    many = graph(*(Said("a", "2024-01-01", f"No. {n}.", Fact("org:a", "makes", f"chip:x{n}")) for n in range(30)))
    assert str(many.facts()).splitlines()[-1] == "… and 10 more"


def test_entities_by_maker_family_and_country(news: KnowledgeGraph) -> None:
    assert news.entities(made_by="A").ids == ["chip:x1"]
    assert news.entities(family="X1").ids == ["chip:x2"]
    assert news.entities("chip", country="Taiwan").ids == ["chip:x1"]
    assert (
        news.entities("chip").where(made_by=["A", "B"]).facts(attribute="memory_capacity").subjects()[0].id == "chip:x1"
    )
    with pytest.raises(UsageError, match="no country"):
        news.entities(country="Atlantis")


def test_paths_skip_what_is_denied(news: KnowledgeGraph) -> None:
    assert [str(path) for path in news.paths("X1", "B", 2)] == [
        "X1 <-in_family- X2 <-makes- B",
        "X1 <-makes- A -supplies-> B",
    ]
    assert len(news.paths("X1", "C", 4)) == 0
    assert len(news.paths("X1", "C", 4, modality=["asserted", "denied"])) == 2
    assert [len(path) for path in news.paths("X1", "X2", 3, limit=1)] == [1]
    assert all(step.facts[0].evidence for path in news.paths("X1", "B", 3) for step in path.steps)
    assert len(news.paths("X1", "X1")) == 0


links = st.sets(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=12)


@settings(deadline=None)
@given(links, st.integers(1, 6))
def test_all_simple_paths_are_found_shortest_first(pairs: set[tuple[str, str]], longest: int) -> None:
    known = [Link(f"{a}{b}", a, b, "makes", "asserted") for a, b in sorted(pairs)]
    adjacent = between("a", "f", longest, lambda ids: [one for one in known if {one.subject, one.object} & {*ids}])
    found = list(simple_paths("a", "f", longest, adjacent))
    plain = Graph(pairs)
    plain.add_nodes_from("af")
    assert sorted(found) == sorted(all_simple_paths(plain, "a", "f", longest))
    assert found == sorted(found, key=lambda path: (len(path), path))
    whole: dict[str, dict[str, list[Link]]] = {}
    add(known, whole)
    assert found == list(simple_paths("a", "f", longest, whole))


def test_neighbours_stand_by_distance(news: KnowledgeGraph) -> None:
    assert [(near.entity.id, near.distance) for near in news.neighbours("A", 2)] == [
        ("chip:x1", 1), ("org:b", 1), ("place:taiwan", 1), ("chip:x2", 2),
    ]  # fmt: skip
    assert len(news.neighbours("A", 2).facts) == 5
    assert len(news.neighbours("C")) == 0


def test_rankings(news: KnowledgeGraph) -> None:
    assert [(r.rank, r.entity.id, r.score) for r in news.rank("memory_capacity")] == [
        (1, "chip:x2", 1e11), (2, "chip:x1", 8e10),
    ]  # fmt: skip
    assert news.rank("memory_capacity", lowest=True)[0].entity.id == "chip:x1"
    assert news.rank("sources", top=1)[0].entity.id == "chip:x1"
    assert [r.rank for r in news.rank("connections", type="org")] == [1, 2]
    with pytest.raises(UsageError, match="facts, sources, connections or an attribute"):
        news.rank("beauty")


def test_conflicting_facts_are_those_of_the_report() -> None:
    disputed = graph(
        Said("a.example", "2024-01-01", "It comes in 2024.", status("available", "2024", modality="planned")),
        Said("b.example", "2024-01-02", "It comes in 2026.", status("available", "2026", modality="planned")),
        Said("b.example", "2024-01-02", "It has 80 GB.", spec("memory_capacity", 80, "GB", "80 GB")),
    )
    (conflict,) = disputed.conflicts()
    assert sorted(disputed.facts().conflicting().ids) == sorted(fact for side in conflict.sides for fact in side.facts)
    assert len(disputed.facts(conflicting=False)) == 1
