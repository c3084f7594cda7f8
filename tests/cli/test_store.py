from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.graph import dumps
from extractor.store import Store
from tests.store.made import article, full, reader

Extract = Callable[..., Any]
GIVEN = [article("Zorblax>Condor", "x.example/1", path="a.md"), article("Nvidia>H100", path="b.md")]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with Store.open_or_create(tmp_path / "s.sqlite") as opened:
        opened.add(GIVEN, reader())
    return tmp_path / "s.sqlite"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of articles, and a pipeline that reads them by hand."""
    monkeypatch.setattr("extractor.api._reader", lambda *_: (reader(), []))
    monkeypatch.setattr("extractor.api.load_knowledge", lambda *_: (None, None))
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "c.txt").write_text("News\n\nOrvane>Condor\n")
    return tmp_path / "news"


def test_what_reads_a_graph_reads_a_store(extract: Extract, store: Path, tmp_path: Path) -> None:
    assert extract("show", store).stdout.startswith("2 articles, 4 entities, 2 facts\n")
    line = extract("query", store, "--entity", "condor").stdout.splitlines()[1]
    assert line.split("\t")[1:4] == ["Zorblax", "makes", "Condor"]
    assert "[Zorblax:subject]>Condor" in extract("explain", store, line.split("\t")[0]).stdout
    assert extract("export", store, "-o", tmp_path / "g.json").exit_code == 0
    assert (tmp_path / "g.json").read_text(encoding="utf-8") == full(GIVEN)


def test_run_adds_to_a_store(extract: Extract, store: Path, made: Path) -> None:
    result = extract("run", made, "--store", store)
    told = f"; `extract show {store}` tells what the store holds\n"
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "articles: 1 added, 0 changed, 0 unchanged" + told
    result = extract("run", made, "--store", store, "-o", "-")
    assert result.stderr == "articles: 0 added, 0 changed, 1 unchanged" + told
    with Store(store) as opened:
        assert result.stdout == dumps(opened.document())
        assert len(opened.document().articles) == 3
    assert extract("run", made, "--store", store, "--quiet").stdout == ""


def test_run_reads_a_store_again(extract: Extract, store: Path, made: Path) -> None:
    result = extract("run", "--store", store, "--reread")
    assert (result.exit_code, result.stdout[:41]) == (0, "articles: 0 added, 2 changed, 0 unchanged")


def test_run_makes_no_store_of_nothing(extract: Extract, made: Path, tmp_path: Path) -> None:
    result = extract("run", tmp_path / "none.md", "--store", tmp_path / "new.sqlite")
    assert result.exit_code == 1
    assert result.stderr.endswith("no article could be read: nothing was written\n")
    assert not (tmp_path / "new.sqlite").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["run", "--reread"], 2),
        (["run", "news", "--store", "no/such/folder/s.sqlite"], 2),
        (["run", "--store", "none.sqlite", "--reread"], 2),
        (["run", "news", "--store", "graph.json"], 1),
        (["run", "--store", "s.sqlite"], 2),
    ],
)
def test_wrong_usage(
    extract: Extract, made: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int
) -> None:
    monkeypatch.chdir(made.parent)
    Path("graph.json").write_text("{}")
    result = extract(*words)
    assert result.exit_code == code
    assert result.stderr.startswith("error: ")
    assert "Traceback" not in result.stderr


def test_forget(extract: Extract, store: Path, made: Path) -> None:
    result = extract("forget", "a.md", "--store", store)
    assert (result.exit_code, result.stdout) == (0, f"articles: 1 taken out of {store}\n")
    with Store(store) as opened:
        assert dumps(opened.document()) == full(GIVEN[1:])
    result = extract("forget", "b.md", "--store", store, "--json")
    assert json.loads(result.stdout) == {"added": 0, "changed": 0, "removed": 1, "unchanged": 0}


@pytest.mark.parametrize("words", [["z.md"], [], ["b.md", "z.md"]])
def test_forget_what_is_not_there(extract: Extract, store: Path, made: Path, words: list[str]) -> None:
    before = store.read_bytes()
    result = extract("forget", *words, "--store", store)
    assert result.exit_code == 2
    assert "rror: " in result.stderr
    assert store.read_bytes() == before


def test_forget_needs_a_store_that_is_there(extract: Extract, made: Path, tmp_path: Path) -> None:
    assert extract("forget", "a.md").exit_code == 2
    assert "no such file" in extract("forget", "a.md", "--store", tmp_path / "none.sqlite").stderr
