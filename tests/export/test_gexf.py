from __future__ import annotations

import io
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor.export.columns import EDGE_COLUMNS, NODE_COLUMNS, qualifier_columns
from extractor.graph import Document
from extractor.graph.network import to_network

from .hostile import infested
from .written import written

SPACE = "{http://gexf.net/1.3}"


def same(document: Document) -> None:
    network = nx.read_gexf(io.BytesIO(written(document, "gexf")), version="1.3")
    original = to_network(document)
    assert dict(network.nodes(data=True)) == {
        node: {"label": "", **data}
        for node, data in original.nodes(data=True)  # GEXF wants a label, if an empty one
    }
    assert {data.pop("id"): (a, b, data) for a, b, data in network.edges(data=True)} == {
        key: (a, b, data) for a, b, key, data in original.edges(keys=True, data=True)
    }


def test_networkx_reads_back_the_same(any_document: Document) -> None:
    same(any_document)


@settings(deadline=None, max_examples=40)
@given(st.text(min_size=1))
@example("\r")  # a name of blanks alone
def test_any_text_is_read_back(text: str) -> None:
    same(infested(text))


def test_ids_are_unique_and_references_hold(samples: Document) -> None:
    root = ElementTree.fromstring(written(samples, "gexf"))
    nodes = [node.get("id") for node in root.iter(f"{SPACE}node")]
    edges = [edge.get("id") for edge in root.iter(f"{SPACE}edge")]
    assert len(set(nodes)) == len(nodes)
    assert edges == [fact.id for fact in samples.facts]
    assert {edge.get(end) for edge in root.iter(f"{SPACE}edge") for end in ("source", "target")} <= set(nodes)


def test_every_attribute_of_the_network_is_declared(any_document: Document) -> None:
    network = to_network(any_document)
    declared = {**EDGE_COLUMNS, **qualifier_columns(any_document)}
    for rows, columns in ((network.nodes(data=True), NODE_COLUMNS), (network.edges(data=True), declared)):
        for *_, attributes in rows:
            for name, value in attributes.items():
                assert name == "label" or type(value) is columns[name]


def test_types(document: Document) -> None:
    root = ElementTree.fromstring(written(document, "gexf"))
    types = {a.get("title"): a.get("type") for a in root.iter(f"{SPACE}attribute")}
    assert (types["amount"], types["known"], types["mentions"]) == ("double", "boolean", "long")


@pytest.mark.parametrize("name", ["label", "id", "source", "target"])
def test_no_attribute_has_a_name_of_the_format(name: str) -> None:
    assert name not in NODE_COLUMNS
    assert name not in EDGE_COLUMNS
