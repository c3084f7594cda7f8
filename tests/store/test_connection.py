"""The file: made whole or not at all, known by its head, and clear about what is wrong with it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from extractor.errors import DataError, ExtractorError, UsageError
from extractor.store import Store, is_store
from extractor.store.connection import create, told
from tests.store.made import article, faults, full, reader, stored


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open_or_create(tmp_path / "s.sqlite") as store:
        store.add([article("Zorblax>Condor")], reader())
    return tmp_path / "s.sqlite"


def test_a_store_is_one_file_in_write_ahead_mode(path: Path) -> None:
    assert [found.name for found in path.parent.iterdir()] == ["s.sqlite"]
    with Store(path) as store, store.reading() as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_store_is_known_by_its_head(path: Path, tmp_path: Path) -> None:
    assert is_store(path)
    (tmp_path / "graph.json").write_text("{}")
    assert not is_store(tmp_path / "graph.json")
    assert not is_store(tmp_path / "none")
    assert not is_store(tmp_path)


def test_a_store_that_another_process_made_first_is_kept(path: Path) -> None:
    create(path)
    assert stored(path) == full([article("Zorblax>Condor")])


def test_without_links_it_is_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refuse)
    create(tmp_path / "s.sqlite")
    assert faults(tmp_path / "s.sqlite") == []


@pytest.mark.parametrize(
    ("name", "error", "reason"),
    [
        ("none.sqlite", UsageError, "there is no such file"),
        ("graph.json", DataError, "is no store"),
        ("empty.sqlite", DataError, "is no store"),
        ("other.db", DataError, "not a store of this program"),
        ("newer.sqlite", DataError, "is a store of format 99, this version reads"),
        ("cut.sqlite", DataError, "is damaged"),
    ],
)
def test_what_is_no_store_is_refused(
    path: Path, tmp_path: Path, name: str, error: type[ExtractorError], reason: str
) -> None:
    (tmp_path / "graph.json").write_text("{}")
    (tmp_path / "empty.sqlite").touch()
    for other, pragma in (("other.db", "application_id=3"), ("newer.sqlite", "user_version=99")):
        if other == "newer.sqlite":
            (tmp_path / other).write_bytes(path.read_bytes())
        with sqlite3.connect(tmp_path / other) as db:
            db.execute(f"PRAGMA {pragma}")
            db.execute("CREATE TABLE more (x)")
        db.close()
    (tmp_path / "cut.sqlite").write_bytes(path.read_bytes()[:8192] + b"\0" * 4096)
    with pytest.raises(error, match=reason) as found:
        Store(tmp_path / name).document()
    assert str(tmp_path / name) in str(found.value)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        Store.open_or_create(tmp_path / "none" / "s.sqlite")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_store_that_cannot_be_written_can_be_read(path: Path) -> None:
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        assert stored(path) == full([article("Zorblax>Condor")])
        with Store(path) as store, pytest.raises(DataError, match="readonly"):
            store.add([article("Orvane")], reader())
    finally:
        path.parent.chmod(0o700)


def test_other_errors_of_sqlite_are_told_with_the_file() -> None:
    with pytest.raises(DataError, match=r"^s\.sqlite: cannot be read or written: no such table: x$"), told("s.sqlite"):
        sqlite3.connect(":memory:").execute("SELECT * FROM x")


def test_a_change_that_fails_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("extractor.store.change.settle_copies", fail)
    with Store(path) as store, pytest.raises(KeyboardInterrupt):
        store.add([article("Orvane>Condor", path="b.md")], reader())
    assert stored(path) == full([article("Zorblax>Condor")])
    assert faults(path) == []
