from __future__ import annotations

import io
import json

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.export import export_to
from extractor.graph import Document, example_document
from extractor.graph.network import to_network

from .hostile import renamed


def written(document: Document) -> bytes:
    stream = io.BytesIO()
    export_to(document, stream, "json")
    return stream.getvalue()


def test_networkx_reads_back_the_same(document: Document) -> None:
    network = nx.node_link_graph(json.loads(written(document)), edges="edges")
    assert network.is_multigraph()
    assert network.is_directed()
    assert nx.utils.graphs_equal(network, to_network(document))


def test_edges_keep_their_ends_and_their_fact(document: Document) -> None:
    edges = {edge["key"]: edge for edge in json.loads(written(document))["edges"]}
    for fact in document.facts:
        assert edges[fact.id]["source"] == fact.subject
        assert edges[fact.id]["fact"] == fact.id
        assert fact.object in (None, edges[fact.id]["target"])


@settings(deadline=None)
@given(st.text(min_size=1))
def test_hostile_names_are_read_back(name: str) -> None:
    document = renamed(example_document(), "org:aws", name)
    network = nx.node_link_graph(json.loads(written(document).decode()), edges="edges")
    assert nx.utils.graphs_equal(network, to_network(document))
