"""Events: the statuses of a product as they were told, and how they ended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from extractor.ontology import Ontology
from extractor.ontology.lifecycle import Status
from extractor.query.agreement.chronology import stated_period
from extractor.query.agreement.claims import Claim
from extractor.query.agreement.statuses import looks_ahead
from extractor.query.agreement.verdict import Verdict
from extractor.query.sides import Relate, Side, contradiction, sides_of
from extractor.query.support import Independence


@dataclass(frozen=True, slots=True)
class Event:
    """A status of a product, or a plan of one, with everybody who tells it.

    ``date`` is that of the status, as precise as a text gives it. ``ended`` says how it came to an end ("ended",
    "delayed", "revised", "came true") and ``ended_by`` by which fact. ``disputed_by`` are the facts that contradict it.
    """

    status: str
    date: str | None
    modality: str
    side: Side
    ended: str | None = None
    ended_by: str | None = None
    disputed_by: tuple[str, ...] = ()

    @property
    def fact(self) -> str:
        """The id of the most exact fact that tells it."""
        return self.side.facts[0]

    @property
    def published(self) -> str | None:
        """When it was first told."""
        return self.side.support.published

    def to_dict(self) -> dict[str, Any]:
        """The event as plain data."""
        keys = ("status", "date", "modality", "published", "ended", "ended_by")
        said = {key: getattr(self, key) for key in keys} | {"disputed_by": list(self.disputed_by)}
        return said | {
            key: value for key, value in self.side.to_dict().items() if key in ("facts", "weight", "sources")
        }


def events_of(status: str, claims: Iterable[Claim], relation: Relate, independence: Independence) -> list[Event]:
    """One event for each side, with what disputes it."""
    sides = sides_of(claims, relation, independence)
    return [
        Event(
            status=status,
            date=side.claims[0].fact.date,
            modality=side.claims[0].fact.modality,
            side=side,
            disputed_by=tuple(other.facts[0] for other in sides if contradiction(side, other, relation) is not None),
        )
        for side in sides
    ]


def when(event: Event, ontology: Ontology) -> date:
    """Where an event stands in time: at its date, or where it is still to come at the day on which it was told."""
    claim = event.side.claims[0]
    told = min((day for one in event.side.claims for day in one.days), default=None)
    stated = None if looks_ahead(claim, ontology) else stated_period(claim)
    if stated is None:
        return told or date.max
    return min(max(told, stated[0]), stated[1]) if told else stated[0]


def with_ends(events: Sequence[Event], relation: Relate, ontology: Ontology) -> Iterable[Event]:
    """The events, each with the first later one that ends it."""
    for number, event in enumerate(events):
        ends = ((_ending(event, later, relation, ontology), later) for later in events[number + 1 :])
        how, later = next(((how, later) for how, later in ends if how), (None, None))
        yield replace(event, ended=how, ended_by=later.fact if later else None)


def _ending(event: Event, later: Event, relation: Relate, ontology: Ontology) -> str | None:
    """How a later event ends this one, if it does; what is only rumoured ends nothing that is certain."""
    if "denied" in (event.modality, later.modality) or (later.modality == "reported" != event.modality):
        return None
    mine, its = event.side.claims[0], later.side.claims[0]
    if later.status == event.status and relation(its, mine).verdict is Verdict.FOLLOWS:
        if later.modality == event.modality:
            return "revised" if looks_ahead(mine, ontology) else None
        return "came true" if event.modality == "planned" else None
    if later.modality == "planned":
        return None
    status = ontology.lifecycle.get(later.status, Status(later.status))
    if event.modality == "planned" and status.ahead:
        return "delayed"
    return "ended" if event.status in status.ends else None
