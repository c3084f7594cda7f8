from __future__ import annotations

import html
import json
import shutil
import subprocess
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.export.dot import quoted
from extractor.graph import Document, example_document
from extractor.graph.elements import network_edges, network_nodes

from .hostile import TEXTS, infested
from .written import written

DOT = shutil.which("dot")


def expected(document: Document) -> tuple[dict[str, Any], dict[str, Any]]:
    def text(value: Any) -> str:
        return str(value).lower() if isinstance(value, bool) else str(value)

    nodes = {
        node: {name: text(value) for name, value in data.items() if name != "name"}
        for node, data in network_nodes(document)
    }
    edges = {
        key: (a, b, {name: text(value) for name, value in data.items()}) for a, b, key, data in network_edges(document)
    }
    return nodes, edges


def plain(name: str, value: str) -> str:
    """What a value says once its escapes are resolved."""
    value = value.replace("\\\\", "\\")
    return html.unescape(value) if name == "label" else value


DRAWN = {"shape", "tooltip", "style", "key"}


@pytest.mark.parametrize("text", [*TEXTS, ""])
@pytest.mark.filterwarnings("ignore")
def test_pydot_reads_it_back(text: str) -> None:
    document = infested(text) if text else example_document()  # it is too slow for large graphs
    pydot = pytest.importorskip("pydot")

    def text(value: str) -> str:
        return value[1:-1].replace('\\"', '"') if value.startswith('"') else value

    def attributes(found: dict[str, str]) -> dict[str, str]:
        return {
            name: plain(name, text(value))
            for raw, value in found.items()
            if (name := plain("", text(raw))) not in DRAWN
        }

    (graph,) = pydot.graph_from_dot_data(written(document, "dot").decode())
    nodes, edges = expected(document)
    found = {plain("", text(node.get_name())): attributes(node.get_attributes()) for node in graph.get_nodes()}
    found.pop("node", None)
    assert found == nodes
    ends = {
        text(edge.get("key")): (
            plain("", text(edge.get_source())), plain("", text(edge.get_destination())), attributes(edge.get_attributes())
        )
        for edge in graph.get_edges()
    }  # fmt: skip
    assert ends == edges


def by_graphviz(document: Document) -> dict[str, Any]:
    run = subprocess.run(
        ["dot", "-Kosage", "-Tdot_json"], input=written(document, "dot"), capture_output=True, check=True, timeout=300
    )
    assert not run.stderr
    return json.loads(run.stdout)  # type: ignore[no-any-return]


def same_as_graphviz_reads(document: Document) -> None:
    graph = by_graphviz(document)
    nodes, edges = expected(document)
    names = {one["_gvid"]: plain("", one["name"]) for one in graph.get("objects", ())}

    def attributes(found: dict[str, str], wanted: dict[str, str]) -> dict[str, str]:
        named = ((plain("", raw), value) for raw, value in found.items())
        return {name: plain(name, value) for name, value in named if name in wanted}

    for one in graph.get("objects", ()):
        wanted = nodes.pop(plain("", one["name"]))
        assert attributes(one, wanted) == wanted
    assert not nodes
    found = {edge["fact"]: (names[edge["tail"]], names[edge["head"]], edge) for edge in graph.get("edges", ())}
    assert {key: (a, b, attributes(data, edges[key][2])) for key, (a, b, data) in found.items()} == edges


@pytest.mark.skipif(DOT is None, reason="needs Graphviz")
def test_graphviz_reads_it_back(any_document: Document) -> None:
    same_as_graphviz_reads(any_document)


@pytest.mark.skipif(DOT is None, reason="needs Graphviz")
@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1))
def test_graphviz_reads_any_text(text: str) -> None:
    same_as_graphviz_reads(infested(text))


@pytest.mark.skipif(DOT is None, reason="needs Graphviz")
@pytest.mark.parametrize("text", TEXTS)
def test_graphviz_draws_it(text: str) -> None:
    run = subprocess.run(["dot", "-Tsvg"], input=written(infested(text), "dot"), capture_output=True, timeout=60)
    assert run.returncode == 0
    assert b"<script" not in run.stdout


def test_a_backslash_at_the_end_does_not_open_the_string() -> None:
    assert quoted("a\\") == '"a\\\\"'


def test_what_is_not_asserted_is_drawn_otherwise(document: Document) -> None:
    text = written(document, "dot").decode()
    assert text.count('"style"="dashed"') == 1
