from __future__ import annotations

from dataclasses import replace

from extractor.query import KnowledgeGraph
from tests.query.news import Said, graph, spec, status


def cores(number: int, source: str = "a", **more: object) -> Said:
    return Said(source, "2024-03-01", f"It has {number} cores.", spec("core_count", number, "", str(number), **more))


def test_a_graph_and_itself(graph: KnowledgeGraph) -> None:
    assert not graph.difference(graph)
    assert graph.difference(KnowledgeGraph(replace(graph.document))).to_dict()["facts"]["changed"] == []


def test_what_came_and_went(graph: KnowledgeGraph) -> None:
    fact = graph.document.facts[0]
    entity = graph.document.entities[-1]
    less = replace(graph.document, facts=graph.document.facts[1:], entities=graph.document.entities[:-1])
    there, back = graph.difference(KnowledgeGraph(less)), KnowledgeGraph(less).difference(graph)
    assert [view.id for view in there.facts_went] == [view.id for view in back.facts_came] == [fact.id]
    assert [e.id for e in there.entities_went] == [e.id for e in back.entities_came] == [entity.id]
    assert there.facts_came == ()


def test_another_value_is_a_change() -> None:
    (change,) = graph(cores(96)).difference(graph(cores(64))).facts_changed
    assert change.what == ("value", "evidence")
    assert (change.old.said, change.new.said) == ("96 cores", "64 cores")


def test_another_modality_is_a_change_before_another_value_is() -> None:
    old = graph(cores(96, modality="reported"), cores(64, "b", modality="planned"))
    new = graph(cores(96), cores(64, "b"))
    assert [change.what for change in old.difference(new).facts_changed] == [("modality",), ("modality",)]


def test_counts_of_other_things_do_not_change_into_each_other() -> None:
    ports, threads = (
        Said("a", "2024-03-01", f"12 {noun}s.", spec("other", 12, "", "12", qualifiers=(("counted", noun),)))
        for noun in ("port", "thread")
    )
    found = graph(ports).difference(graph(threads))
    assert found.facts_changed == ()
    assert (len(found.facts_went), len(found.facts_came)) == (1, 1)


def test_another_date_is_a_change() -> None:
    said = Said("a", "2024-01-01", "It is delayed.", status("delayed", "2024-Q1"))
    later = replace(said, fact=status("delayed", "2024-Q2"))
    (change,) = graph(said).difference(graph(later)).facts_changed
    assert change.what == ("date",)


def test_what_cannot_be_paired_came_and_went() -> None:
    found = graph(cores(96), cores(64)).difference(graph(cores(72)))
    assert (len(found.facts_went), len(found.facts_came), found.facts_changed) == (2, 1, ())


def test_new_evidence_is_a_change_of_a_fact_that_stays() -> None:
    found = graph(cores(96)).difference(graph(cores(96), cores(96, "b")))
    (change,) = found.facts_changed
    assert (change.what, change.old.id) == (("evidence",), change.new.id)
    assert [article.source for article in found.articles_came] == ["b"]


def test_another_name_of_an_entity() -> None:
    old = graph(cores(96)).document
    entity = replace(old.entities[0], name="X1 Ultra")
    ((before, after),) = (
        KnowledgeGraph(old).difference(KnowledgeGraph(replace(old, entities=(entity,)))).entities_changed
    )
    assert (before.name, after.name) == ("X1", "X1 Ultra")
