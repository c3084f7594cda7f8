"""The document as a networkx multigraph: nodes are entities and values, edges are facts."""

from __future__ import annotations

import networkx as nx

from extractor.graph.document import Document
from extractor.graph.elements import network_edges, network_nodes, value_id

__all__ = ["to_network", "value_id"]


def to_network(document: Document) -> nx.MultiDiGraph:
    """The network of a document (docs/graph.md lists the attributes of nodes and edges).

    Every attribute is text, a whole number, a decimal number or a truth value, has the same type everywhere, is left
    out where there is nothing to say, and holds no character that XML cannot.

    >>> from extractor.graph import example_document
    >>> network = to_network(example_document())
    >>> network.nodes["value:core_count:96"]["label"]
    '96 cores'
    """
    network: nx.MultiDiGraph = nx.MultiDiGraph()
    network.add_nodes_from(network_nodes(document))
    for subject, target, key, attributes in network_edges(document):
        network.add_edge(subject, target, key=key, **attributes)
    return network
