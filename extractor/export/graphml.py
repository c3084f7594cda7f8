"""GraphML for Gephi, Cytoscape, yEd, igraph and networkx."""

from __future__ import annotations

from typing import BinaryIO

from extractor.export.writer import Writer
from extractor.graph.document import Document


def write_graphml(document: Document, stream: BinaryIO) -> None:
    """Write the network with typed attributes; the id of every edge is that of its fact.

    The network is fit for XML already (:func:`extractor.graph.network.to_network`).
    """
    from networkx import write_graphml_lxml

    from extractor.graph.network import to_network

    write_graphml_lxml(to_network(document), stream)


WRITER = Writer("graphml", (".graphml",), "network for Gephi, Cytoscape, yEd, igraph, networkx", write_graphml)
