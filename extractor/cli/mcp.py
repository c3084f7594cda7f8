"""``extract mcp``: the graph for agents."""

from __future__ import annotations

import sys

from extractor.cli.options import Graph, OntologyFolder
from extractor.cli.statements import ontology_of
from extractor.cli.terminal import complain
from extractor.errors import UsageError, install

MISSING = f"extract mcp needs the SDK of the Model Context Protocol; {install('mcp')}"


def mcp(graph: Graph, ontology: OntologyFolder = None) -> None:
    """Serve the graph to an agent by the Model Context Protocol, over standard input and output, for reading only.

    An agent program starts this by itself, once it is registered there (docs/agents.md). Tools find entities and facts,
    explain a fact with its sentences, compare, tell histories, contradictions, sources and paths. A graph or store that is
    written anew is read anew at the next call. It ends when its input does.

    \b
    Examples:
      extract mcp graph.json
      extract mcp news.store
    """  # noqa: D301
    try:
        from extractor.agents.server import server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("mcp", "mcp_types"):
            raise
        raise UsageError(MISSING) from error
    from extractor.agents.current import CurrentGraph

    serving = server(CurrentGraph(graph, ontology_of(ontology)))
    if sys.stdin.isatty():
        complain(f"serving {graph} on standard input and output; an agent program starts this (docs/agents.md)")
    try:
        serving.run()
    except KeyboardInterrupt:
        complain("stopped")
