"""Conflicts and timelines for the page, as the query package finds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from extractor.facts.entity import Entity
from extractor.ontology import Ontology
from extractor.page.safe import name
from extractor.query import Event, FactView, KnowledgeGraph, Side
from extractor.query.agreement.claims import ClaimReader
from extractor.query.support import Independence
from extractor.query.timeline import timeline_of

TOLD = ("has_status", "announces")


def conflicts(
    graph: KnowledgeGraph, ontology: Ontology, least: float, entities: Mapping[str, int], facts: Mapping[str, int]
) -> list[list[Any]]:
    """``[about, topic, reason, sides]`` for each conflict, a side being ``[says, weight, sources, [fact, ...]]``."""
    return [
        [
            entities[conflict.about.id],
            name(conflict.topic.replace("_", " ")),
            name(conflict.reason),
            [_side(side, facts) for side in conflict.sides],
        ]
        for conflict in graph.conflicts(None, least, ontology)
    ]


def _side(side: Side, facts: Mapping[str, int]) -> list[Any]:
    sources = ", ".join(side.support.names)
    predicate = side.claims[0].fact.predicate
    says = side.says.replace(predicate, predicate.replace("_", " "), 1)
    return [name(says), side.support.weight, name(sources), [facts[fact] for fact in side.facts]]


def timelines(
    facts: Sequence[FactView],
    ontology: Ontology,
    independence: Independence,
    entities: Mapping[str, int],
    numbers: Mapping[str, int],
) -> dict[str, list[list[Any]]]:
    """The events of every entity that has any, by its number (as text: JSON has no other keys).

    An event is ``[status, date, published, modality, ended, fact, weight, disputed]``.
    """
    about: dict[str, list[FactView]] = defaultdict(list)
    told: dict[str, Entity] = {}
    reader = ClaimReader(ontology)
    for fact in facts:
        for end in {fact.subject.id: fact.subject, **({fact.object.id: fact.object} if fact.object else {})}.values():
            about[end.id].append(fact)
            if fact.predicate in TOLD and (fact.predicate == "has_status") == (end.id == fact.subject.id):
                told[end.id] = end
    found = {
        str(entities[key]): [_event(event, numbers) for event in events]
        for key, end in told.items()
        if (events := timeline_of(end, about[key], ontology, independence, reader).events)
    }
    return {key: found[key] for key in sorted(found, key=int)}


def _event(event: Event, numbers: Mapping[str, int]) -> list[Any]:
    texts = (event.status, event.date or "", (event.published or "")[:10], event.modality, event.ended or "")
    return [*map(name, texts), numbers[event.fact], event.side.support.weight, len(event.disputed_by)]
