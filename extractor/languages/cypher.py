"""openCypher over the network: ``MATCH (a)-[:supplies]->(b) RETURN a.name, b.name`` (extra ``cypher``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractor.errors import UsageError, install
from extractor.languages.table import Table, in_order
from extractor.query.knowledge_graph import KnowledgeGraph

MISSING = f"--cypher needs grand-cypher; {install('cypher')}"
ADDED = {"base_amount": "base_amount", "base_unit": "base_unit", "support": "support", "publishers": "sources"}


def cypher(graph: KnowledgeGraph, query: str) -> Table:
    """What a query in openCypher finds.

    Nodes have their type as label, edges their predicate, both the attributes of the network (docs/graph.md); edges also
    ``base_amount`` and ``base_unit`` (the value in its base unit), ``publishers`` and ``support`` (independent sources). Rows
    are sorted unless the query orders them. Raises :class:`UsageError` for a query that cannot be read or run, and where
    grand-cypher is missing.
    """
    try:
        from grandcypher import GrandCypher
    except ImportError as error:
        raise UsageError(MISSING) from error
    try:
        found: Mapping[Any, list[Any]] = GrandCypher(labelled(graph)).run(query)
    except Exception as error:  # the library raises whatever its parser and its interpreter do
        reason = [line.strip() for line in str(error).splitlines() if line.strip()] or [type(error).__name__]
        raise UsageError(f"the Cypher query cannot be read or run: {' '.join(reason[:3])}") from error
    rows = [[_plain(cell) for cell in row] for row in zip(*found.values(), strict=True)]
    return Table(map(str, found), in_order(rows, query))


def labelled(graph: KnowledgeGraph) -> Any:
    """The network with labels, and what a query needs of facts besides."""
    network = graph.network.copy()
    for _, node in network.nodes(data=True):
        node["__labels__"] = {node["type"]}
    more = {row["fact"]: row for row in graph.facts().rows()}
    for _, _, key, edge in network.edges(keys=True, data=True):
        edge["__labels__"] = {edge["predicate"]}
        edge |= {name: more[key][column] for name, column in ADDED.items() if more[key][column] is not None}
    return network


def _plain(cell: Any) -> Any:
    """An edge without its key and labels: of several parallel ones the library returns one."""
    if isinstance(cell, dict):
        inner = next(iter(cell.values())) if len(cell) == 1 else cell
        if isinstance(inner, dict):
            return _plain(inner)
        return {str(key): value for key, value in cell.items() if key != "__labels__"}
    return cell
