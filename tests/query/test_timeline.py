from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.facts import Fact
from extractor.query import AmbiguousEntityError, KnowledgeGraph
from extractor.query.events import Event
from tests.query.news import CHIP, Said, graph, status


def told(name: str, date: str | None, day: str, source: str = "a", modality: str = "asserted") -> Said:
    return Said(source, day, f"It is {name} ({date}).", status(name, date, modality=modality))


LIFE = [
    Said("a", "2023-11-28", "Nvidia unveils X1.", Fact("org:nvidia", "announces", CHIP)),
    told("rumoured", None, "2023-06-01", "b", "reported"),
    told("available", "2024-Q1", "2023-11-28", modality="planned"),
    told("delayed", "2024-Q3", "2024-02-10", "b"),
    told("sampling", "2024-04", "2024-04-20"),
    told("available", "2024-09-15", "2024-09-15", "b"),
    told("cancelled", None, "2026-01-10"),
]


def events(*sayings: Said) -> list[Event]:
    return list(graph(*sayings).timeline("x1").events)


def test_a_life_from_rumour_to_end() -> None:
    assert [(event.status, event.date, event.ended) for event in events(*LIFE)] == [
        ("rumoured", None, "ended"),
        ("announced", None, None),
        ("available", "2024-Q1", "delayed"),
        ("delayed", "2024-Q3", "ended"),
        ("sampling", "2024-04", "ended"),
        ("available", "2024-09-15", "ended"),
        ("cancelled", None, None),
    ]


def test_what_ends_a_status_is_named() -> None:
    found = {(event.status, event.modality): event for event in events(*LIFE)}
    assert found["available", "asserted"].ended_by == found["cancelled", "asserted"].fact
    assert found["available", "planned"].ended_by == found["delayed", "asserted"].fact
    assert found["delayed", "asserted"].published == "2024-02-10"


def test_the_current_statuses() -> None:
    assert [event.status for event in graph(*LIFE[:-1]).timeline("x1").current] == ["announced", "available"]


def test_a_plan_is_revised_and_comes_true() -> None:
    plans = [
        told("available", "2024-Q1", "2023-06-01", modality="planned"),
        told("available", "2024-Q2", "2023-12-01", modality="planned"),
        told("available", "2024-05", "2024-05-20"),
    ]
    assert [event.ended for event in events(*plans)] == ["revised", "came true", None]


def test_agreeing_news_is_one_event_and_a_rival_date_is_disputed() -> None:
    sayings = [
        told("delayed", "2024-Q1", "2023-11-24", "a"),
        told("delayed", None, "2023-11-25", "b"),
        told("delayed", "2021-Q1", "2023-11-24", "c"),
    ]
    one, other = sorted(events(*sayings), key=lambda event: event.date or "", reverse=True)
    assert (one.side.support.weight, other.side.support.weight) == (2, 1)
    assert (one.disputed_by, other.disputed_by) == ((other.fact,), (one.fact,))
    assert one.ended is None


def test_a_rumour_ends_nothing_certain() -> None:
    found = events(told("available", None, "2024-01-01"), told("cancelled", None, "2024-05-01", "b", "reported"))
    assert [event.ended for event in found] == [None, None]


def test_a_status_with_a_year_stands_at_its_publication() -> None:
    found = events(told("preview", None, "2024-03-01"), told("available", "2024", "2024-06-01"))
    assert [event.status for event in found] == ["preview", "available"]


def test_lineage_is_followed_in_both_directions() -> None:
    chain = [
        Said("a", "2024-01-01", f"X{n + 1} succeeds X{n}.", Fact(f"chip:x{n + 1}", "succeeds", f"chip:x{n}"))
        for n in range(4)
    ]
    denied = replace(chain[0], fact=Fact(CHIP, "succeeds", "chip:y", modality="denied"))
    found = graph(*chain, denied).timeline("x2")
    assert [entity.id for entity in found.predecessors] == ["chip:x1", "chip:x0"]
    assert [entity.id for entity in found.successors] == ["chip:x3", "chip:x4"]
    circle = Said("b", "2024-01-01", "X0 succeeds X4.", Fact("chip:x0", "succeeds", "chip:x4"))
    assert len(graph(*chain, circle).timeline("x2").predecessors) == 4


def test_as_plain_data() -> None:
    data = graph(*LIFE).timeline("x1").to_dict()
    assert data["product"] == CHIP
    assert data["events"][2]["ended"] == "delayed"
    assert data["events"][2]["sources"][0]["statements"][0]["quote"] == "It is available (2024-Q1)."


def test_an_unclear_name_is_refused(graph: KnowledgeGraph) -> None:
    twins = replace(graph.document.entities[0], id="system:twin", name="Trainium2")
    document = replace(graph.document, entities=(*graph.document.entities, twins))
    with pytest.raises(AmbiguousEntityError):
        KnowledgeGraph(document).timeline("Trainium2")
