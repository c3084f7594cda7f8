"""Where a query gets its facts from: a document in memory, or a store (extractor/store/backend.py)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol

from extractor.facts.entity import Entity
from extractor.ontology import Ontology
from extractor.query.conditions import Condition, Field
from extractor.query.names import NameIndex
from extractor.query.view import FactView

By = Literal["facts", "sources", "connections"]


class Link(NamedTuple):
    """A fact between two entities, by their ids."""

    fact: str
    subject: str
    object: str
    predicate: str
    modality: str


class Extreme(NamedTuple):
    """The largest or smallest value of a thing in the base unit."""

    amount: float
    unit: str


class Backend(Protocol):
    """The questions that everything else is made of; the answers do not depend on where the facts are."""

    @property
    def ontology(self) -> Ontology:
        """The ontology, with its units."""

    @property
    def names(self) -> NameIndex:
        """Entities by id, name and alias; their mentions may be missing."""

    def entities(self, ids: Collection[str]) -> list[Entity]:
        """These entities, complete, sorted by id."""

    def things(self, ids: Collection[str]) -> dict[str, Entity]:
        """These entities by id; a store may read their mentions when they are looked at."""

    def select(self, conditions: Sequence[Condition]) -> list[FactView]:
        """At least the facts that fulfil all conditions, in the order of :func:`ordered`."""

    def views(self, facts: Iterable[str]) -> dict[str, FactView]:
        """These facts by id."""

    def beginning(self, fact_id: str) -> list[str]:
        """The ids of facts that begin so, sorted; of many the first few."""

    def links(self, entities: Collection[str] | None = None, predicate: str | None = None) -> list[Link]:
        """The facts between two entities, one of these where given, sorted by id."""

    def used(self, field: Field) -> Collection[str]:
        """The words that the graph has in a field."""

    def sources(self) -> Collection[str]:
        """All publishers."""

    def articles_called(self, named: str) -> frozenset[str]:
        """The ids of the articles of this path, address or beginning of an id; none raises :class:`UsageError`."""

    def support(self, fact: FactView) -> int:
        """How many independent sources state the fact."""

    def conflicted(self, facts: Iterable[FactView]) -> frozenset[str]:
        """The ids of those that contradict other facts of the graph."""

    def tally(self, by: By) -> Counter[str]:
        """How many facts, independent sources, or other entities (by facts not denied) each entity has."""

    def extremes(self, attribute: str, *, lowest: bool) -> Mapping[str, Sequence[Extreme]]:
        """The largest or smallest value of an attribute by entity, one for each base unit; denied facts do not count."""


def ordered(views: Iterable[FactView]) -> list[FactView]:
    """The facts sorted by subject, predicate and wording."""
    keyed = [((view.subject_name.casefold(), view.predicate, view.sentence(), view.id), view) for view in views]
    return [view for _, view in sorted(keyed, key=lambda pair: pair[0])]


def by_entity(best: Mapping[tuple[str, str], float]) -> dict[str, list[Extreme]]:
    """Values by entity and base unit as the extremes of entities."""
    found: dict[str, list[Extreme]] = defaultdict(list)
    for (entity, unit), amount in sorted(best.items()):
        found[entity].append(Extreme(amount, unit))
    return found
