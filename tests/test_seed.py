"""The article that the project started from gives the facts that its readers would expect, each with its sentence."""

from __future__ import annotations

import pytest

import extractor
from extractor import KnowledgeGraph
from tests.shared import SHARED

SEED = SHARED / "articles" / "seed.md"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="needs the shared articles")

AWS, NVIDIA = "org:amazon-web-services", "org:nvidia"
FACTS = [
    (AWS, "announces", "chip:graviton4", {}),
    (AWS, "announces", "chip:trainium2", {}),
    (AWS, "makes", "chip:graviton4", {}),
    (AWS, "makes", "chip:trainium2", {}),
    (AWS, "partners_with", NVIDIA, {}),
    (AWS, "offers", "chip:gh200", {"modality": "planned"}),
    (NVIDIA, "makes", "chip:gh200", {}),
    (NVIDIA, "makes", "chip:h20", {}),
    ("chip:gh200", "contains", "chip:grace", {}),
    ("chip:gh200", "contains", "chip:h100", {}),
    ("chip:gh200", "compares_to", "chip:h100", {"attribute": "memory_capacity", "amount": 3}),
    ("chip:trainium2", "compares_to", "chip:trainium", {"attribute": "performance", "amount": 4}),
    ("chip:trainium2", "compares_to", "chip:trainium", {"attribute": "memory_capacity", "amount": 3}),
    ("chip:trainium2", "compares_to", None, {"attribute": "energy_efficiency", "amount": 2}),
    ("chip:graviton4", "has_spec", None, {"attribute": "core_count", "amount": 96}),
    ("chip:graviton4", "uses_technology", "technology:neoverse-v2", {}),
    ("person:adam-selipsky", "works_for", AWS, {}),
    ("person:jensen-huang", "works_for", NVIDIA, {}),
    ("chip:h20", "has_status", None, {"status": "delayed", "date": None}),
    ("chip:h20", "has_status", None, {"status": "delayed", "date": "2021-Q1"}),
    ("org:huawei", "competes_with", NVIDIA, {}),
    (AWS, "offers", "service:dgx-cloud", {}),
    (AWS, "uses", "technology:nvswitch", {}),
]


@pytest.fixture(scope="module")
def seed() -> KnowledgeGraph:
    return extractor.extract(SEED)


def test_eighteen_articles(seed: KnowledgeGraph) -> None:
    assert len(seed.articles) == 18
    assert not seed.problems


@pytest.mark.parametrize(("subject", "predicate", "object_", "wanted"), FACTS)
def test_facts(
    seed: KnowledgeGraph, subject: str, predicate: str, object_: str | None, wanted: dict[str, object]
) -> None:
    ends = {(subject, object_), (object_, subject)} if predicate.endswith("_with") else {(subject, object_)}
    found = [
        view
        for view in seed.facts(predicate=predicate)
        if (view.fact.subject, view.fact.object) in ends
        and all(
            (view.fact.value.amount if key == "amount" and view.fact.value else getattr(view.fact, key, None)) == value
            for key, value in wanted.items()
        )
    ]
    assert found, f"no {predicate} among {[v.sentence() for v in seed.facts(subject=subject)]}"
    texts = {article.id: article.text for article in seed.articles}
    for view in found:
        for evidence in view.fact.evidence:
            assert texts[evidence.article][evidence.start : evidence.end] == evidence.quote


def test_the_partnership_is_one_fact_with_several_sources(seed: KnowledgeGraph) -> None:
    facts = [v.fact for v in seed.facts(predicate="partners_with") if {v.fact.subject, v.fact.object} == {AWS, NVIDIA}]
    assert len(facts) == 1
    assert len({evidence.article for evidence in facts[0].evidence}) >= 3


def test_who_says_that_trainium2_is_four_times_faster(seed: KnowledgeGraph) -> None:
    facts = [v.fact for v in seed.facts(subject="chip:trainium2", predicate="compares_to", attribute="performance")]
    assert "person:adam-selipsky" in {fact.attributed_to for fact in facts}


def test_the_four_times_are_those_of_the_first_trainium_and_another_outlet_says_so_too(seed: KnowledgeGraph) -> None:
    facts = seed.facts(
        subject="chip:trainium2", predicate="compares_to", attribute="performance", object="chip:trainium"
    )
    (said,) = [view for view in facts if view.fact.attributed_to == "person:adam-selipsky"]
    assert said.fact.value is not None
    assert said.fact.value.amount == 4
    sources = {view.fact.evidence[0].article for view in facts}
    assert {article.source for article in seed.articles if article.id in sources} >= {
        "theverge.com",
        "thedailystar.net",
    }


def test_the_wrong_date_is_listed_with_its_sides(seed: KnowledgeGraph) -> None:
    (found,) = [conflict for conflict in seed.conflicts() if conflict.about.id == "chip:h20"]
    assert {side.claims[0].fact.date for side in found.sides} >= {"2021-Q1"}
    assert found.sides[0].support.weight > found.sides[-1].support.weight


def test_one_agency_story_at_two_outlets_is_one_source(seed: KnowledgeGraph) -> None:
    names = {article.id: article.source for article in seed.articles}
    pairs = {frozenset((names[copy], names[original])) for copy, original in seed.document.copies}
    assert frozenset(("cnbc.com", "nbcnewyork.com")) in pairs
