"""DOT for Graphviz: the network with labels, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from extractor.export.writer import Writer
from extractor.graph.document import Document
from extractor.graph.elements import Attributes, network_edges, network_nodes

PIECE = 2000  # characters
LEFT_OUT = ("name",)  # the label says it, and Graphviz calls the id of a node its name
STYLES = {"planned": "dashed", "reported": "dashed", "denied": "dotted"}


def write_dot(document: Document, stream: BinaryIO) -> None:
    """Write a directed multigraph; what is planned or reported is dashed, what is denied dotted, values are boxes."""
    for line in lines(document):
        stream.write(line.encode())


def lines(document: Document) -> Iterator[str]:
    """The file, line by line."""
    yield 'digraph "hardware-announcements" {\nrankdir=LR;\nnode [shape=ellipse];\n'
    for node, attributes in network_nodes(document):
        shape: Attributes = {"shape": "box"} if attributes["kind"] == "value" else {}
        yield f"{quoted(node)} [{_attributes({**attributes, **shape})}];\n"
    for start, end, key, attributes in network_edges(document):
        style = STYLES.get(str(attributes["modality"]))
        drawn: Attributes = {"tooltip": attributes["quote"]} if "quote" in attributes else {}
        if style:
            drawn["style"] = style
        yield f"{quoted(start)} -> {quoted(end)} [key={quoted(key)}, {_attributes({**attributes, **drawn})}];\n"
    yield "}\n"


def quoted(text: str) -> str:
    r"""A text in quotation marks with its backslashes doubled: Graphviz reads a single one as an escape.

    Long texts are joined from pieces, for older versions end a string after 16,384 bytes.

    >>> print(quoted('a\\ "b"'))
    "a\\ \"b\""
    """
    pieces = [text[start : start + PIECE] for start in range(0, len(text), PIECE)] or [""]
    return " + ".join('"' + piece.replace("\\", "\\\\").replace('"', '\\"') + '"' for piece in pieces)


def _attributes(attributes: Attributes) -> str:
    shown = ((name, _shown(name, value)) for name, value in attributes.items() if name not in LEFT_OUT)
    return ", ".join(f"{quoted(name)}={quoted(value)}" for name, value in shown)


def _shown(name: str, value: object) -> str:
    """Labels and tooltips, in which Graphviz reads entities of HTML, keep their ampersands; truth values are true or false."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text.replace("&", "&amp;") if name in ("label", "tooltip") else text


WRITER = Writer("dot", (".dot", ".gv"), "network for Graphviz", write_dot)
