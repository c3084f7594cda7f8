from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.export import export, export_to
from extractor.graph import Document, example_document
from extractor.graph.network import to_network
from extractor.graph.scrub import one_line

from .hostile import renamed

SPACE = "{http://graphml.graphdrawing.org/xmlns}"


def written(document: Document) -> bytes:
    stream = io.BytesIO()
    export_to(document, stream, "graphml")
    return stream.getvalue()


def test_networkx_reads_back_the_same(document: Document) -> None:
    network = nx.read_graphml(io.BytesIO(written(document)), force_multigraph=True)
    original = to_network(document)
    assert dict(network.nodes(data=True)) == dict(original.nodes(data=True))
    edges = sorted(network.edges(keys=True, data=True), key=str)
    assert edges == sorted(original.edges(keys=True, data=True), key=str)


def test_igraph_reads_it(document: Document, tmp_path: Path) -> None:
    export(document, tmp_path / "graph.graphml")
    read = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))
    assert set(read.es["fact"]) == {fact.id for fact in document.facts}
    amounts = {edge["fact"]: edge["amount"] for edge in read.es if edge["amount"] == edge["amount"]}
    assert sorted(amounts.values()) == [4.0, 96.0]
    known = {vertex["id"]: vertex["known"] for vertex in read.vs}
    assert known["org:aws"] is True
    assert known["event:re-invent"] is False


def test_every_attribute_has_one_type(document: Document) -> None:
    root = ElementTree.fromstring(written(document))
    keys = root.findall(f"{SPACE}key")
    assert len({key.get("id") for key in keys}) == len(keys)
    types = {(key.get("for"), key.get("attr.name")): key.get("attr.type") for key in keys}
    assert len(types) == len(keys)
    assert types["edge", "amount"] == types["edge", "confidence"] == "double"
    assert types["edge", "articles"] == types["node", "mentions"] == "long"
    assert types["node", "known"] == "boolean"
    assert set(types.values()) <= {"string", "long", "double", "boolean"}


def test_every_edge_has_an_id(document: Document) -> None:
    root = ElementTree.fromstring(written(document))
    assert {edge.get("id") for edge in root.iter(f"{SPACE}edge")} == {fact.id for fact in document.facts}


NASTY = [
    "]]>",
    "<a b='\"&",
    "\x00\x1b[31m\x7f",
    "\u202eabc",
    "\U0001f600",
    "\ufffe\uffff",
    "\ud800",
    "a\r\nb",
    "שלום",
    "\x85",
]


@settings(deadline=None)
@given(st.sampled_from(NASTY) | st.text(min_size=1))
def test_hostile_names_are_read_back(name: str) -> None:
    data = written(renamed(example_document(), "org:aws", name))
    node = nx.read_graphml(io.BytesIO(data)).nodes["org:aws"]
    assert node.get("name", "") == one_line(name)


@pytest.mark.parametrize("name", NASTY)
def test_igraph_reads_hostile_names(name: str, tmp_path: Path) -> None:
    export(renamed(example_document(), "org:aws", name), tmp_path / "g.graphml")
    read = igraph.Graph.Read_GraphML(str(tmp_path / "g.graphml"))
    assert read.vs.find(id="org:aws")["name"] == one_line(name)


def test_an_empty_graph_is_a_graph() -> None:
    assert nx.read_graphml(io.BytesIO(written(Document()))).number_of_nodes() == 0


def test_bytes_do_not_depend_on_the_process() -> None:
    code = "import sys; from extractor.export import *; from extractor.graph import *; "
    code += "export_to(example_document(), sys.stdout.buffer, 'graphml')"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert runs == {written(example_document())}
