"""Entities that fit: a sequence to narrow down further, and to ask for facts about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Self, Unpack

from extractor.facts.entity import Entity
from extractor.graph.encode import encode_entity
from extractor.query.answer import Answer
from extractor.query.asked import Asked, FactOptions, ThingOptions
from extractor.query.facts import Facts
from extractor.query.names import fold
from extractor.query.rows import ENTITY_COLUMNS, Row, entity_row
from extractor.query.vocabulary import check_options


class Entities(Answer[Entity]):
    """The entities that fulfil everything that was asked, sorted by id.

    >>> from extractor.graph import example_document
    >>> from extractor.query import KnowledgeGraph
    >>> [entity.name for entity in KnowledgeGraph(example_document()).entities(type="chip", made_by="AWS")]
    ['AWS Graviton4']
    """

    columns: ClassVar[Sequence[str]] = ENTITY_COLUMNS

    def __init__(self, asked: Asked, ids: frozenset[str]) -> None:
        self._asked, self._ids = asked, ids

    @classmethod
    def all(cls, asked: Asked) -> Self:
        """All entities of a graph."""
        return cls(asked, frozenset(asked.backend.names.ids))

    def where(self, name: str | None = None, **more: Unpack[ThingOptions]) -> Self:
        """Those that also fit this; the arguments are those of :meth:`KnowledgeGraph.entities`."""
        check_options(more, {"name"} | ThingOptions.__optional_keys__)
        types, part = self._asked.words("type", more.get("type")), fold(name or "")
        things = self._asked.things(more)
        known = self._asked.backend.names.ids
        return type(self)(
            self._asked,
            frozenset(
                entity.id
                for entity in map(known.__getitem__, self._ids & known.keys())
                if (things is None or entity.id in things)
                and (types is None or entity.type in types)
                and any(part in fold(form) for form in (entity.name, *entity.aliases))
            ),
        )

    @property
    def ids(self) -> list[str]:
        """The ids of the entities."""
        return sorted(self._ids)

    def facts(self, **asked: Unpack[FactOptions]) -> Facts:
        """The facts about them (they are the subject) that fit; the arguments are those of :meth:`KnowledgeGraph.facts`."""
        return Facts(self._asked).where(subject=self.ids).where(**asked)

    def dicts(self) -> list[dict[str, Any]]:
        """The entities as in the graph document."""
        return [encode_entity(entity) for entity in self]

    def rows(self) -> list[Row]:
        """One row of :data:`ENTITY_COLUMNS` for each entity."""
        return [entity_row(entity) for entity in self]

    def _find(self) -> list[Entity]:
        return self._asked.backend.entities(self._ids)
