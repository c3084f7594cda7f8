from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from extractor.errors import UsageError
from extractor.query import KnowledgeGraph, UnknownEntityError

EVERYTHING = {"announces", "makes", "has_spec", "uses_technology", "compares_to", "has_status"}


@pytest.mark.parametrize(
    ("asked", "sentences"),
    [
        ({"subject": "aws"}, ["AWS announces AWS Graviton4", "AWS makes AWS Graviton4"]),
        ({"object": "Graviton 4", "predicate": "makes"}, ["AWS makes AWS Graviton4"]),
        ({"entity": "neoverse-v2"}, ["AWS Graviton4 uses_technology Neoverse V2"]),
        ({"attribute": "core_count"}, ["AWS Graviton4 has_spec 96 cores"]),
        ({"attribute": ["performance", "power"]}, ["Trainium2 compares_to (predecessor): performance up to 4 x"]),
        ({"status": "PREVIEW"}, ["AWS Graviton4 has_status preview (2023-11-28)"]),
        ({"modality": "reported"}, ["Trainium2 has_status available (2024) [reported]"]),
        ({"type": "org", "min_confidence": 0.9}, ["AWS announces AWS Graviton4"]),
        ({"article": "news/aws.md", "predicate": ["makes"]}, ["AWS makes AWS Graviton4"]),
        ({"source": "echo.example", "predicate": "announces"}, ["AWS announces AWS Graviton4"]),
        ({"since": "2024"}, ["Trainium2 has_status available (2024) [reported]"]),
        ({"until": "2023-11-27"}, []),
        ({"since": date(2023, 11, 30), "type": "ORG"}, ["AWS announces AWS Graviton4"]),
    ],
)
def test_words_of_a_query(graph: KnowledgeGraph, asked: dict[str, Any], sentences: list[str]) -> None:
    assert [fact.sentence() for fact in graph.facts(**asked)] == sentences


def test_a_time_that_ends_before_it_begins_is_an_error(graph: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="since 2024-01-01 is after until 2023-12-31"):
        graph.facts(since="2024", until="2023")
    assert len(graph.facts(since="2023-11", until="2023-11")) > 0


def test_a_bare_number_for_what_has_units_is_an_error(graph: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match=r"200: memory_bandwidth has units; write one, as in \"200 GB/s\""):
        graph.facts(attribute="memory_bandwidth", over="200")
    with pytest.raises(UsageError, match="has units"):
        graph.facts(attribute=["power", "memory_capacity"]).under(200)
    assert len(graph.facts(attribute=["core_count", "power"], over=90)) == 1
    assert len(graph.facts(over=90)) == 1


def test_a_misspelled_option_is_an_error_not_everything(graph: KnowledgeGraph) -> None:
    slips: list[tuple[Any, dict[str, Any], str]] = [
        (graph.facts, {"subjct": "AWS"}, "'subjct'; near are subject"),
        (graph.facts, {"predicate": "announces", "subj": "AWS"}, "'subj'; near are subject"),
        (graph.facts().where, {"ovr": "3 TB/s"}, "'ovr'; near are over"),
        (graph.entities, {"tpye": "ORG"}, "'tpye'; near are type"),
        (graph.entities().where, {"subject": "AWS"}, "'subject'; there are country"),
        (graph.rank, {"tpye": "ORG"}, "'tpye'; near are type"),
    ]
    for ask, given, hint in slips:
        with pytest.raises(UsageError, match=hint):
            ask(**given)


def test_nothing_asked_is_everything(graph: KnowledgeGraph) -> None:
    assert {fact.predicate for fact in graph.facts()} == EVERYTHING
    assert len(graph.facts()) == len(graph) == len(list(graph)) == 7


def test_an_article_is_named_by_id_path_or_address(graph: KnowledgeGraph) -> None:
    article = next(article for article in graph.articles if article.url)
    for name in (article.id, article.id[:5], article.path, article.url):
        assert len(graph.facts(article=name)) == 6
    with pytest.raises(UsageError, match="no article 'news'"):
        graph.facts(article="news")


def test_article_and_source_hold_for_the_same_evidence(graph: KnowledgeGraph) -> None:
    assert graph.facts(article="news/aws.md", source="echo.example") == []


def test_unknown_names_raise(graph: KnowledgeGraph) -> None:
    with pytest.raises(UnknownEntityError, match="near are AWS Graviton4"):
        graph.facts(subject="Graviton5")


def test_a_view_tells_all(graph: KnowledgeGraph) -> None:
    fact = graph.facts(predicate="announces")[0]
    assert (fact.subject_name, fact.object_name) == ("AWS", "AWS Graviton4")
    assert fact.sources == ("echo.example", "example.org")
    assert fact.quotes[1] == "Amazon Web Services has announced Graviton4."
    assert (
        fact.to_dict().items()
        >= {
            "id": fact.id,
            "sentence": "AWS announces AWS Graviton4",
            "subject": "org:aws",
            "subject_name": "AWS",
            "attributed_to_name": None,
        }.items()
    )


def test_entities(graph: KnowledgeGraph) -> None:
    assert len(graph.entities()) == 5
    assert [entity.id for entity in graph.entities(type=["chip", "event"])] == [
        "chip:graviton4",
        "chip:trainium2",
        "event:re-invent",
    ]
    assert [entity.id for entity in graph.entities(name="web")] == ["org:aws"]
    assert graph.entities(name="nothing like it") == []


def test_summary(graph: KnowledgeGraph) -> None:
    summary = graph.summary(top=2)
    assert summary.types == {"CHIP": 2, "EVENT": 1, "ORG": 1, "TECHNOLOGY": 1}
    assert next(iter(summary.predicates.items())) == ("has_status", 2)
    assert summary.top_entities == (("AWS Graviton4", 5), ("AWS", 2))
    assert summary.sources == {"echo.example": 1, "example.org": 1}
    assert summary.to_dict()["modalities"] == {"asserted": 6, "reported": 1}


def test_the_network_is_built_once(graph: KnowledgeGraph) -> None:
    assert graph.network is graph.network
    assert graph.network.number_of_edges() == len(graph)


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ({"predicate": "announce"}, "near are announces"),
        ({"type": "chips"}, "near are CHIP"),
        ({"status": "late"}, "there are"),
        ({"source": "exampel.org"}, "near are example.org"),
    ],
)
def test_a_slip_of_the_pen_is_no_answer(graph: KnowledgeGraph, asked: dict[str, str], near: str) -> None:
    with pytest.raises(UsageError, match=near):
        graph.facts(**asked)
