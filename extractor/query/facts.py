"""Facts that fit: a sequence to narrow down further, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar, Self, Unpack

from extractor.facts.entity import Entity
from extractor.query.answer import Answer
from extractor.query.asked import Asked, FactOptions, Limit, Names
from extractor.query.conditions import Condition, narrow
from extractor.query.rows import FACT_COLUMNS, Row, fact_row
from extractor.query.view import FactView
from extractor.query.vocabulary import Words


class Facts(Answer[FactView]):
    """The facts that fulfil all conditions, sorted by subject, predicate and wording.

    Every method that narrows returns new ones and leaves these as they are; nothing is computed before the facts are
    looked at. Methods raise :class:`UsageError` for names, words, publishers, units and dates that there are not.

    >>> from extractor.graph import example_document
    >>> from extractor.query import KnowledgeGraph
    >>> facts = KnowledgeGraph(example_document()).facts(type="CHIP")
    >>> [fact.sentence() for fact in facts.over("90").certain(0.9)]
    ['AWS Graviton4 has_spec 96 cores']
    """

    columns: ClassVar[Sequence[str]] = FACT_COLUMNS

    def __init__(self, asked: Asked, conditions: tuple[Condition, ...] = ()) -> None:
        self._asked, self._conditions = asked, conditions

    def where(self, **more: Unpack[FactOptions]) -> Self:
        """Those that also fit this; the arguments are those of :meth:`KnowledgeGraph.facts`."""
        conditions = self._conditions + self._asked.conditions(more)
        self._asked.check_units(conditions)
        return type(self)(self._asked, conditions)

    def about(self, entity: Names) -> Self:
        """Those with this entity, or one of these, at either end."""
        return self.where(entity=entity)

    def by_source(self, source: Words) -> Self:
        """Those that this publisher, or one of these, states: "reuters.com", or "Reuters" for short."""
        return self.where(source=source)

    def said_by(self, speaker: Names) -> Self:
        """Those that an article gives this entity as the source of."""
        return self.where(said_by=speaker)

    def independent(self, least: int = 2) -> Self:
        """Those that at least so many independent sources state: copies and articles of one publisher count once."""
        return self.where(independent=least)

    def conflicting(self, wanted: bool = True) -> Self:
        """Those that contradict other facts of the graph, or those that do not (docs/decisions/0007)."""
        return self.where(conflicting=wanted)

    def over(self, limit: Limit) -> Self:
        """Those with a value above this one, in any unit of its kind."""
        return self.where(over=limit)

    def under(self, limit: Limit) -> Self:
        """Those with a value below this one, in any unit of its kind."""
        return self.where(under=limit)

    def between(self, low: Limit, high: Limit) -> Self:
        """Those with a value from ``low`` to ``high``, both included."""
        return self.where(at_least=low, at_most=high)

    def since(self, day: str | date) -> Self:
        """Those published, or true by their own date, at this time or later."""
        return self.where(since=day)

    def until(self, day: str | date) -> Self:
        """Those published, or true by their own date, at this time or before."""
        return self.where(until=day)

    def certain(self, least: float) -> Self:
        """Those that are at least this certain, from 0 to 1."""
        return self.where(min_confidence=least)

    @property
    def ids(self) -> list[str]:
        """The ids of the facts."""
        return [fact.id for fact in self]

    def subjects(self) -> list[Entity]:
        """What the facts are about, each once, sorted by id."""
        return [entity for _, entity in sorted({fact.subject.id: fact.subject for fact in self}.items())]

    def support(self, fact: FactView) -> int:
        """How many independent sources state one of the facts."""
        return self._asked.backend.support(fact)

    def dicts(self) -> list[dict[str, Any]]:
        """The facts as in the graph document, with names, sentence, sources, and their number of independent sources."""
        return [fact.to_dict() | {"support": self.support(fact)} for fact in self]

    def rows(self) -> list[Row]:
        """One row of :data:`FACT_COLUMNS` for each fact."""
        return [fact_row(fact, self.support(fact), self._asked.backend.ontology) for fact in self]

    def _find(self) -> list[FactView]:
        backend = self._asked.backend
        return narrow(backend.select(self._conditions), self._conditions, backend)
