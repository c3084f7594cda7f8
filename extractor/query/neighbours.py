"""Neighbourhoods: what lies around a thing, how far away, and the facts that lead there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from extractor.errors import UsageError
from extractor.facts.entity import Entity
from extractor.query.answer import Answer
from extractor.query.backend import Backend, Link
from extractor.query.paths import Relations
from extractor.query.rows import Row
from extractor.query.search import Adjacent, rings
from extractor.query.view import FactView

COLUMNS = ("distance", "id", "type", "name", "by")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entity at a distance, with the facts that lead to it from those that are one step nearer, sorted by id."""

    entity: Entity
    distance: int
    facts: tuple[FactView, ...]

    def __str__(self) -> str:
        return f"{self.entity.name} ({self.distance})"

    def to_dict(self) -> dict[str, Any]:
        """The neighbour as plain data, every fact with its evidence."""
        found = {"distance": self.distance, "id": self.entity.id, "type": self.entity.type, "name": self.entity.name}
        return found | {"facts": [fact.to_dict() for fact in self.facts]}


class Neighbours(Answer[Neighbour]):
    """The entities around one, the nearest first, of one distance by their ids."""

    columns: ClassVar[Sequence[str]] = COLUMNS

    def __init__(self, backend: Backend, centre: str, depth: int, relations: Relations) -> None:
        if depth < 1:
            raise UsageError(f"a neighbourhood has a depth of at least 1, not {depth}")
        self._backend, self._centre, self._depth, self._relations = backend, centre, depth, relations

    @property
    def entities(self) -> list[Entity]:
        """The entities."""
        return [neighbour.entity for neighbour in self]

    @property
    def facts(self) -> list[FactView]:
        """All facts that lead to them, each once, sorted by id."""
        return [fact for _, fact in sorted({fact.id: fact for near in self for fact in near.facts}.items())]

    def dicts(self) -> list[dict[str, Any]]:
        """The neighbours as plain data."""
        return [neighbour.to_dict() for neighbour in self]

    def rows(self) -> list[Row]:
        """One row for each neighbour; ``by`` are the sentences of the facts, joined by "; "."""
        return [
            dict(zip(COLUMNS, (n.distance, n.entity.id, n.entity.type, n.entity.name, _said(n)), strict=True))
            for n in self
        ]

    @cached_property
    def _around(self) -> tuple[list[list[str]], Adjacent]:
        def touching(entities: Collection[str]) -> list[Link]:
            return self._relations.touching(self._backend, entities)

        adjacent: Adjacent = {}
        return list(rings(self._centre, self._depth, touching, adjacent)), adjacent

    def _find(self) -> list[Neighbour]:
        found, adjacent = self._around
        far = {id_: distance for distance, ring in enumerate(found) for id_ in ring}
        leading = {
            id_: sorted(
                {link.fact for near in adjacent[id_] if far.get(near) == far[id_] - 1 for link in adjacent[id_][near]}
            )
            for id_ in far
            if id_ != self._centre
        }
        views = self._backend.views({fact for facts in leading.values() for fact in facts})
        entities = self._backend.things(leading.keys())
        return [Neighbour(entities[id_], far[id_], tuple(views[fact] for fact in leading[id_])) for id_ in leading]


def _said(neighbour: Neighbour) -> str:
    return "; ".join(fact.sentence() for fact in neighbour.facts)
