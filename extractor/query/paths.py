"""Paths: how two things are connected, every step with the facts that it rests on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any, ClassVar

from extractor.errors import UsageError
from extractor.facts.entity import Entity
from extractor.query.answer import Answer
from extractor.query.backend import Backend, Link
from extractor.query.rows import Row
from extractor.query.search import between, distance, simple_paths
from extractor.query.view import FactView

COLUMNS = (
    "path",
    "step",
    "from",
    "direction",
    "predicate",
    "to",
    "fact",
    "sentence",
    "modality",
    "confidence",
    "sources",
)


@dataclass(frozen=True, slots=True)
class Relations:
    """Which facts lead from one entity to another; those that are denied do not, unless ``modality`` says so."""

    predicates: frozenset[str] | None = None
    without: frozenset[str] = frozenset()
    modalities: frozenset[str] | None = None

    def touching(self, backend: Backend, entities: Collection[str]) -> list[Link]:
        """The links of these entities that lead on."""
        return [link for link in backend.links(entities) if self._leads(link)]

    def _leads(self, link: Link) -> bool:
        said = link.modality != "denied" if self.modalities is None else link.modality in self.modalities
        wanted = self.predicates is None or link.predicate in self.predicates
        return said and wanted and link.predicate not in self.without


@dataclass(frozen=True, slots=True)
class Step:
    """From one entity to the next, over ``facts`` that have them at their ends, in either direction, sorted by id."""

    start: Entity
    end: Entity
    facts: tuple[FactView, ...]

    def to_dict(self) -> dict[str, Any]:
        """The step as plain data."""
        ends = {"from": self.start.id, "from_name": self.start.name, "to": self.end.id, "to_name": self.end.name}
        return ends | {"facts": [fact.to_dict() for fact in self.facts]}


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one entity to another that meets none twice."""

    steps: tuple[Step, ...]

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities on the way, both ends included."""
        return (self.steps[0].start, *(step.end for step in self.steps))

    def __len__(self) -> int:
        """The number of steps."""
        return len(self.steps)

    def __str__(self) -> str:
        said = [self.steps[0].start.name]
        for step in self.steps:
            fact = step.facts[0]
            forward = fact.fact.subject == step.start.id
            said.append(f"-{fact.predicate}-> {step.end.name}" if forward else f"<-{fact.predicate}- {step.end.name}")
        return " ".join(said)

    def to_dict(self) -> dict[str, Any]:
        """The path as plain data, every fact with its evidence."""
        return {"length": len(self), "entities": [entity.id for entity in self.entities], "says": str(self)} | {
            "steps": [step.to_dict() for step in self.steps]
        }


class Paths(Answer[Path]):
    """The simple paths between two entities, the shortest first, of one length by the ids on the way."""

    columns: ClassVar[Sequence[str]] = COLUMNS

    def __init__(
        self, backend: Backend, ends: tuple[str, str], at_most: int | None, limit: int | None, relations: Relations
    ) -> None:
        if at_most is not None and at_most < 1:
            raise UsageError(f"a path has at least 1 step; at most {at_most} makes no sense")
        self._backend, self._ends, self._relations = backend, ends, relations
        self._longest, self._limit = at_most, limit

    @property
    def shortest(self) -> list[Path]:
        """Those with the fewest steps."""
        return [path for path in self if len(path) == len(self[0])]

    def dicts(self) -> list[dict[str, Any]]:
        """The paths as plain data."""
        return [path.to_dict() for path in self]

    def rows(self) -> list[Row]:
        """One row for each fact of each step; paths and steps are numbered from 1, "<-" is a fact read backwards."""
        return [
            dict(zip(COLUMNS, (number, place, *_cells(step, fact)), strict=True))
            for number, path in enumerate(self, 1)
            for place, step in enumerate(path.steps, 1)
            for fact in step.facts
        ]

    def _find(self) -> list[Path]:
        start, end = self._ends

        def touching(entities: Collection[str]) -> list[Link]:
            return self._relations.touching(self._backend, entities)

        longest = distance(start, end, touching) if self._longest is None else self._longest
        adjacent = between(start, end, longest or 0, touching)
        found = list(islice(simple_paths(start, end, longest or 0, adjacent), self._limit))
        links = {pair: adjacent[pair[0]][pair[1]] for path in found for pair in pairwise(path)}
        views = self._backend.views({link.fact for some in links.values() for link in some})
        entities = self._backend.things({id_ for path in found for id_ in path})

        def step(one: str, other: str) -> Step:
            facts = tuple(views[link.fact] for link in sorted(links[one, other]))
            return Step(entities[one], entities[other], facts)

        return [Path(tuple(step(one, other) for one, other in pairwise(path))) for path in found]


def _cells(step: Step, fact: FactView) -> tuple[Any, ...]:
    direction = "->" if fact.fact.subject == step.start.id else "<-"
    ends = step.start.name, direction, fact.predicate, step.end.name
    return *ends, fact.id, fact.sentence(), fact.modality, fact.confidence, "; ".join(fact.sources)
