"""``extract export``: a graph in the format of another program."""

from __future__ import annotations

from extractor.cli.options import Format, Graph, Output
from extractor.cli.output import check_output, write_output


def export(
    graph: Graph,
    output: Output,
    format: Format = None,
) -> None:
    """Write a graph, or what a store holds, in another format; a name in .gz is compressed.

    \b
    Formats:
      document  (.json) the graph document: lossless, read by all commands
      graphml   (.graphml) network for Gephi, Cytoscape, yEd, igraph, networkx
      json      (.node-link.json) networkx node-link JSON, for D3 and other pages

    \b
    Examples:
      extract export graph.json -o graph.graphml
      extract export graph.json --format json -o page/data.json
      extract export news.sqlite -o graph.json
    """  # noqa: D301
    from extractor.api import load

    check_output(output, format)
    write_output(load(graph).document, output, format)
