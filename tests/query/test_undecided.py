"""What differs between sources without being a contradiction: listed with the reason, never as a conflict."""

from __future__ import annotations

import pytest

from extractor.errors import UsageError
from extractor.facts import Fact
from extractor.query import KnowledgeGraph
from tests.query.news import Said, graph, spec, status


def memory(amount: float, source: str, day: str | None = "2024-03-01", quote: str = "", **more: str) -> Said:
    said = quote or f"It has {amount:g} GB."
    return Said(source, day, said, spec("memory_capacity", amount, "GB", f"{amount:g} GB", **more))


def cores(number: int, source: str, quote: str = "") -> Said:
    return Said(source, "2024-03-01", quote or f"{number} cores.", spec("core_count", number, "", str(number)))


def delayed(date: str, source: str, day: str | None) -> Said:
    return Said(source, day, f"Delayed to {date}.", status("delayed", date))


def price(amount: float, source: str) -> Said:
    return Said(source, "2024-03-01", f"It costs {amount:g} USD.", spec("price", amount, "USD", f"{amount:g} USD"))


DEAL = Fact("org:nvidia", "acquires", "org:arm")
NO_DEAL = Fact("org:nvidia", "acquires", "org:arm", modality="denied")


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (memory(192, "a", modality="planned"), memory(96, "b"), "a plan against a fact"),
        (memory(192, "a", quote="It has 192 GB per node."), memory(96, "b"), "only one states a condition"),
        (delayed("2021-Q1", "a", "2024-01-01"), delayed("2024-Q1", "b", "2024-03-01"), "news of another time"),
        (delayed("2021-Q1", "a", None), delayed("2024-Q1", "b", "2024-03-01"), "not known when it was published"),
        (price(100, "a"), price(200, "b"), "there may be several values"),
        (Said("a", "2022-01-01", "A deal.", DEAL), Said("b", "2022-02-01", "No deal.", NO_DEAL), "of another time"),
    ],
)
def test_what_differs_is_told_with_its_reason(one: Said, other: Said, reason: str) -> None:
    known = graph(one, other)
    assert known.conflicts() == []
    (found,) = known.undecided()
    assert reason in found.reason
    assert found.to_dict()["verdict"] == "cannot be compared"
    assert len(found.sides) == 2


@pytest.mark.parametrize(
    "sayings",
    [
        (memory(192, "a"), memory(96, "b")),  # a contradiction
        (memory(192, "a"), memory(192, "b")),
        (memory(192, "a"), memory(96, "a")),  # one article speaks of two things
        (cores(96, "a"), cores(64, "b", "64 stream processors")),  # not the same is counted
        (Said("a", "2022-01-01", "A deal.", Fact("org:a", "supplies", "org:b")),
         Said("b", "2022-02-01", "Another.", Fact("org:a", "supplies", "org:c"))),
    ],
)  # fmt: skip
def test_what_agrees_contradicts_or_is_something_else_is_not_listed(sayings: tuple[Said, ...]) -> None:
    assert graph(*sayings).undecided() == []


def test_it_is_narrowed_down_as_conflicts_are() -> None:
    known: KnowledgeGraph = graph(price(100, "a"), price(200, "b"))
    assert len(known.undecided(entity="x1")) == 1
    assert known.undecided(min_confidence=1.0) == known.undecided()
    with pytest.raises(UsageError, match="no entity"):
        known.undecided(entity="x2")


def test_the_sources_of_a_fact_name_what_differs() -> None:
    known = graph(price(100, "a"), price(200, "b"), Said("c", "2024-03-01", "It is delayed.", status("delayed")))
    fact = next(view for view in known if view.value and view.value.amount == 100)
    (related,) = known.sources(fact.id).related
    assert (related.relation.verdict.value, related.fact.said) == ("cannot be compared", "price 200 USD")
    assert known.sources(fact.id).total.weight == 1, "it backs nothing"
