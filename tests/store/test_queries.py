"""A store answers every query as its document does, without reading the whole of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.articles.article import Article
from extractor.errors import UsageError
from extractor.query import KnowledgeGraph
from extractor.store import Store, StoredGraph
from tests.store.made import article, reader

LINES = (
    "Nvidia>H100; Zorblax&Orvane", "Orvane&Zorblax; Zorblax>Condor", "H100=80; Zorblax>Zorblax Condor",
    "H100=9; Nvidia&Zorblax",
    "Orvane>Orvane Condor; Condor=7", "NVIDIA Corp.>H100s; H100=80", "Kestrix 7=3; Zorblax>Kestrix7", "Zorblax=12; Nvidia>C+",
)  # fmt: skip
NAMES = ("Nvidia", "H100", "Zorblax", "Orvane", "Kestrix 7")
DAYS = ("2024-01-03", "2024-02-20", None)
SOURCES = ("wire.example", "www.desk.example", "lab.example", None)

articles = st.lists(
    st.builds(
        lambda number, line, day, source: article(line, f"x.example/{number}", day, f"{number}.md", source=source),
        st.integers(1, 9), st.sampled_from(LINES), st.sampled_from(DAYS), st.sampled_from(SOURCES),
    ),
    min_size=1, max_size=7, unique_by=lambda one: one.path,
)  # fmt: skip
optional: Callable[[Any], Any] = lambda strategy: st.one_of(st.none(), strategy)  # noqa: E731
names = st.sampled_from(NAMES)
limits = st.sampled_from(("8 GB", "9 GB", "0.009 TB", "80,000 MB", "3"))
questions = st.fixed_dictionaries(
    {},
    optional={
        "subject": names, "object": names, "entity": names, "said_by": names, "made_by": names,
        "predicate": st.sampled_from(("makes", "partners_with", "has_spec", ["makes", "has_spec"])),
        "attribute": st.just("memory_capacity"), "type": st.sampled_from(("CHIP", "org")),
        "source": st.sampled_from(("wire", "lab.example", ["desk", "wire.example"])), "modality": st.just("asserted"),
        "since": st.sampled_from(("2024-01", "2024-02-20", "2025")),
        "until": st.sampled_from(("2024-01-03", "2023", "2024-Q1")),
        "over": limits, "at_least": limits, "under": limits, "at_most": limits, "independent": st.integers(1, 3),
        "conflicting": st.booleans(), "min_confidence": st.sampled_from((0.6, 0.8, 0.9)), "article": st.just("1.md"),
    },
)  # fmt: skip


def told(ask: Callable[[], Any]) -> Any:
    """The answer, or what is wrong with the question."""
    try:
        return ask()
    except UsageError as error:
        return type(error), str(error)


def both(path: Path, given_: list[Article]) -> tuple[StoredGraph, KnowledgeGraph]:
    path.unlink(missing_ok=True)
    with Store.open_or_create(path) as store:
        store.add(given_, reader())
        return StoredGraph(path), KnowledgeGraph(store.document())


TOLERANT = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@TOLERANT
@given(given_=articles, question=questions)
def test_facts(tmp_path: Path, given_: list[Article], question: dict[str, Any]) -> None:
    stored, plain = both(tmp_path / "s.sqlite", given_)
    assert told(lambda: list(stored.facts(**question))) == told(lambda: list(plain.facts(**question)))
    assert told(lambda: stored.facts(**question).rows()) == told(lambda: plain.facts(**question).rows())


@TOLERANT
@given(given_=articles, one=names, other=names, steps=st.one_of(st.none(), st.integers(1, 4)), lowest=st.booleans())
def test_other_answers(
    tmp_path: Path, given_: list[Article], one: str, other: str, steps: int | None, lowest: bool
) -> None:
    stored, plain = both(tmp_path / "s.sqlite", given_)
    asks: list[Callable[[KnowledgeGraph], Any]] = [
        lambda graph: graph.paths(one, other, steps).dicts(),
        lambda graph: graph.paths(one, other, steps, without="makes").rows(),
        lambda graph: graph.neighbours(one, steps or 1).dicts(),
        lambda graph: graph.entities(made_by=one).dicts(),
        lambda graph: graph.entities("chip", made_by=[one, other]).facts(predicate="has_spec").dicts(),
        lambda graph: graph.entities(country="United States").rows(),
        *(
            lambda graph, by=by: graph.rank(by, lowest=lowest, type="CHIP").dicts()  # type: ignore[misc]
            for by in ("facts", "sources", "connections", "memory_capacity")
        ),
    ]
    for ask in asks:
        assert told(lambda ask=ask: ask(stored)) == told(lambda ask=ask: ask(plain))  # type: ignore[misc]


def test_no_query_reads_the_whole_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given_ = [
        article(line, f"x.example/{n}", "2024-01-03", f"{n}.md", source="a.example") for n, line in enumerate(LINES)
    ]
    stored, _ = both(tmp_path / "s.sqlite", given_)

    def whole(*_: object) -> None:
        raise AssertionError("the whole document was read")

    monkeypatch.setattr(Store, "document", whole)
    monkeypatch.setattr("extractor.store.backend.whole", whole)
    assert stored.facts(attribute="memory_capacity", over="10 GB")
    assert stored.facts(predicate="has_spec", conflicting=True) is not None
    assert len(stored.facts(type="CHIP", made_by="Nvidia", independent=1)) == 2
    assert stored.paths("Nvidia", "Orvane").shortest
    assert stored.neighbours("Nvidia", 2).entities
    assert stored.rank("sources")[0].score == 1
    assert stored.rank("memory_capacity")[0].fact is not None


def test_what_is_kept_is_read_again_once_the_file_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    stored, _ = both(path, [article("Nvidia>H100", "x.example/1", path="1.md")])
    with pytest.raises(UsageError):
        stored.facts("Orvane")
    with Store(path) as store:
        store.add([article("Orvane>Orvane Condor", "x.example/2", path="2.md")], reader())
        assert [fact.object_name for fact in stored.facts("Orvane")] == ["Orvane Condor"]
