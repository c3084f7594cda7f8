from __future__ import annotations

import random
from dataclasses import replace

import pytest

from extractor.errors import UsageError
from extractor.facts import Fact
from extractor.query import KnowledgeGraph
from tests.query.news import CHIP, Said, graph, spec, status


def cores(number: int, source: str, day: str = "2024-03-01", quote: str | None = None) -> Said:
    return Said(source, day, quote or f"It has {number} cores.", spec("core_count", number, "", str(number)))


DELAYS = [
    Said("thehindu.example", "2023-11-24", "H20 delayed until Q1 2021.", status("delayed", "2021-Q1")),
    Said("reuters.example", "2023-11-24", "H20 delayed to the first quarter of 2024.", status("delayed", "2024-Q1")),
    Said("techspot.example", "2023-11-24", "The H20 is delayed.", status("delayed", modality="reported")),
    Said("mint.example", "2023-11-25", "H20 faces a setback until 2024.", status("delayed", "2024")),
    Said("mirror.example", "2023-11-26", "H20 delayed to the first quarter of 2024.", status("delayed", "2024-Q1")),
]


def test_one_outlet_against_all_others() -> None:
    (found,) = graph(*DELAYS, copies={"mirror.example": "reuters.example"}).conflicts()
    assert (found.about.id, found.topic, found.reason) == (CHIP, "delayed", "the dates exclude each other")
    many, one = found.sides
    assert (many.support.weight, one.support.weight) == (3, 1), "the copy is no source of its own"
    assert one.support.names == ("thehindu.example",)
    assert len(many.support.statements) == 4
    assert many.says == "X1 has_status delayed (2024-Q1)", "the most exact claim speaks for its side"
    assert one.support.statements[0].evidence.quote == "H20 delayed until Q1 2021."
    assert "thehindu.example" in str(found)


def test_three_values_are_one_conflict_with_three_sides() -> None:
    sayings = [cores(96, "a"), cores(96, "b"), cores(64, "c"), cores(72, "d")]
    (found,) = graph(*sayings).conflicts()
    assert found.sides[0].says == "X1 has_spec 96 cores"
    assert {side.says for side in found.sides[1:]} == {"X1 has_spec 64 cores", "X1 has_spec 72 cores"}


@pytest.mark.parametrize(
    "sayings",
    [
        (cores(96, "a"), cores(96, "b")),
        (cores(96, "a"), cores(64, "a"), cores(64, "b")),  # an article that gives both speaks of two things
        (cores(96, "a"), cores(64, "b", quote="64 compute units")),
        (cores(96, "a"), cores(64, "b", quote="in the version with 64 cores")),
    ],
)
def test_no_conflict(sayings: tuple[Said, ...]) -> None:
    assert graph(*sayings).conflicts() == []


def test_a_family_has_the_values_of_its_members() -> None:
    member = Said("c", "2024-03-01", "X9 is a member of the X1 family.", Fact("chip:x9", "in_family", CHIP))
    assert graph(cores(96, "a"), cores(64, "b"), member).conflicts() == []


def test_a_vague_claim_takes_no_side() -> None:
    vague = Said("c", "2024-03-01", "More than 50 cores.", spec("core_count", 50, "", "50", bound="more than"))
    (found,) = graph(cores(96, "a"), cores(64, "b"), vague).conflicts()
    assert [side.support.weight for side in found.sides] == [1, 1]


def test_a_copy_that_says_something_else_is_held_against_its_original() -> None:
    (found,) = graph(cores(96, "a"), cores(69, "b"), copies={"b": "a"}).conflicts()
    assert len(found.sides) == 2


def test_denied_relations_and_exclusive_ones() -> None:
    arm, nvidia, softbank = "org:arm", "org:nvidia", "org:softbank"
    deal = Fact(nvidia, "acquires", arm)
    sayings = [
        Said("a", "2024-01-01", "Nvidia buys Arm.", deal),
        Said("b", "2024-01-02", "Nvidia does not buy Arm.", replace(deal, modality="denied")),
        Said("c", "2024-01-02", "SoftBank buys Arm.", Fact(softbank, "acquires", arm)),
    ]
    (found,) = graph(*sayings).conflicts()
    assert (found.about.id, len(found.sides)) == (arm, 3)
    assert graph(*sayings).conflicts(entity=softbank) == graph(*sayings).conflicts()
    (denied,) = graph(
        Said("a", "2024-01-01", "It makes X1.", Fact(nvidia, "makes", CHIP)),
        Said("b", "2029-01-01", "It never made X1.", Fact(nvidia, "makes", CHIP, modality="denied")),
    ).conflicts()
    assert denied.topic == "makes"


def test_what_is_asked_for() -> None:
    known = graph(cores(96, "a"), cores(64, "b"))
    assert len(known.conflicts(entity="x1")) == 1
    unsure = graph(cores(96, "a"), replace(cores(64, "b"), fact=replace(cores(64, "b").fact, confidence=0.2)))
    assert unsure.conflicts(min_confidence=0.5) == []
    with pytest.raises(UsageError, match="no entity"):
        known.conflicts(entity="x2")


def test_nothing_is_changed(graph: KnowledgeGraph) -> None:
    before = graph.document
    assert graph.conflicts() == []
    assert graph.document is before


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_articles_does_not_matter(seed: int) -> None:
    sayings = [*DELAYS, cores(96, "a"), cores(64, "b"), cores(72, "c"), cores(96, "d")]
    shuffled = random.Random(seed).sample(sayings, len(sayings))
    assert [c.to_dict() for c in graph(*shuffled).conflicts()] == [c.to_dict() for c in graph(*sayings).conflicts()]
