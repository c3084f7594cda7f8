"""Two CSV files with the typed headers of Neo4j's bulk import: nodes and relationships."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from extractor.export.parts import archive
from extractor.export.property_graph import NODE_TYPES, edge_types, edges, nodes
from extractor.export.writer import Writer
from extractor.graph.document import Document
from extractor.graph.scrub import REPLACEMENT

# Not Neo4j's default, the semicolon: names and quotes have those, and there is no escape within an array.
ARRAY_DELIMITER = "\x1f"


def write_nodes(document: Document, stream: BinaryIO) -> None:
    """Write entities, values and articles."""
    rows = ((node.id, list(node.labels), *_columns(NODE_TYPES, node.properties)) for node in nodes(document))
    header = ("id:ID", ":LABEL", *(f"{name}:{kind}" for name, kind in NODE_TYPES.items()))
    _write(stream, header, rows)


def write_edges(document: Document, stream: BinaryIO) -> None:
    """Write facts, mentions and copies."""
    types = edge_types(document)
    rows = ((edge.start, edge.end, edge.type, *_columns(types, edge.properties)) for edge in edges(document))
    header = (":START_ID", ":END_ID", ":TYPE", *(f"{name}:{kind}" for name, kind in types.items()))
    _write(stream, header, rows)


def field(value: Any) -> str:
    r"""One field: nothing for what is absent, texts always in quotation marks, lists with U+001F between the items.

    >>> print(field(None), field('a "b" c'), field(0.5), field(True), field(["a"]), sep=",")
    ,"a ""b"" c",0.5,true,"a"
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = ARRAY_DELIMITER.join(str(item).replace(ARRAY_DELIMITER, REPLACEMENT) for item in value)
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else str(value)


def _columns(types: Iterable[str], properties: Mapping[str, Any]) -> Iterator[Any]:
    """The properties in the order of the columns; an empty list is absent, as Neo4j reads it."""
    return (None if (value := properties.get(name)) == [] else value for name in types)


def _write(stream: BinaryIO, header: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    stream.write(f"{','.join(header)}\n".encode())
    for row in rows:
        stream.write(f"{','.join(map(field, row))}\n".encode())


PARTS = {"nodes": write_nodes, "edges": write_edges}
WRITER = Writer(
    "neo4j",
    (".csv", ".csv.zip"),
    "two CSV files, .nodes.csv and .edges.csv, for Neo4j's bulk import",
    archive(PARTS, ".csv"),
    PARTS,
    binary=True,
)
