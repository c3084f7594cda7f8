"""Tools that lay facts side by side: comparisons, histories, contradictions, sources, and the whole in numbers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from extractor.agents import parameters as given
from extractor.agents.bounds import clipped, listed
from extractor.agents.current import CurrentGraph
from extractor.agents.encode import Plain
from extractor.query import Conflict, Event
from extractor.query.comparison import Row

Top = Annotated[int, Field(ge=1, le=50, description="How many of the most connected entities to name.")]


class ReportingTools:
    """Methods that become tools: their names, docstrings and parameters are what an agent sees."""

    def __init__(self, current: CurrentGraph) -> None:
        self._current = current

    def compare(
        self, first: given.Entity, second: given.Entity, limit: given.Limit = 30, offset: given.Offset = 0
    ) -> Plain:
        """Compare two products: their specifications side by side in one unit, `ratio` (the second's value over the
        first's), and under `direct` and `shared` what texts claim of one against the other or of both against a third.
        """
        found = self._current.graph().compare(first, second, self._current.ontology)
        told = found.to_dict()
        beside = {name: told[name] for name in ("first", "second", "direct", "shared")}
        return listed("specs", found.rows, _specs, limit, offset, **beside)

    def timeline(self, product: given.Entity, limit: given.Limit = 30, offset: given.Offset = 0) -> Plain:
        """Tell the history of a product in order: rumoured, announced, sampling, available, delayed, cancelled; what was
        planned, how it ended, what is disputed, and who says so; with its predecessors and successors.
        """
        found = self._current.graph().timeline(product, self._current.ontology)
        beside = {name: value for name, value in found.to_dict().items() if name != "events"}
        return listed("events", found.events, Event.to_dict, limit, offset, **beside)

    def conflicts(
        self,
        entity: given.Entity = "",
        min_confidence: given.Confidence = 0.0,
        limit: given.Limit = 20,
        offset: given.Offset = 0,
    ) -> Plain:
        """List what cannot all be true, about one entity or in the whole graph: every side with its facts, sentences and
        independent sources, the side with the most of them first. Nothing is decided here; tell both sides.
        """
        found = self._current.graph().conflicts(entity or None, min_confidence, self._current.ontology)
        return listed("conflicts", found, Conflict.to_dict, limit, offset)

    def sources(self, fact: given.FactId) -> Plain:
        """Tell who says a fact: `weight` counts its independent sources (copies of a story are one), `total_weight` with
        the facts that say the same, and `related` are the facts that support or contradict it.
        """
        return clipped(self._current.graph().sources(fact, self._current.ontology).to_dict())

    def summary(self, top: Top = 10) -> Plain:
        """Tell what the graph holds: the numbers of articles and of facts, entities by type, facts by predicate and
        modality, articles by source, and the entities with the most facts.
        """
        return clipped(self._current.graph().summary(top).to_dict())


def _specs(row: Row) -> Plain:
    """A row with every value in its unit, as well as in base units."""
    told = row.to_dict()
    for name, sides in (("first", row.first), ("second", row.second)):
        told[name] = [side | {"shown": row.shown(own)} for side, own in zip(told[name], sides, strict=True)]
    return told
