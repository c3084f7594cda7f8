"""Slots: the places in a graph where one fact can stand against another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractor.facts.entity import Entity
from extractor.ontology import Ontology
from extractor.query.sides import Side
from extractor.query.view import FactView

Slot = tuple[str, ...]


def rivals(facts: Iterable[FactView], ontology: Ontology) -> Mapping[Slot, Sequence[FactView]]:
    """The facts by their slots; those with one fact are left out."""
    found: dict[Slot, list[FactView]] = defaultdict(list)
    for fact in facts:
        for slot in _slots(fact, ontology):
            found[slot].append(fact)
    return {slot: several for slot, several in found.items() if len(several) > 1}


def about(facts: Sequence[FactView], slot: Slot) -> Entity:
    """The entity that the facts of a slot share."""
    return facts[0].object or facts[0].subject if slot[0] == "object" else facts[0].subject


def topic(side: Side) -> Slot:
    """The predicate, and the attribute, status or predicate that a side is about."""
    fact = side.claims[0].fact
    return (fact.predicate, fact.attribute or fact.status or fact.predicate)


def _slots(fact: FactView, ontology: Ontology) -> Iterator[Slot]:
    predicate = ontology.predicates.get(fact.predicate)
    if predicate is None:
        return
    subject, target = fact.fact.subject, fact.fact.object or ""
    if predicate.kind != "relation":
        yield "subject", subject, fact.predicate, fact.attribute or fact.status or ""
        return
    if predicate.functional:
        yield "subject", subject, fact.predicate
    if predicate.inverse_functional:
        yield "object", target, fact.predicate
    if not (predicate.functional or predicate.inverse_functional):
        yield "subject", subject, fact.predicate, target
