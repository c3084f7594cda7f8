"""A plain SQLite database of the tables of a document: to be read by anything, not a store that articles are added to."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from extractor.export.tables import TABLES, Kind, Row, Table
from extractor.export.writer import Writer
from extractor.graph.document import Document

APPLICATION = 0x68776770  # "hwgp", in the header: not that of a store
COLUMNS: dict[Kind, str] = {
    "text": "TEXT", "whole": "INTEGER", "number": "REAL", "truth": "INTEGER", "texts": "TEXT", "spans": "TEXT"
}  # fmt: skip
AS_JSON = ("texts", "spans")
MORE = Path(__file__).with_name("sqlite.sql")


def write_sqlite(document: Document, stream: BinaryIO) -> None:
    """Fill a database in a temporary file and copy it to the stream; the same library writes the same bytes."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "graph.sqlite"
        with closing(sqlite3.connect(file, isolation_level=None)) as db:
            db.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA application_id={APPLICATION};")
            db.execute("BEGIN")
            for name, table in TABLES.items():
                _fill(db, name, table, document)
            db.execute("COMMIT")
            db.executescript(MORE.read_text("utf-8"))
        with file.open("rb") as made:
            copyfileobj(made, stream)


def _fill(db: sqlite3.Connection, name: str, table: Table, document: Document) -> None:
    columns = ", ".join(f'"{column}" {COLUMNS[kind]}' for column, kind in table.columns.items())
    key = ", ".join(f'"{column}"' for column in table.key)
    db.execute(f'CREATE TABLE "{name}" ({columns}, PRIMARY KEY ({key})) WITHOUT ROWID')
    marks = ", ".join("?" * len(table.columns))
    db.executemany(f'INSERT INTO "{name}" VALUES ({marks})', _rows(table, document))


def _rows(table: Table, document: Document) -> Iterator[Row]:
    lists = [place for place, kind in enumerate(table.columns.values()) if kind in AS_JSON]
    for row in table.rows(document):
        yield tuple(_json(cell) if place in lists else cell for place, cell in enumerate(row)) if lists else row


def _json(cell: Any) -> str:
    return json.dumps(cell, ensure_ascii=False, separators=(",", ":"))


WRITER = Writer("sqlite", (".sqlite", ".db"), "a plain database with the tables, for SQL", write_sqlite, binary=True)
