"""What a fact must be: small conditions of which a query is the conjunction.

Each is plain data, so that a store can turn it into SQL, and can pick the facts that fulfil it out of a list. The second has
the last word: SQL may let too much through, never too little.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from extractor.articles.article import Article
from extractor.ontology import Ontology
from extractor.query.dates import overlaps, period
from extractor.query.measure import SLACK, base_of
from extractor.query.view import FactView

Field = Literal["predicate", "attribute", "status", "modality", "type"]


class Knowing(Protocol):
    """What conditions have to know of the graph besides the fact itself."""

    @property
    def ontology(self) -> Ontology:
        """The ontology, with its units."""

    def support(self, fact: FactView) -> int:
        """How many independent sources state the fact."""

    def conflicted(self, facts: Iterable[FactView]) -> frozenset[str]:
        """The ids of those that contradict other facts of the graph."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition; everything passes this one."""

    def keep(self, facts: list[FactView], graph: Knowing) -> list[FactView]:
        """The facts that fulfil it, in their order."""
        return [fact for fact in facts if self.holds(fact, graph)]

    def holds(self, fact: FactView, graph: Knowing) -> bool:
        """Whether one fact fulfils it."""
        return True


@dataclass(frozen=True, slots=True)
class End(Condition):
    """One of the entities stands at one of the ends."""

    ids: frozenset[str]
    subject: bool = True
    object: bool = True

    def holds(self, fact: FactView, graph: Knowing) -> bool:
        """Whether one of the ends is among them."""
        return (self.subject and fact.fact.subject in self.ids) or (self.object and fact.fact.object in self.ids)


@dataclass(frozen=True, slots=True)
class Word(Condition):
    """A field has one of these words; ``type`` is that of the subject."""

    field: Field
    spellings: frozenset[str]

    def holds(self, fact: FactView, graph: Knowing) -> bool:
        """Whether the field has one of the words."""
        said = fact.subject.type if self.field == "type" else getattr(fact.fact, self.field)
        return said in self.spellings


@dataclass(frozen=True, slots=True)
class Spoken(Condition):
    """The text gives one of these entities as the source."""

    ids: frozenset[str]

    def holds(self, fact: FactView, graph: Knowing) -> bool:
        """Whether the speaker is among them."""
        return fact.fact.attributed_to in self.ids


@dataclass(frozen=True, slots=True)
class ReadIn(Condition):
    """One piece of evidence is of these articles and of these publishers, as far as given."""

    articles: frozenset[str] | None = None
    sources: frozenset[str] | None = None

    def holds(self, fact: FactView, graph: Knowing) -> bool:
        """Whether one article is of both."""
        return any(map(self._fits, fact.articles))

    def _fits(self, article: Article) -> bool:
        published = self.sources is None or article.source in self.sources
        return published and (self.articles is None or article.id in self.articles)


@dataclass(frozen=True, slots=True)
class Between(Condition):
    """Published, or true by its own date, in this time."""

    since: date | None = None
    until: date | None = None

    def holds(self, fact: FactView, graph: Knowing) -> bool:
        """Whether one of the times shares a day with it."""
        own = fact.date or fact.fact.said.get("date")
        times = [period(own) if isinstance(own, str) else None]
        times += [(article.day, article.day) for article in fact.articles if article.day]
        return any(overlaps(time, self.since, self.until) for time in times)


@dataclass(frozen=True, slots=True)
class Certain(Condition):
    """The fact is at least this certain."""

    least: float

    def holds(self, fact: FactView, graph: Knowing) -> bool:
        """Whether it is."""
        return fact.confidence >= self.least


@dataclass(frozen=True, slots=True)
class Amount(Condition):
    """The value, as it is stated, is beyond a limit in the base unit ``unit``.

    Above, the upper end of a range counts, below, the lower one. ``strict``: the limit itself does not pass.
    """

    limit: float
    unit: str
    above: bool = True
    strict: bool = True

    @property
    def edge(self) -> float:
        """The limit, moved by what converting between units may add: as "over" must not find 4.8 TB/s for 4800 GB/s."""
        outwards = self.above == self.strict
        return self.limit + (SLACK if outwards else -SLACK) * abs(self.limit)

    def holds(self, fact: FactView, graph: Knowing) -> bool:
        """Whether the value lies there."""
        found = base_of(fact, graph.ontology, low=not self.above)
        if found is None or found.unit != self.unit:
            return False
        return found.amount > self.edge if self.above else found.amount < self.edge


@dataclass(frozen=True, slots=True)
class Supported(Condition):
    """So many independent sources state it: a story with its copies is one, and so is a publisher."""

    least: int

    def holds(self, fact: FactView, graph: Knowing) -> bool:
        """Whether there are enough."""
        return graph.support(fact) >= self.least


@dataclass(frozen=True, slots=True)
class Conflicting(Condition):
    """It contradicts another fact of the graph; without ``wanted`` it does not."""

    wanted: bool = True

    def keep(self, facts: list[FactView], graph: Knowing) -> list[FactView]:
        """The facts that contradict others, or those that do not."""
        found = graph.conflicted(facts)
        return [fact for fact in facts if (fact.id in found) is self.wanted]


COSTLY = (Supported, Conflicting)


def narrow(facts: Iterable[FactView], conditions: Iterable[Condition], graph: Knowing) -> list[FactView]:
    """The facts that fulfil all conditions, in their order; what is costly is asked last."""
    kept = list(facts)
    for condition in sorted(conditions, key=lambda one: isinstance(one, COSTLY)):
        kept = condition.keep(kept, graph)
    return kept
