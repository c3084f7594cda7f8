"""Slips of the pen in Cypher and SPARQL are errors with near names, not empty answers."""

from __future__ import annotations

import pytest

from extractor.errors import UsageError
from extractor.graph import example_document
from extractor.languages import cypher, sparql
from extractor.query import KnowledgeGraph


@pytest.fixture
def graph() -> KnowledgeGraph:
    return KnowledgeGraph(example_document())


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("MATCH (a)-[:anounces]->(b) RETURN a.name", "unknown relationship type 'anounces'; near are announces"),
        ("MATCH (a)-[:makes|anounces]->(b) RETURN a.name", "'anounces'; near are announces"),
        ("MATCH (a:chip)-[:makes]->(b) RETURN a.name", "unknown label 'chip'; near are CHIP"),
        ("MATCH (a)-[:makes]->(b) RETURN a.nam", "unknown property of nodes 'nam'; near are name"),
        ("MATCH (a)-[f]->(b) WHERE f.modalty = \"x\" RETURN a.name", "property of edges 'modalty'; near are modality"),
        ("MATCH (a {nme: \"AWS\"})-[]->(b) RETURN b.name", "property of nodes 'nme'; near are name"),
        ("MATCH (a)-[f]->(b) RETURN a.name ORDER BY f.sport", "property of edges 'sport'; near are support"),
        ("MATCH p = (a)-[]->(b) WHERE all(r in relationships(p) where r.dat = \"x\") RETURN p", "near are date"),
        ("MATCH (a)-[:makes]-(b) RETURN a.name", "an edge has no direction"),
        ("MATCH (a)--(b) RETURN a.name", r"write \(a\)-\[:supplies\]->\(b\)"),
        ("MATCH (a)<-[:makes]->(b) RETURN a.name", "an edge has no direction, or two"),
    ],
)  # fmt: skip
def test_a_slip_in_cypher(graph: KnowledgeGraph, query: str, message: str) -> None:
    pytest.importorskip("grandcypher")
    with pytest.raises(UsageError, match=message):
        cypher(graph, query)


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("MATCH (a:ORG)-[f:makes]->(b:CHIP) RETURN b.name", 1),
        ("MATCH (a:ORG)-[f:makes]->(b:CHIP) WHERE f.low = 3 RETURN b.name", 0),  # in no fact of this graph, but it exists
        ("MATCH (a:POLICY)-[:acquires]->(b) RETURN b.name", 0),
        ("MATCH (a)-[f:has_spec]->(v:VALUE) RETURN v.name, f.base_amount, f.publishers, f.support", 1),
        ("MATCH (a)<-[f:makes*1..2]-(b) RETURN a.name, id(b), type(f)", 1),
    ],
)  # fmt: skip
def test_what_there_is_passes(graph: KnowledgeGraph, query: str, rows: int) -> None:
    pytest.importorskip("grandcypher")
    assert len(cypher(graph, query)) == rows


def test_whole_nodes_and_edges_are_plain_data(graph: KnowledgeGraph) -> None:
    pytest.importorskip("grandcypher")
    (row,) = cypher(graph, "MATCH (a)-[f:makes]->(b) RETURN b, f").rows()
    assert (row["b"]["name"], row["f"]["predicate"]) == ("AWS Graviton4", "makes")
    assert not [name for cell in row.values() for name in cell if name.startswith("__")]


@pytest.mark.parametrize("query", ["SELECT ?n { ?c a :CHIP ; rdfs:label ?n }", "SELECT ?n { ?c a typ:CHIP }"])
def test_an_unknown_prefix_tells_those_that_there_are(graph: KnowledgeGraph, query: str) -> None:
    pytest.importorskip("pyoxigraph")
    with pytest.raises(
        UsageError, match=r"error at 1:\d+: this prefix is not declared; ha:, article:.* type:"
    ) as caught:
        sparql(graph, query)
    assert "expected" not in str(caught.value)
