"""The history of a product: what its status was and was to be, when, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from extractor.facts.entity import Entity
from extractor.ontology import Ontology
from extractor.query.agreement.claims import Claim, ClaimReader
from extractor.query.agreement.relating import relate
from extractor.query.events import Event, events_of, when, with_ends
from extractor.query.lineage import lineage
from extractor.query.support import Independence
from extractor.query.view import FactView


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened to a product, in order, and its place among its relatives (the nearest first)."""

    product: Entity
    events: tuple[Event, ...]
    predecessors: tuple[Entity, ...]
    successors: tuple[Entity, ...]

    @property
    def current(self) -> tuple[Event, ...]:
        """The statuses and plans that nothing has ended."""
        return tuple(event for event in self.events if event.ended is None)

    def to_dict(self) -> dict[str, Any]:
        """The timeline as plain data."""
        relatives = {
            name: [{"id": entity.id, "name": entity.name} for entity in getattr(self, name)]
            for name in ("predecessors", "successors")
        }
        product = {"product": self.product.id, "name": self.product.name}
        return product | relatives | {"events": [event.to_dict() for event in self.events]}


def timeline_of(
    product: Entity,
    facts: Sequence[FactView],
    ontology: Ontology,
    independence: Independence,
    reader: ClaimReader | None = None,
) -> Timeline:
    """The timeline of an entity from the facts of its graph: its statuses, and its announcements by organisations.

    What has happened stands at its date (at the day of publication where that lies within it), what was planned or
    delayed at the day on which it was told. Who asks for many timelines hands in one reader of the ontology for all.
    """
    mine = [fact for fact in facts if product.id in (fact.fact.subject, fact.fact.object)]
    kinds: dict[tuple[str, str, bool], list[Claim]] = defaultdict(list)
    for claim in (reader or ClaimReader(ontology)).read(mine):
        if claim.fact.predicate == "has_status" and claim.fact.status:
            kinds[claim.fact.status, "has_status", claim.planned].append(claim)
        elif claim.fact.predicate == "announces" and claim.fact.fact.object == product.id:
            kinds["announced", "announces", claim.planned].append(claim)
    relation = partial(relate, ontology=ontology)
    events = [
        event for (status, *_), claims in kinds.items() for event in events_of(status, claims, relation, independence)
    ]
    order = {name: number for number, name in enumerate(ontology.lifecycle)}
    events.sort(key=lambda event: (when(event, ontology), order.get(event.status, len(order)), event.fact))
    relatives = (lineage(product, facts, forward=forward) for forward in (False, True))
    return Timeline(product, tuple(with_ends(events, relation, ontology)), *relatives)
