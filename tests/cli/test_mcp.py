"""The server as a process of its own, spoken to by the SDK's client over its pipes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.graph import save
from tests.agents.news import spoken

Extract = Callable[..., Any]
PROGRAM = "import sys; from extractor.cli import main; sys.argv = ['extract', *sys.argv[1:]]; main()"


def test_over_standard_input_and_output(tmp_path: Path) -> None:
    anyio = pytest.importorskip("anyio")
    mcp = pytest.importorskip("mcp")
    document = spoken("two\nlines\x1b[31m\x00</script>\u2028\u202e'; \ufeff")
    save(document, tmp_path / "graph.json")

    async def talk() -> Any:
        command = mcp.StdioServerParameters(
            command=sys.executable, args=["-c", PROGRAM, "mcp", str(tmp_path / "graph.json")], cwd=str(Path.cwd())
        )
        async with mcp.Client(mcp.stdio_client(command)) as client:
            tools = (await client.list_tools()).tools
            found = await client.call_tool("list_facts", {"limit": 1, "evidence": 5})
            refused = await client.call_tool("timeline", {"product": "H100"})
        return tools, found, refused

    tools, found, refused = anyio.run(talk)
    assert len(tools) == 9
    (fact,) = found.structured_content["facts"]
    (article,) = document.articles
    assert (fact["evidence"][0]["sentence"], fact["evidence"][0]["title"]) == (article.body, article.title)
    assert refused.is_error
    assert "the graph has no entity 'H100'" in refused.content[0].text


def test_a_graph_that_is_not_there(extract: Extract, tmp_path: Path) -> None:
    pytest.importorskip("mcp")
    result = extract("mcp", tmp_path / "none.json")
    assert result.exit_code == 2
    assert "no such file" in result.stderr
    (tmp_path / "bad.json").write_text("{")
    assert extract("mcp", tmp_path / "bad.json").exit_code == 1


def test_without_the_sdk(extract: Extract, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    for name in [name for name in sys.modules if name.startswith("extractor.agents.server")]:
        monkeypatch.delitem(sys.modules, name)
    result = extract("mcp", graph)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "make extras EXTRAS=mcp" in result.stderr
