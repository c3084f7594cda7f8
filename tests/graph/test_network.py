from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from extractor.export.rdf_values import value_node
from extractor.facts import Fact
from extractor.graph import Document
from extractor.graph.network import to_network, value_id
from extractor.graph.wording import value_text
from extractor.ontology.quantity import Quantity

from .hostile import documents


def test_every_fact_is_an_edge_under_its_id(document: Document) -> None:
    network = to_network(document)
    edges = {key: (source, target) for source, target, key in network.edges(keys=True)}
    assert edges.keys() == {fact.id for fact in document.facts}
    for fact in document.facts:
        assert edges[fact.id] == (fact.subject, fact.object or value_id(fact))


def test_nodes_are_entities_and_values(document: Document) -> None:
    kinds = dict(to_network(document).nodes(data="kind"))
    assert {node for node, kind in kinds.items() if kind == "entity"} == {entity.id for entity in document.entities}
    assert {node for node, kind in kinds.items() if kind == "value"} == {
        "value:core_count:96",
        "value:performance:4:x",
        "value:status:available:2024",
        "value:status:preview:2023-11-28",
    }


def test_counts_of_different_things_are_different_nodes_and_facts() -> None:
    twelve = Fact("chip:x", "has_spec", attribute="other", value=Quantity(12, "", "12"))
    ports, threads = (replace(twelve, qualifiers=(("counted", noun),)) for noun in ("port", "thread"))
    assert len({fact.id for fact in (twelve, ports, threads)}) == 3
    assert [value_id(fact) for fact in (twelve, ports, threads)] == [
        "value:other:12", "value:other:12:port", "value:other:12:thread",
    ]  # fmt: skip
    assert len({value_node(fact) for fact in (twelve, ports, threads)}) == 3
    assert [value_text(fact) for fact in (twelve, ports, threads)] == ["other 12", "12 ports", "12 threads"]


def test_an_edge_tells_what_the_fact_says(document: Document) -> None:
    network = to_network(document)
    (data,) = network.get_edge_data("chip:trainium2", "value:performance:4:x").values()
    assert data == {
        "label": "compares_to",
        "fact": data["fact"],
        "predicate": "compares_to",
        "attribute": "performance",
        "amount": 4.0,
        "unit": "x",
        "value": "performance up to 4 x",
        "modality": "asserted",
        "confidence": 0.9,
        "attributed_to": "AWS",
        "qualifier_bound": "up to",
        "articles": 1,
        "sources": 1,
        "published": "2023-11-28T19:37:00Z",
        "url": "https://example.org/aws",
        "quote": "Trainium2 is up to 4x faster, said AWS.",
    }


def test_one_value_is_one_node(document: Document) -> None:
    spec = next(fact for fact in document.facts if fact.predicate == "has_spec")
    both = Document.build(document.articles, document.entities, [spec, replace(spec, subject="chip:trainium2")])
    assert to_network(both).in_degree("value:core_count:96") == 2


def test_a_baseline_is_the_other_end(document: Document) -> None:
    fact = next(fact for fact in document.facts if fact.predicate == "compares_to")
    against = Document.build(document.articles, document.entities, [replace(fact, object="chip:graviton4")])
    assert to_network(against).has_edge("chip:trainium2", "chip:graviton4")


@settings(deadline=None)
@given(documents())
def test_attributes_are_flat_typed_and_take_no_reserved_name(document: Document) -> None:
    network = to_network(document)
    types: dict[tuple[str, str], type] = {}
    nodes = [("node", data) for _, data in network.nodes(data=True)]
    for kind, data in nodes + [("edge", data) for *_, data in network.edges(data=True)]:
        assert not data.keys() & {"id", "source", "target", "key"}
        for name, value in data.items():
            assert type(value) in (str, int, float, bool)
            assert types.setdefault((kind, name), type(value)) is type(value)


@pytest.mark.parametrize(
    ("value", "attribute", "words"),
    [
        (Quantity(80e9, "", "80 billion"), "transistor_count", "80,000,000,000 transistors"),
        (Quantity(192, "GB", "192GB"), "memory_capacity", "memory capacity 192 GB"),
        (Quantity(4, "x", "2-4x", low=2), "performance", "performance 2 to 4 x"),
        (Quantity(-30, "%", "30 percent less"), "power", "power -30 %"),
        (Quantity(12, "", "12"), "layers", "layers 12"),
    ],
)
def test_values_in_words(value: Quantity, attribute: str, words: str) -> None:
    assert value_text(Fact("chip:x", "has_spec", attribute=attribute, value=value)) == words


def test_the_label_of_a_value_is_that_of_all_its_facts(document: Document) -> None:
    assert to_network(document).nodes["value:performance:4:x"]["label"] == "performance 4 x"
