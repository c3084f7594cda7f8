"""A server over a graph and the SDK's own client, in memory."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.graph import Document, example_document, save
from tests.agents.news import Held

Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    save(example_document(), tmp_path / "graph.json")
    return tmp_path / "graph.json"


def asking(graph: Path | Held) -> Ask:
    """A function that calls a tool of a server over this graph; a refusal is ``{"error": message}``."""
    anyio = pytest.importorskip("anyio")
    mcp = pytest.importorskip("mcp")
    from extractor.agents.current import CurrentGraph
    from extractor.agents.server import server

    serving = server(graph if isinstance(graph, Held) else CurrentGraph(graph))  # type: ignore[arg-type]

    async def call(tool: str, arguments: dict[str, Any]) -> dict[str, Any]:
        async with mcp.Client(serving) as client:
            result = await client.call_tool(tool, arguments)
        if result.is_error:
            return {"error": result.content[0].text}
        assert json.loads(result.content[0].text) == result.structured_content
        return dict(result.structured_content)

    return lambda tool, **arguments: anyio.run(call, tool, arguments)


@pytest.fixture
def ask(graph: Path) -> Ask:
    return asking(graph)


def put(document: Document, path: Path) -> Path:
    save(document, path)
    return path
