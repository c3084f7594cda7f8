"""GEXF 1.3 for Gephi: the network, streamed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

from extractor.export.columns import EDGE_COLUMNS, NODE_COLUMNS, qualifier_columns
from extractor.export.writer import Writer
from extractor.graph.document import Document
from extractor.graph.elements import Attributes, Scalar, network_edges, network_nodes

TYPES: dict[type[Scalar], str] = {str: "string", int: "long", float: "double", bool: "boolean"}
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph defaultedgetype="directed" mode="static">
"""


def write_gexf(document: Document, stream: BinaryIO) -> None:
    """Write nodes and edges with typed attributes; the id of every edge is that of its fact."""
    for line in lines(document):
        stream.write(line.encode())


def lines(document: Document) -> Iterator[str]:
    """The file, line by line."""
    edge_columns = {**EDGE_COLUMNS, **qualifier_columns(document)}
    yield HEAD
    yield from _declared("node", NODE_COLUMNS)
    yield from _declared("edge", edge_columns)
    places = {name: place for place, name in enumerate(NODE_COLUMNS)}
    yield "<nodes>\n"
    for node, attributes in network_nodes(document):
        yield f"<node id={quoteattr(node)} label={_label(attributes)}>{_values(attributes, places)}</node>\n"
    yield "</nodes>\n<edges>\n"
    places = {name: place for place, name in enumerate(edge_columns)}
    for start, end, key, attributes in network_edges(document):
        ends = f"source={quoteattr(start)} target={quoteattr(end)}"
        yield f'<edge id="{key}" {ends} label={_label(attributes)}>{_values(attributes, places)}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _declared(kind: str, columns: Mapping[str, type[Scalar]]) -> Iterator[str]:
    yield f'<attributes class="{kind}" mode="static">\n'
    for place, (name, python) in enumerate(columns.items()):
        yield f'<attribute id="{place}" title={quoteattr(name)} type="{TYPES[python]}"/>\n'
    yield "</attributes>\n"


def _label(attributes: Attributes) -> str:
    return quoteattr(str(attributes.get("label", "")))


def _values(attributes: Attributes, places: Mapping[str, int]) -> str:
    """The values of the declared attributes; truth values as XML Schema writes them."""
    found = "".join(
        f'<attvalue for="{places[name]}" value={quoteattr(_text(value))}/>'
        for name, value in attributes.items()
        if name in places
    )
    return f"<attvalues>{found}</attvalues>"


def _text(value: Scalar) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


WRITER = Writer("gexf", (".gexf",), "network for Gephi: typed attributes", write_gexf)
