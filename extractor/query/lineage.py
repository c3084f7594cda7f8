"""Lineage: which products a product replaces, which replace it, and which are families of others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extractor.facts.entity import Entity
from extractor.query.view import FactView


def families(facts: Iterable[FactView]) -> frozenset[str]:
    """The ids of everything that has members by an ``in_family`` fact that is not denied."""
    return frozenset(
        fact.object.id for fact in facts if fact.predicate == "in_family" and fact.object and fact.modality != "denied"
    )


def lineage(product: Entity, facts: Iterable[FactView], *, forward: bool) -> tuple[Entity, ...]:
    """The successors of a product (``forward``) or its predecessors, the nearest first.

    They are those of ``succeeds`` facts that are not denied, and theirs in turn; of equals the smaller id comes first.
    """
    steps: dict[str, dict[str, Entity]] = {}
    for fact in facts:
        if fact.predicate == "succeeds" and fact.modality != "denied" and fact.object is not None:
            start, end = (fact.object, fact.subject) if forward else (fact.subject, fact.object)
            steps.setdefault(start.id, {})[end.id] = end
    return tuple(_walk(product, steps))


def _walk(product: Entity, steps: Mapping[str, Mapping[str, Entity]]) -> list[Entity]:
    """Everything that steps lead to, breadth first; a circle is walked once."""
    seen, level, found = {product.id}, [product], []
    while level:
        nearest = {key: entity for one in level for key, entity in steps.get(one.id, {}).items() if key not in seen}
        level = [nearest[key] for key in sorted(nearest)]
        seen.update(nearest)
        found += level
    return found
