"""Comparisons that run against each other: one says that A is ahead of B, another that B is ahead of A."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.query import FactView
from extractor.query.agreement.extent import to_base
from extractor.report.material import Material


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two things of which each is said to be ahead of the other in one respect; the better supported side comes first."""

    metric: str
    sides: tuple[tuple[FactView, ...], tuple[FactView, ...]]


def oppositions(material: Material) -> Iterator[Opposition]:
    """All such pairs, sorted by the names of the things and the respect."""
    found: dict[tuple[str, str, str], list[FactView]] = defaultdict(list)
    for fact in material.by_predicate.get("compares_to", ()):
        if fact.object is not None and fact.modality != "denied" and _above(material, fact):
            found[fact.attribute or "", fact.fact.subject, fact.object.id].append(fact)
    for (metric, one, other), facts in sorted(found.items()):
        against = found.get((metric, other, one))
        if against and one < other:
            first, second = sorted((facts, against), key=lambda side: _order(material, side))
            yield Opposition(metric, (tuple(first), tuple(second)))


def _order(material: Material, side: Sequence[FactView]) -> tuple[int, str]:
    return -material.notes.weight(side), material.called(side[0].subject).casefold()


def _above(material: Material, fact: FactView) -> bool:
    """Whether the subject is said to have more of it: more than once as much."""
    if fact.value is None or fact.value.unit not in ("x", "%"):
        return False
    return to_base(fact.value.amount, fact.value.unit, material.ontology, compared=True)[0] > 1
