"""Entities: the things that facts are about, with every place where they are named."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class EntityMention:
    """A name in an article: ``text`` is the article's text from ``start`` to ``end``, in characters."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the graph.

    ``id`` is readable and stable ("chip:graviton4": type and canonical name). ``aliases`` are the other surface forms,
    sorted. ``mentions`` are sorted and never empty. ``known`` tells whether the catalogue has it.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[EntityMention, ...] = ()
    known: bool = False

    def __str__(self) -> str:
        return f"{self.name} ({self.id})"
