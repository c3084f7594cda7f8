from __future__ import annotations

import gzip
import os
import threading
from pathlib import Path

import pytest

from extractor.errors import DataError, UsageError
from extractor.graph import Document, dumps, load, save
from extractor.graph.files import write_atomic


@pytest.mark.parametrize("name", ["graph.json", "graph.json.gz"])
def test_a_document_survives_the_disk(document: Document, tmp_path: Path, name: str) -> None:
    save(document, tmp_path / name)
    assert load(tmp_path / name) == document
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_compressed_files_hold_no_clock(document: Document, tmp_path: Path) -> None:
    save(document, tmp_path / "a.gz")
    save(document, tmp_path / "b.gz")
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()


def test_compression_is_recognised_by_content(document: Document, tmp_path: Path) -> None:
    (tmp_path / "graph.json").write_bytes(gzip.compress(dumps(document).encode(), mtime=0))
    assert load(tmp_path / "graph.json") == document


def test_a_byte_order_mark_does_no_harm(document: Document, tmp_path: Path) -> None:
    (tmp_path / "graph.json").write_text(dumps(document), encoding="utf-8-sig")
    assert load(tmp_path / "graph.json") == document


@pytest.mark.parametrize(
    ("content", "entry", "reason"),
    [
        (b'{"schema": "hardware-announcements/1",\n "articles": [{"id', "line 2, column", "half-written"),
        (b"", "line 1, column 1", "half-written"),
        (b"\xff\xfe{", "byte 0", "not UTF-8"),
        (b"\x1f\x8b\x08\x00", "", "not a whole gzip file"),
        (gzip.compress(b"{}" * 999, mtime=0)[:30], "", "not a whole gzip file"),
        (b'{"a": NaN}', "", "NaN is not JSON"),
        (b"[" * 100_000, "", "cannot be read"),
        (b'{"a": ' + b"9" * 5000 + b"}", "", "cannot be read"),
        (b"{}", "", "lacks the field 'schema'"),
    ],
)
def test_what_is_no_document_is_named(tmp_path: Path, content: bytes, entry: str, reason: str) -> None:
    path = tmp_path / "graph.json"
    path.write_bytes(content)
    with pytest.raises(DataError) as caught:
        load(path)
    assert caught.value.file == str(path)
    assert entry in caught.value.entry
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("g.graphml", "<graphml/>", "an export, which is not read back: give the graph document"),
        ("g.ttl.gz", "@prefix a: <b> .", "an export"),
        ("g.jsonld", '{"@context": {}}', "an export"),
        ("g.node-link.json", '{"nodes": [], "edges": []}', "an export"),
        ("a.md", "# Zed 9", "articles, no graph: `extract run"),
        ("a.html", "<p>Zed 9</p>", "-o graph.json` makes one"),
        ("a.json", '[{"title": "Zed 9"}]', "articles, no graph"),
        ("a.json", '{"articles": [{"title": "Zed 9"}]}', "articles, no graph"),
        ("g.unknown", "x", "not JSON, or half-written"),
    ],
)
def test_exports_and_articles_are_told_from_broken_graphs(tmp_path: Path, name: str, content: str, reason: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(tmp_path / name)
    assert reason in caught.value.reason


def test_a_binary_export_is_told(tmp_path: Path) -> None:
    (tmp_path / "facts.parquet").write_bytes(b"PAR1\xff\xfe")
    with pytest.raises(DataError, match="an export"):
        load(tmp_path / "facts.parquet")


def test_a_number_beyond_all_bounds_is_refused(document: Document, tmp_path: Path) -> None:
    (tmp_path / "graph.json").write_text(dumps(document).replace('"amount": 96', '"amount": 1e999'))
    with pytest.raises(DataError, match="must be number"):
        load(tmp_path / "graph.json")


def test_a_missing_file_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        load(tmp_path / "none.json")


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"it is a folder; `extract run .* -o graph\.json` makes a graph"):
        load(tmp_path)
    with pytest.raises(UsageError, match="is a folder"):
        save(Document(), tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="create it first"):
        save(Document(), tmp_path / "none" / "graph.json")


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_text("old")

    def fail(stream: object) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_atomic(path, fail)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    save(Document(), tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert load(tmp_path / "real.json") == Document()


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    save(Document(), pipe)
    reader.join(10)
    assert read == [dumps(Document())]
