"""Identity across articles: which local entities are one thing of the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from extractor.catalogue import Catalogue
from extractor.catalogue.names import key, slug
from extractor.facts import Entity, EntityMention
from extractor.pipeline.reading import LocalEntity, Reading


def identities(readings: Sequence[Reading]) -> list[list[str]]:
    """For every reading the graph id of each of its entities, in order.

    A known entity has its catalogue id. An unseen one gets its id from its type and the spelling key of its name, so that
    "Graviton 9" and "Graviton9" are one and equal names of two types stay two. Ids that differ only in what an identifier
    cannot show ("C#" and "C+") are told apart by a number, in the order of their keys.
    """
    keys = [[_key(entity) for entity in reading.entities] for reading in readings]
    ids = _readable({k for row in keys for k in row})
    return [[ids[k] for k in row] for row in keys]


def _key(entity: LocalEntity) -> tuple[str, str]:
    return ("", entity.known) if entity.known else (entity.type, key(entity.name))


def _readable(keys: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    ids: dict[tuple[str, str], str] = {}
    taken: Counter[str] = Counter()
    for type_, name in sorted(keys):
        base = name if not type_ else f"{type_.lower()}:{slug(name)}"
        taken[base] += 1
        ids[type_, name] = base if taken[base] == 1 else f"{base}-{taken[base]}"
    return ids


def merge(readings: Sequence[Reading], ids: Sequence[Sequence[str]], catalogue: Catalogue) -> list[Entity]:
    """The entities of the graph with the mentions of all articles, sorted by id."""
    members: dict[str, list[tuple[str, LocalEntity]]] = {}
    for reading, row in zip(readings, ids, strict=True):
        for id_, entity in zip(row, reading.entities, strict=True):
            members.setdefault(id_, []).append((reading.article, entity))
    return [_entity(id_, members[id_], catalogue.entries) for id_ in sorted(members)]


def _entity(id_: str, members: Iterable[tuple[str, LocalEntity]], known: Mapping[str, object]) -> Entity:
    members = list(members)
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
        known=id_ in known,
    )
