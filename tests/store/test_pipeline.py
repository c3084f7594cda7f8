"""The store with the real pipeline, on the samples: the same bytes as a run over all files at once, killed or not."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

import extractor
from extractor.api import forget
from extractor.graph import check_document, dumps
from extractor.store import StoredGraph

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "samples").glob("*.md"))
PROGRAM = "import sys; from extractor.cli import main; sys.argv = ['extract', *sys.argv[1:]]; main()"


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACT_MODEL", "none")
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="module")
def whole() -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXTRACT_MODEL", "none")
        patch.chdir(ROOT)
        return dumps(extractor.extract(SAMPLES).document)


def same(one: str, other: str) -> bool:
    """Compared outside of an assert: pytest would spend minutes on the difference of two long texts."""
    return one == other


def test_files_in_any_order_then_some_less(tmp_path: Path, whole: str) -> None:
    order = SAMPLES.copy()
    random.Random(5).shuffle(order)
    store = tmp_path / "s.sqlite"
    for start in (0, 1, 4):
        extractor.extract(order[start : {0: 1, 1: 4}.get(start)], store=store)
    graph = extractor.load(store)
    assert same(dumps(graph.document), whole)
    assert check_document(graph.document.to_dict()) == []
    again = extractor.extract(SAMPLES, store=store)
    assert isinstance(again, StoredGraph)
    assert again.changes is not None
    assert (again.changes.added, again.changes.changed, again.changes.unchanged) == (0, 0, len(graph.articles))
    gone = [article.id for article in graph.articles if article.path.startswith(tuple(order[:2]))]
    assert forget(gone, store).removed == len(gone)
    assert same(dumps(extractor.load(store).document), dumps(extractor.extract(order[2:]).document))


def test_questions_get_the_answers_of_the_document(tmp_path: Path) -> None:
    store = extractor.extract(SAMPLES[:4], store=tmp_path / "s.sqlite")
    plain = extractor.extract(SAMPLES[:4])
    assert store.facts() == plain.facts()
    assert store.summary() == plain.summary()
    for entity in plain.entities():
        assert store.entity(entity.id) == entity
        assert store.facts(entity=entity.id) == plain.facts(entity=entity.id)
    for fact in plain.facts()[::7]:
        assert store.explain(fact.id) == plain.explain(fact.id)


def test_a_run_that_is_killed_is_taken_up_again(tmp_path: Path, whole: str) -> None:
    store, dice = tmp_path / "s.sqlite", random.Random(3)
    command = [sys.executable, "-c", PROGRAM, "run", *SAMPLES, "--store", str(store), "--quiet"]
    for _ in range(2):
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"EXTRACT_MODEL": "none"})
        while not store.exists() and process.poll() is None:
            time.sleep(0.01)
        time.sleep(dice.uniform(0, 0.3))
        process.kill()
        process.wait()
        assert check_document(extractor.load(store).document.to_dict()) == []
    extractor.extract(SAMPLES, store=store)
    assert same(dumps(extractor.load(store).document), whole)
