"""Contradictions in a graph: both sides of each, nothing decided and nothing overwritten."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import Any, ClassVar

from extractor.facts.entity import Entity
from extractor.ontology import Ontology
from extractor.query.agreement.claims import Claim, ClaimReader
from extractor.query.agreement.relating import relate
from extractor.query.agreement.verdict import Verdict
from extractor.query.lineage import families
from extractor.query.sides import Relate, Side, contradiction, sides_of
from extractor.query.slots import Slot, about, rivals, topic
from extractor.query.support import Independence
from extractor.query.view import FactView


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sides that contradict each other about one thing, the one with the most independent sources first.

    ``about`` is the entity that the facts share, ``topic`` the attribute, status or predicate, ``reason`` what rules out
    that all are right.
    """

    verdict: ClassVar[Verdict] = Verdict.CONTRADICTS

    about: Entity
    topic: str
    reason: str
    sides: tuple[Side, ...]

    @property
    def entities(self) -> frozenset[str]:
        """The ids of all entities that its facts name."""
        facts = (claim.fact.fact for side in self.sides for claim in side.claims)
        return frozenset(end for fact in facts for end in (fact.subject, fact.object) if end)

    def to_dict(self) -> dict[str, Any]:
        """The conflict as plain data."""
        return {
            "about": self.about.id,
            "name": self.about.name,
            "topic": self.topic,
            "verdict": self.verdict.value,
            "reason": self.reason,
            "sides": [side.to_dict() for side in self.sides],
        }

    def __str__(self) -> str:
        lines = [f"{self.about.name}, {self.topic}: {self.reason}"]
        lines += [f"  {side.says}: {', '.join(side.support.names)}" for side in self.sides]
        return "\n".join(lines)


def conflicting_facts(
    facts: Iterable[FactView],
    ontology: Ontology,
    independence: Independence,
    series: Container[str] | None = None,
) -> frozenset[str]:
    """The ids of all facts that are on a side of a contradiction; the arguments are those of :func:`find_conflicts`."""
    found = find_conflicts(facts, ontology, independence, series)
    return frozenset(fact for conflict in found for side in conflict.sides for fact in side.facts)


def find_conflicts(
    facts: Iterable[FactView],
    ontology: Ontology,
    independence: Independence,
    series: Container[str] | None = None,
) -> list[Conflict]:
    """All contradictions among these facts, sorted by entity and topic; docs/decisions/0007 says what is one.

    ``series`` are the ids of entities that have members, by default as these facts tell.
    """
    known = list(facts)
    reader, relation = (
        ClaimReader(ontology, families(known) if series is None else series),
        partial(relate, ontology=ontology),
    )
    found: dict[tuple[Slot, tuple[str, ...]], Conflict] = {}
    for slot, several in rivals(known, ontology).items():
        for sides, reason in _opposed(reader.read(several), relation, independence):
            key = topic(sides[0]), tuple(fact for side in sides for fact in side.facts)
            found.setdefault(key, Conflict(about(several, slot), key[0][-1], reason, sides))
    return [found[key] for key in sorted(found, key=lambda key: (found[key].about.name.casefold(), *key))]


def _opposed(
    claims: Sequence[Claim], relation: Relate, independence: Independence
) -> Iterator[tuple[tuple[Side, ...], str]]:
    """The groups of sides that are linked by contradictions, each with the reason of its first."""
    sides = sides_of(claims, relation, independence)
    reasons: dict[tuple[int, int], str] = {}
    for i, j in combinations(range(len(sides)), 2):
        if reason := contradiction(sides[i], sides[j], relation):
            reasons[i, j] = reason
    left = sorted({i for pair in reasons for i in pair})
    while left:
        group = _linked(left[0], reasons)
        yield tuple(sides[i] for i in group), next(r for (i, _), r in reasons.items() if i in group)
        left = [i for i in left if i not in group]


def _linked(start: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """All that is linked with ``start`` by pairs, over others too, sorted."""
    found, grown = {start}, True
    while grown:
        more = {i for pair in pairs for i in pair if found & {*pair}}
        grown, found = not more <= found, found | more
    return sorted(found)
