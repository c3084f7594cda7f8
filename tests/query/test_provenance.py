from __future__ import annotations

import pytest

from extractor.errors import UsageError
from extractor.query import KnowledgeGraph
from extractor.query.agreement import Verdict
from tests.query.news import Said, compares, graph, spec, status


def faster(source: str, modality: str = "asserted", amount: int = 4) -> Said:
    fact = compares("performance", amount, "x", f"{amount}x", modality=modality)
    return Said(source, "2023-11-29", f"It is {amount}x faster.", fact)


def first(known: KnowledgeGraph, **wanted: str) -> str:
    return known.facts(**wanted)[0].id  # type: ignore[arg-type]


def test_the_same_in_other_words_corroborates() -> None:
    known = graph(faster("verge"), faster("star", "reported"), faster("mirror"), copies={"mirror": "verge"})
    found = known.sources(first(known, modality="asserted"))
    assert (found.support.weight, found.total.weight) == (1, 2)
    assert found.support.sources[0].name == "verge"
    (related,) = found.related
    assert (related.relation.verdict, related.support.names) == (Verdict.CORROBORATES, ("star",))


def test_a_vaguer_fact_fits_but_gives_no_weight() -> None:
    exact = Said("a", "2023-11-24", "Delayed to early 2024.", status("delayed", "2024-Q1"))
    vague = Said("b", "2023-11-25", "It is delayed.", status("delayed"))
    wrong = Said("c", "2023-11-25", "Delayed to 2021.", status("delayed", "2021-Q1"))
    known = graph(exact, vague, wrong)
    by_date = {fact.date: fact.id for fact in known}
    found = known.sources(by_date["2024-Q1"])
    assert [related.relation.verdict for related in found.related] == [Verdict.CONTRADICTS, Verdict.REFINED_BY]
    assert found.total.weight == 1
    assert known.sources(by_date[None]).total.weight == 2, "who gives the date says that it is delayed"


def test_facts_of_other_things_are_no_relatives() -> None:
    known = graph(faster("a"), Said("b", "2024-01-01", "96 cores", spec("core_count", 96, "", "96")))
    assert known.sources(first(known, predicate="compares_to")).related == ()


def test_as_plain_data() -> None:
    known = graph(faster("a"), faster("b", "reported"))
    data = known.sources(first(known, modality="asserted")).to_dict()
    assert (data["weight"], data["total_weight"]) == (1, 2)
    assert data["related"][0]["verdict"] == "corroborates"
    assert data["sources"][0]["statements"][0]["quote"] == "It is 4x faster."


def test_a_fact_that_is_not_there(graph: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="no fact 'zz'"):
        graph.sources("zz")
