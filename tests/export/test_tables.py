"""Parquet and SQLite hold the whole document: it is put together again and compared."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import UsageError
from extractor.export import export, parquet, sqlite
from extractor.export.tables import TABLES
from extractor.graph import Document, example_document

from .hostile import TEXTS, infested
from .written import fact_of, part, written

Rows = dict[str, list[dict[str, Any]]]


def together(tables: Rows) -> dict[str, Any]:
    """The document of the tables."""
    mentions, evidence = defaultdict(list), defaultdict(list)
    for row in tables["mentions"]:
        mentions[row.pop("entity")].append(row)
    for row in sorted(tables["evidence"], key=lambda row: (row["fact"], row["place"])):
        evidence[row.pop("fact")].append({name: cell for name, cell in row.items() if name != "place"})
    return {
        "schema": "hardware-announcements/1",
        "articles": tables["articles"],
        "entities": [
            {**row, "known": bool(row["known"]), "mentions": mentions[row["id"]]} for row in tables["entities"]
        ],
        "facts": [fact_of(row, evidence[row["id"]], json.loads(row["qualifiers"])) for row in tables["facts"]],
    }


def read_sqlite(data: bytes, path: Path) -> Rows:
    path.write_bytes(data)
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    tables = {}
    for name, table in TABLES.items():
        lists = [column for column, kind in table.columns.items() if kind in sqlite.AS_JSON]
        order = ", ".join(f'"{column}"' for column in table.key)
        rows = [dict(row) for row in db.execute(f'SELECT * FROM "{name}" ORDER BY {order}')]
        tables[name] = [row | {column: json.loads(row[column]) for column in lists} for row in rows]
    db.close()
    return tables


def read_parquet(document: Document) -> Rows:
    pq = pytest.importorskip("pyarrow.parquet")
    return {name: pq.read_table(io.BytesIO(part(document, write))).to_pylist() for name, write in parquet.PARTS.items()}


def test_sqlite_holds_the_document(any_document: Document, tmp_path: Path) -> None:
    assert together(read_sqlite(written(any_document, "sqlite"), tmp_path / "g.sqlite")) == any_document.to_dict()


def test_parquet_holds_the_document(any_document: Document) -> None:
    assert together(read_parquet(any_document)) == any_document.to_dict()


def test_base_units(samples: Document, tmp_path: Path) -> None:
    facts = read_sqlite(written(samples, "sqlite"), tmp_path / "g.sqlite")["facts"]
    sizes = {(row["amount"], row["unit"], row["base_amount"], row["base_unit"]) for row in facts}
    assert (192.0, "GB", 192e9, "B") in sizes


def test_the_view_reads_like_a_sentence(document: Document, tmp_path: Path) -> None:
    (tmp_path / "g.db").write_bytes(written(document, "sqlite"))
    db = sqlite3.connect(tmp_path / "g.db")
    rows = db.execute("SELECT subject, predicate, object, said, source FROM statements ORDER BY fact").fetchall()
    db.close()
    assert len(rows) == len(document.facts)
    assert ("AWS Graviton4", "has_spec", None, "96 cores", "example.org") in rows


def test_duckdb_reads_the_parquet_files(samples: Document, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    export(samples, tmp_path / "g.parquet")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"g.{name}.parquet" for name in TABLES)
    query = f"""SELECT s.name, f.predicate, o.name, count(e.quote) FROM '{tmp_path}/g.facts.parquet' f
      JOIN '{tmp_path}/g.entities.parquet' s ON s.id = f.subject JOIN '{tmp_path}/g.entities.parquet' o ON o.id = f.object
      JOIN '{tmp_path}/g.evidence.parquet' e ON e.fact = f.id GROUP BY f.id, s.name, f.predicate, o.name"""
    names = {entity.id: entity.name for entity in samples.entities}
    expected = [
        (names[f.subject], f.predicate, names[f.object], len(f.evidence)) for f in samples.facts if f.object is not None
    ]
    assert sorted(duckdb.sql(query).fetchall()) == sorted(expected)


@pytest.mark.parametrize("text", TEXTS)
def test_duckdb_reads_hostile_texts(text: str, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    document = infested(text)
    export(document, tmp_path / "g.parquet")
    names = duckdb.sql(f"SELECT id, name FROM '{tmp_path}/g.entities.parquet'").fetchall()
    assert sorted(names) == sorted((entity.id, entity.name) for entity in document.entities)


def test_pandas_reads_parquet(document: Document, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    export(document, tmp_path / "g.parquet")
    facts = pandas.read_parquet(tmp_path / "g.facts.parquet")
    assert sorted(facts["id"]) == [fact.id for fact in document.facts]
    assert facts["amount"].dropna().tolist() == [4.0, 96.0]


def test_the_archive_holds_the_same_files(document: Document, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    export(document, tmp_path / "g.parquet.zip")
    with zipfile.ZipFile(tmp_path / "g.parquet.zip") as packed:
        assert packed.testzip() is None
        found = {name: packed.read(name) for name in packed.namelist()}
    assert found == {f"{name}.parquet": part(document, write) for name, write in parquet.PARTS.items()}


def test_many_rows_come_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    monkeypatch.setattr(parquet, "GROUP", 2)
    document = example_document()
    assert together(read_parquet(document)) == document.to_dict()


def test_without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"make extras EXTRAS=parquet"):
        written(example_document(), "parquet")
