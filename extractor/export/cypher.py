"""A Cypher script that makes the graph in Neo4j and its kin, in batches; running it twice changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby, islice
from typing import Any, BinaryIO, TypeVar

from extractor.export.property_graph import SYNDICATED_FROM, Edge, Node, edges, nodes
from extractor.export.writer import Writer
from extractor.graph.document import Document

BATCH = 500
LABELS = ("Entity", "Value", "Article")
_ESCAPED = re.compile("['\\\\\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_UNPLAIN = re.compile(r"\W", re.ASCII)
_SHORT = {"'": "\\'", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
Row = TypeVar("Row", Node, Edge)
Key = TypeVar("Key")


def write_cypher(document: Document, stream: BinaryIO) -> None:
    """Write the script: constraints, nodes by labels, relationships by type, one statement a line."""
    for line in script(document):
        stream.write(line.encode())


def script(document: Document) -> Iterator[str]:
    """The statements of the script, each with its semicolon and line end."""
    for label in LABELS:
        yield f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;\n"
    for (label, *more), some in _batches(nodes(document), lambda node: node.labels):
        rows = ", ".join(f"{{id: {literal(node.id)}, properties: {literal(node.properties)}}}" for node in some)
        labels = "".join(f" SET n:{_symbol(name)}" for name in more)
        yield f"UNWIND [{rows}] AS row MERGE (n:{label} {{id: row.id}}) SET n += row.properties{labels};\n"
    for (start, kind, end), edge_batch in _batches(edges(document), _ends):
        rows = ", ".join(map(_edge_row, edge_batch))
        yield (
            f"UNWIND [{rows}] AS row MATCH (a:{start} {{id: row.source}}), (b:{end} {{id: row.target}}) "
            f"MERGE (a)-[r:{_symbol(kind)}{_identity(kind, end)}]->(b) SET r += row.properties;\n"
        )


def literal(value: Any) -> str:
    r"""A value as Cypher writes it; maps leave out what is absent.

    A backslash before a ``u`` ends its string, which goes on behind a plus: some engines read ``\\u0027`` as a quotation mark
    even behind another backslash.

    >>> print(literal({"name": "it's", "unit": None, "amount": 1e21, "aliases": ["a\\u0027"]}))
    {name: 'it\'s', amount: 1e21, aliases: ['a\\' + 'u0027']}
    """
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {literal(item)}' for name, item in value.items() if item is not None)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        pieces = (_ESCAPED.sub(_escape, piece) for piece in value.split("\\u"))
        return "'" + "\\\\' + 'u".join(pieces) + "'"
    return repr(value).replace("e+", "e")


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}"


def _symbol(name: str) -> str:
    """A label or type: words of the ontology, which hold letters, digits and underscores; anything else becomes one."""
    return f"`{_UNPLAIN.sub('_', name)}`"


def _edge_row(edge: Edge) -> str:
    return f"{{source: {literal(edge.start)}, target: {literal(edge.end)}, properties: {literal(edge.properties)}}}"


def _ends(edge: Edge) -> tuple[str, str, str]:
    return ("Article" if edge.type == SYNDICATED_FROM else "Entity", edge.type, edge.target)


def _identity(kind: str, target: str) -> str:
    """What tells a relationship from others between the same nodes."""
    if kind == SYNDICATED_FROM:
        return ""
    names = ("start", "stop") if target == "Article" else ("fact",)
    return f" {{{', '.join(f'{name}: row.properties.{name}' for name in names)}}}"


def _batches(rows: Iterable[Row], key: Callable[[Row], Key]) -> Iterator[tuple[Key, list[Row]]]:
    """Rows of one key that follow each other, a batch at a time."""
    for value, run in groupby(rows, key):
        while some := list(islice(run, BATCH)):
            yield value, some


WRITER = Writer("cypher", (".cypher", ".cql"), "a script that makes the graph in Neo4j and its kin", write_cypher)
