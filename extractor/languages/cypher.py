"""openCypher over the network: ``MATCH (a)-[:supplies]->(b) RETURN a.name, b.name`` (extra ``cypher``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractor.errors import UsageError, install
from extractor.export.columns import EDGE_COLUMNS, NODE_COLUMNS
from extractor.languages.cypher_check import Vocabulary, check_cypher
from extractor.languages.table import Table, in_order
from extractor.query.knowledge_graph import KnowledgeGraph
from extractor.query.packaged import packaged_ontology

MISSING = f"--cypher needs grand-cypher; {install('cypher')}"
ADDED = {"base_amount": "base_amount", "base_unit": "base_unit", "support": "support", "publishers": "sources"}


def cypher(graph: KnowledgeGraph, query: str) -> Table:
    """What a query in openCypher finds.

    Nodes have their type as label, edges their predicate, both the attributes of the network (docs/graph.md); edges also
    ``base_amount`` and ``base_unit`` (the value in its base unit), ``publishers`` and ``support`` (independent sources). Rows
    are sorted unless the query orders them. Raises :class:`UsageError` for a query that cannot be read or run, for labels,
    relationship types and properties that there are not, for edges without direction, and where grand-cypher is missing.
    """
    try:
        import grandcypher
    except ImportError as error:
        raise UsageError(MISSING) from error
    network = labelled(graph)
    try:
        if grammar := getattr(
            grandcypher, "_GrandCypherGrammar", None
        ):  # no public name gives the query as it is parsed
            check_cypher(grammar.parse(query), vocabulary(network))
        found: Mapping[Any, list[Any]] = grandcypher.GrandCypher(network).run(query)
    except UsageError:
        raise
    except Exception as error:  # the library raises whatever its parser and its interpreter do
        reason = [line.strip() for line in str(error).splitlines() if line.strip()] or [type(error).__name__]
        raise UsageError(f"the Cypher query cannot be read or run: {' '.join(reason[:3])}") from error
    rows = [[_plain(cell) for cell in row] for row in zip(*found.values(), strict=True)]
    return Table(map(str, found), in_order(rows, query))


def vocabulary(network: Any) -> Vocabulary:
    """The words that a query may use: those of the network, and those that the ontology has besides."""
    ontology = packaged_ontology()
    found = Vocabulary(network, ontology.types, ontology.predicates)
    found.properties["node"].update(NODE_COLUMNS)
    found.properties["edge"].update(EDGE_COLUMNS, ADDED)
    return found


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
    """A node or an edge without its key and labels: of several parallel edges the library returns one."""
    if isinstance(cell, list | tuple):
        return [_plain(one) for one in cell]
    if isinstance(cell, dict):
        inner = next(iter(cell.values())) if len(cell) == 1 else None
        if isinstance(inner, dict):
            return _plain(inner)
        return {str(key): value for key, value in cell.items() if key != "__labels__"}
    return cell
