"""All writers by name. A new format is a new file and a row in :data:`WRITERS`; nothing else knows their names."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from extractor.errors import UsageError
from extractor.export import (
    cypher,
    document,
    dot,
    gexf,
    graphml,
    json_ld,
    neo4j_csv,
    node_link,
    parquet,
    sqlite,
    turtle,
)
from extractor.export.parts import part_path, write_parts
from extractor.export.writer import Writer
from extractor.graph.document import Document
from extractor.graph.files import write_atomic

_HOMES = (document, graphml, gexf, node_link, neo4j_csv, cypher, turtle, json_ld, parquet, sqlite, dot)
WRITERS: dict[str, Writer] = {home.WRITER.name: home.WRITER for home in _HOMES}


def writer_named(name: str) -> Writer:
    """The writer of a format; raises :class:`UsageError` naming those that there are."""
    if name == "csv":
        raise UsageError(
            "csv is no format: neo4j writes a pair of CSV files (nodes and edges), "
            "`extract query GRAPH --csv` the facts as one table"
        )
    if name not in WRITERS:
        raise UsageError(f"there is no format {name!r}; there are {', '.join(WRITERS)}")
    return WRITERS[name]


def writer_for(path: str | Path) -> Writer:
    """The writer that a file name calls for, a ``.gz`` at its end aside.

    >>> writer_for("out/graph.graphml.gz").name, writer_for("graph.json").name, writer_for("graph.node-link.json").name
    ('graphml', 'document', 'json')
    """
    name = Path(path).name.lower().removesuffix(".gz")
    fitting = [(suffix, writer) for writer in WRITERS.values() for suffix in writer.suffixes if name.endswith(suffix)]
    if not fitting:
        known = ", ".join(suffix for writer in WRITERS.values() for suffix in writer.suffixes)
        raise UsageError(f"{path}: the name tells no format; end it in {known}, or name one of {', '.join(WRITERS)}")
    return max(fitting, key=lambda pair: len(pair[0]))[1]


def export(source: Document, path: str | Path, format: str | None = None) -> tuple[Path, ...]:
    """Write a document to a file in a format, by default in the one that the file name calls for; returns the files.

    A name in ``.gz`` is compressed. The file appears once it is whole. A format of several files (docs/exports.md) writes
    them beside each other, or all into one archive where the name ends in ``.zip``.
    """
    writer = writer_named(format) if format else writer_for(path)
    if writer.parts and not str(path).lower().endswith(".zip"):
        write_parts(source, path, writer.parts)
        return tuple(part_path(path, part) for part in writer.parts)
    write_atomic(path, lambda stream: writer.write(source, stream))
    return (Path(path),)


def export_to(source: Document, stream: BinaryIO, format: str = "document") -> None:
    """Write a document to an open binary stream; a format of several files as an archive."""
    writer_named(format).write(source, stream)
