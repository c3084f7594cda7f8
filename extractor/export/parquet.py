"""Parquet: the tables of the document for pandas, DuckDB, Polars and Spark (extra ``parquet``)."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from extractor.errors import UsageError, install
from extractor.export.parts import archive
from extractor.export.tables import TABLES, Table
from extractor.export.writer import Write, Writer
from extractor.graph.document import Document

if TYPE_CHECKING:
    import pyarrow

MISSING = f"Parquet needs pyarrow; {install('parquet')}"
GROUP = 20_000  # rows that are held at a time


def write_table(table: Table, document: Document, stream: BinaryIO) -> None:
    """Write one table; raises :class:`UsageError` where pyarrow is missing."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError(MISSING) from error
    schema = _schema(table)
    rows = table.rows(document)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        while some := list(islice(rows, GROUP)):
            columns = zip(*some, strict=True)
            arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
            writer.write_batch(pa.record_batch(arrays, schema=schema))


def _schema(table: Table) -> pyarrow.Schema:
    import pyarrow as pa

    span = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("role", pa.string())])
    types: dict[str, Any] = {
        "text": pa.string(),
        "whole": pa.int64(),
        "number": pa.float64(),
        "truth": pa.bool_(),
        "texts": pa.list_(pa.string()),
        "spans": pa.list_(span),
    }
    return pa.schema([(name, types[kind]) for name, kind in table.columns.items()])


PARTS: dict[str, Write] = {name: partial(write_table, table) for name, table in TABLES.items()}
WRITER = Writer(
    "parquet",
    (".parquet", ".parquet.zip"),
    "five tables for pandas, DuckDB, Polars: .facts.parquet and so on",
    archive(PARTS, ".parquet"),
    PARTS,
    binary=True,
)
