from __future__ import annotations

import gzip
import io
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.errors import UsageError
from extractor.export import WRITERS, export, export_to, writer_for, writer_named
from extractor.graph import Document, dumps, load
from extractor.graph.mistaken import by_name


def test_names_and_suffixes_are_unique() -> None:
    suffixes = [suffix for writer in WRITERS.values() for suffix in writer.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") for suffix in suffixes)
    assert all(writer_named(name).name == name for name in WRITERS)


def test_no_export_is_taken_for_a_broken_graph() -> None:
    suffixes = {
        suffix for writer in WRITERS.values() if writer.name not in ("document", "sqlite") for suffix in writer.suffixes
    }
    assert [suffix for suffix in sorted(suffixes) if "export" not in (by_name(f"g{suffix}") or "")] == []


@pytest.mark.parametrize("name", WRITERS)
def test_every_writer_writes(document: Document, name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    first, second = io.BytesIO(), io.BytesIO()
    export_to(document, first, name)
    export_to(document, second, name)
    assert first.getvalue() == second.getvalue()
    assert first.getvalue()


@pytest.mark.parametrize("name", [name for name in WRITERS if name != "parquet"])
def test_bytes_do_not_depend_on_the_process(name: str) -> None:
    code = "import sys; from extractor.export import *; from extractor.graph import *; "
    code += f"export_to(example_document(), sys.stdout.buffer, {name!r})"
    first, second = (
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "XXX+12"))
    )
    assert first == second


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("graph.json", "document"),
        ("graph.JSON.gz", "document"),
        ("a.b/graph.graphml", "graphml"),
        ("graph.graphml.gz", "graphml"),
        ("graph.node-link.json", "json"),
        ("graph.ttl", "turtle"),
        ("graph.JSONLD", "json-ld"),
        ("graph.csv", "neo4j"),
        ("graph.csv.zip", "neo4j"),
        ("graph.parquet", "parquet"),
        ("graph.parquet.zip", "parquet"),
        ("graph.cql", "cypher"),
        ("graph.gexf.gz", "gexf"),
        ("graph.gv", "dot"),
        ("graph.db", "sqlite"),
    ],
)
def test_the_file_name_tells_the_format(path: str, name: str) -> None:
    assert writer_for(path).name == name


@pytest.mark.parametrize("path", ["graph", "graph.gz", "graph.xml", "json", "graph.zip"])
def test_a_name_that_tells_no_format(path: str) -> None:
    with pytest.raises(UsageError, match="tells no format"):
        writer_for(path)


def test_an_unknown_format_names_the_known() -> None:
    with pytest.raises(UsageError, match="there are document, graphml, gexf"):
        writer_named("xlsx")


def test_files(document: Document, tmp_path: Path) -> None:
    export(document, tmp_path / "graph.json.gz")
    assert load(tmp_path / "graph.json.gz") == document
    export(document, tmp_path / "anything", "document")
    assert (tmp_path / "anything").read_text(encoding="utf-8") == dumps(document)
    export(document, tmp_path / "graph.graphml.gz")
    assert b"<graphml" in gzip.decompress((tmp_path / "graph.graphml.gz").read_bytes())


def test_nothing_is_left_of_a_failed_export(document: Document, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        export(document, tmp_path / "none" / "graph.graphml")
    assert list(tmp_path.iterdir()) == []
