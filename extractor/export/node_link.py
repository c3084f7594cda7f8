"""Node-link JSON, as networkx, D3 and many page libraries read it."""

from __future__ import annotations

import json
from typing import BinaryIO

from extractor.export.writer import Writer
from extractor.graph.document import Document


def write_node_link(document: Document, stream: BinaryIO) -> None:
    """Write the network as nodes and edges; ``key`` of an edge is the id of its fact.

    No attribute of the network is called id, source, target or key, which the format needs for itself.
    """
    from networkx import node_link_data

    from extractor.graph.network import to_network

    data = node_link_data(to_network(document), edges="edges")
    stream.write((json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode())


WRITER = Writer("json", (".node-link.json",), "networkx node-link JSON, for D3 and other pages", write_node_link)
