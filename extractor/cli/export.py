"""``extract export``: a graph in the format of another program."""

from __future__ import annotations

from extractor.cli.options import Format, FormatName, Graph, Output
from extractor.cli.output import check_output, write_output
from extractor.cli.terminal import complain
from extractor.errors import UsageError


def export(
    graph: Graph,
    name: FormatName = None,
    *,
    output: Output,
    format: Format = None,
) -> None:
    """Write a graph, or what a store holds, in another format; a name in .gz is compressed. Says on stderr what it wrote.

    \b
    Formats, and the file names that call for them:
      document  (.json) the graph document: lossless, read by all commands
      graphml   (.graphml) network for Gephi, Cytoscape, yEd, igraph, networkx
      gexf      (.gexf) network for Gephi: typed attributes
      json      (.node-link.json) networkx node-link JSON, for D3 and other pages
      neo4j     (.csv, .csv.zip) two CSV files, .nodes.csv and .edges.csv, for Neo4j's bulk import
      cypher    (.cypher, .cql) a script that makes the graph in Neo4j and its kin
      turtle    (.ttl) RDF: statements with qualifiers and evidence, for SPARQL
      json-ld   (.jsonld) the same as JSON-LD
      parquet   (.parquet, .parquet.zip) five tables for pandas, DuckDB, Polars: .facts.parquet and so on
      sqlite    (.sqlite, .db) a plain database with the tables, for SQL
      dot       (.dot, .gv) network for Graphviz

    \b
    Examples:
      extract export graph.json -o graph.graphml
      extract export graph.json turtle -o - | gzip > graph.ttl.gz
      extract export news.sqlite -o graph.csv          (writes graph.nodes.csv and graph.edges.csv)
      extract export news.sqlite parquet -o tables.zip
    """  # noqa: D301
    from extractor.api import load

    if name and format and name != format:
        raise UsageError(f"two formats are named, {name} and {format}; name one")
    check_output(output, name or format)
    for path in write_output(load(graph).document, output, name or format):
        complain(f"wrote {path}")
