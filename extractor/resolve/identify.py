"""Identity across articles: which local entities are one thing of the graph."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import count

from extractor.catalogue.names import key, slug
from extractor.facts import Entity, EntityMention
from extractor.pipeline.reading import LocalEntity, Reading


def identities(readings: Sequence[Reading], known: Container[str]) -> list[list[str]]:
    """For every reading the graph id of each of its entities, in order; ``known`` are the ids of the catalogue.

    A known entity has its catalogue id. An unseen one gets its id from its type and the spelling key of its name, so that
    "Graviton 9" and "Graviton9" are one and equal names of two types stay two. Where an id is taken ("C#" and "C+" look
    the same in it) a number is added, in the order of the names.
    """
    keys = [[_key(entity) for entity in reading.entities] for reading in readings]
    ids = _readable({k for row in keys for k in row}, known)
    return [[ids[k] for k in row] for row in keys]


def _key(entity: LocalEntity) -> tuple[str, str]:
    return ("", entity.known) if entity.known else (entity.type, key(entity.name))


def _readable(keys: set[tuple[str, str]], known: Container[str]) -> dict[tuple[str, str], str]:
    ids: dict[tuple[str, str], str] = {(type_, name): name for type_, name in keys if not type_}
    taken = set(ids.values())
    for type_, name in sorted(one for one in keys if one[0]):
        base = f"{type_.lower()}:{slug(name)}"
        numbered = (base if n == 1 else f"{base}-{n}" for n in count(1))
        ids[type_, name] = next(id_ for id_ in numbered if id_ not in taken and id_ not in known)
        taken.add(ids[type_, name])
    return ids


def merge(readings: Sequence[Reading], ids: Sequence[Sequence[str]]) -> list[Entity]:
    """The entities of the graph with the mentions of all articles, sorted by id."""
    members: dict[str, list[tuple[str, LocalEntity]]] = {}
    for reading, row in zip(readings, ids, strict=True):
        for id_, entity in zip(row, reading.entities, strict=True):
            members.setdefault(id_, []).append((reading.article, entity))
    return [_entity(id_, members[id_]) for id_ in sorted(members)]


def _entity(id_: str, members: list[tuple[str, LocalEntity]]) -> Entity:
    mentions = sorted(
        {EntityMention(article, m.start, m.end, m.text) for article, entity in members for m in entity.mentions}
    )
    name = min((entity.name for _, entity in members), key=lambda n: (-len(n), n))
    return Entity(
        id=id_,
        type=min(entity.type for _, entity in members),
        name=name,
        aliases=tuple(sorted({m.text for m in mentions} - {name})),
        mentions=tuple(mentions),
        known=any(entity.known for _, entity in members),
    )
