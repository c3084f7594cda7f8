from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.errors import UsageError
from extractor.graph import Document, example_document
from extractor.query import KnowledgeGraph


def test_every_piece_of_evidence_is_shown(graph: KnowledgeGraph) -> None:
    explanation = graph.explain(graph.facts(predicate="announces")[0].id)
    first, second = explanation.passages
    assert first.marked().startswith("[AWS:subject] [unveiled:cue] [Graviton4:object] with 96")
    assert first.context.endswith("Trainium2 is up to 4x faster, said AWS.")
    assert "\n" not in first.context
    assert (second.article.path, second.rule) == ("feeds/echo.xml#item-2", "launch")
    assert "".join(text for text, _ in second.pieces()) == second.quote
    assert explanation.to_dict()["passages"][0]["article"]["source"] == "example.org"
    assert "rule launch" in str(explanation)


def test_the_beginning_of_an_id_is_enough(graph: KnowledgeGraph) -> None:
    fact = graph.facts(predicate="announces")[0]
    assert graph.explain(fact.id[:6]).fact == fact


def test_ids_that_lead_nowhere(graph: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="no fact 'zz'"):
        graph.explain("zz")
    with pytest.raises(UsageError, match="no fact ''"):
        graph.explain("")


def test_an_ambiguous_id_asks_for_more() -> None:
    document = example_document()
    spec = next(fact for fact in document.facts if fact.predicate == "has_status")
    many = [replace(spec, date=f"20{year:02}") for year in range(30)]
    graph = KnowledgeGraph(Document.build(document.articles, document.entities, many))
    letter = next(c for c in "0123456789abcdef" if sum(fact.id.startswith(c) for fact in graph) > 1)
    with pytest.raises(UsageError, match="give more of the id"):
        graph.fact(letter)


def test_overlapping_marks_are_shown_once(graph: KnowledgeGraph) -> None:
    document = graph.document
    fact = next(fact for fact in document.facts if fact.predicate == "has_spec")
    (proof,) = fact.evidence
    spans = ((proof.start, proof.start + 12, "a"), (proof.start + 4, proof.start + 8, "b"))
    changed = replace(fact, evidence=(replace(proof, spans=spans),))
    passage = (
        KnowledgeGraph(Document.build(document.articles, document.entities, [changed])).explain(fact.id).passages[0]
    )
    assert passage.marked().startswith("[AWS unveiled:a] Graviton4")


def test_without_marks_the_names_are_marked(graph: KnowledgeGraph) -> None:
    document = graph.document
    fact = next(fact for fact in document.facts if fact.predicate == "makes")
    bare = replace(fact, evidence=(replace(fact.evidence[0], spans=()),))
    passage = KnowledgeGraph(Document.build(document.articles, document.entities, [bare])).explain(fact.id).passages[0]
    assert passage.marked().startswith("[AWS:subject] unveiled [Graviton4:object] with 96")
