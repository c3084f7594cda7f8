from __future__ import annotations

from pathlib import Path

import pytest

from extractor.agents.current import CurrentGraph
from extractor.errors import DataError, UsageError
from extractor.graph import example_document, save
from extractor.store import Store
from tests.store.made import article, reader


def test_a_graph_is_loaded_once_until_it_changes(graph: Path) -> None:
    current = CurrentGraph(graph)
    assert current.graph() is current.graph()
    save(example_document().confident(0.95), graph)
    assert len(current.graph()) == 1


def test_what_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        CurrentGraph(tmp_path / "none.json")
    (tmp_path / "bad.json").write_text("{")
    with pytest.raises(DataError):
        CurrentGraph(tmp_path / "bad.json")


def test_a_store_is_read_as_it_is_at_every_call(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with Store.open_or_create(path) as store:
        store.add([article("Zorblax>Condor", "x.example/1", "2024-01-01")], reader())
        current = CurrentGraph(path)
        assert [fact.sentence() for fact in current.graph()] == ["Zorblax makes Condor"]
        assert len(current.graph().document.facts) == 1
        store.add([article("Nvidia>H100", "x.example/2", "2024-01-02")], reader())
        assert len(current.graph()) == len(current.graph().document.facts) == 2
    assert len(current.graph()) == 2
