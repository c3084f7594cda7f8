"""Baselines in a store come and go with what they were found by."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.facts import Fact
from extractor.store import Store, StoredGraph
from tests.store.made import article, faults, full, reader, stored


def compared(path: Path) -> Fact:
    with Store(path) as store:
        (fact,) = (fact for fact in store.document().facts if fact.predicate == "compares_to")
        return fact


@pytest.mark.parametrize(
    ("open_", "other", "baseline"),
    [("H100%", "A100=9", "chip:a100"), ("Condor%", "Condor^Kestrix 7", "chip:kestrix7")],
)
def test_a_baseline_comes_and_goes_with_the_article_that_tells_it(
    tmp_path: Path, open_: str, other: str, baseline: str
) -> None:
    path, given = tmp_path / "s.sqlite", [article(open_, path="a.md"), article(other, path="b.md")]
    with Store.open_or_create(path) as store:
        store.add(given[:1], reader())
        assert compared(path).object is None
        store.add(given[1:], reader())
        assert compared(path).object == baseline
        assert stored(path) == full(given)
        assert faults(path) == []
        store.forget("b.md", reader())
    assert compared(path).object is None
    assert stored(path) == full(given[:1])
    assert faults(path) == []


def test_the_facts_about_a_baseline_are_found(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with Store.open_or_create(path) as store:
        store.add([article("H100%; A100=9")], reader())
    graph = StoredGraph(path)
    assert [fact.predicate for fact in graph.facts(entity="A100")] == ["has_spec", "compares_to"]
    assert dict(graph.summary().top_entities) == {"A100": 2, "H100": 1}
