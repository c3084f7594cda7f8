from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import UsageError
from extractor.ontology import load_ontology
from extractor.query import KnowledgeGraph
from extractor.query.measure import Measure
from tests.query.news import Said, compares, graph, spec

ONTOLOGY = load_ontology()


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [("4 TB/s", 4e12, "B/s"), ("32 Tb/s", 4e12, "B/s"), ("4,800GB/s", 4.8e12, "B/s"), ("80 billion", 8e10, ""),
     ("€ 2 million", 2e6, "EUR"), ("1e3 W", 1e3, "W"), (96, 96.0, ""), ("-3 %", -3.0, "%")],
)  # fmt: skip
def test_limits_are_read(text: str | float, amount: float, unit: str) -> None:
    found = Measure.parse(text, ONTOLOGY)
    assert (pytest.approx(found.amount), found.unit) == (amount, unit)


@pytest.mark.parametrize("text", ["", "fast", "4 foos", "TB/s", "4 5", "¤4", "4 TB/s\nor so"])
def test_what_is_no_limit_says_so(text: str) -> None:
    with pytest.raises(UsageError):
        Measure.parse(text, ONTOLOGY)


@settings(deadline=None)
@given(st.text(max_size=12))
def test_any_text_is_a_limit_or_an_error(text: str) -> None:
    with contextlib.suppress(UsageError):
        assert Measure.parse(text, ONTOLOGY).unit in {*ONTOLOGY.units.bases.values()}


@pytest.fixture
def speeds() -> KnowledgeGraph:
    facts = (
        spec("memory_bandwidth", 4.8, "TB/s", "4.8 TB/s"),
        spec("memory_bandwidth", 4800, "GB/s", "4800 GB/s", subject="chip:x2"),
        spec("memory_bandwidth", 5, "TB/s", "3 to 5 TB/s", low=3, subject="chip:x3"),
        spec("memory_capacity", 80, "GB", "80 GB"),
        compares("performance", 75, "%", "75 percent"),
    )
    return graph(*(Said("a.example", "2024-01-01", f"It has {fact.value.text}.", fact) for fact in facts if fact.value))


@pytest.mark.parametrize(
    ("asked", "subjects"),
    [({"over": "4 TB/s"}, ["x1", "x2", "x3"]), ({"over": "4.8 TB/s"}, ["x3"]), ({"over": "4,800 GB/s"}, ["x3"]),
     ({"at_least": "4.8 TB/s"}, ["x1", "x2", "x3"]), ({"under": "4 TB/s"}, ["x3"]),
     ({"at_most": "4800 GB/s"}, ["x1", "x2", "x3"]),
     ({"over": "1.5 x"}, ["x1"]), ({"over": "1.75 x"}, []), ({"over": "79 GB"}, ["x1"]), ({"over": "79"}, [])],
)  # fmt: skip
def test_limits_hold_in_every_unit(speeds: KnowledgeGraph, asked: dict[str, str], subjects: list[str]) -> None:
    found = speeds.facts(**asked)  # type: ignore[arg-type]
    assert sorted(fact.subject.id.removeprefix("chip:") for fact in found) == subjects
