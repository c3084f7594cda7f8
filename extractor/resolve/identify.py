"""Identity across articles: which local entities are one thing of the graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.catalogue import Known
from extractor.facts import Entity, EntityMention
from extractor.pipeline.reading import LocalEntity, Reading
from extractor.resolve.identity.known import known_things
from extractor.resolve.identity.local import named_in
from extractor.resolve.identity.settle import settle
from extractor.resolve.identity.verdicts import Verdicts


def identities(
    readings: Sequence[Reading], entries: Mapping[str, Known], verdicts: Verdicts | None = None
) -> list[list[str]]:
    """For every reading the graph id of each of its entities, in order; ``entries`` are those of the catalogue.

    A known entity has its catalogue id, and so has an unseen one that is a spelling of it. Names that call one thing
    (:mod:`extractor.resolve.identity`) have one id, made of its type and its longest name. ``verdicts`` are a user's, which
    hold against all rules. The order of the readings does not matter.
    """
    known = known_things(entries)
    rows = [named_in(reading, known) for reading in readings]
    ids = settle((named for row in rows for named in row), known, verdicts).ids
    return [[ids[named.key] for named in row] for row in rows]


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
    # The catalogue's name is the name of what it knows, however long others are.
    known = [entity.name for _, entity in members if entity.known == id_]
    name = min(known or [entity.name for _, entity in members], key=lambda n: (-len(n), n))
    return Entity(
        id=id_,
        type=min(entity.type for _, entity in members),
        name=name,
        aliases=tuple(sorted({m.text for m in mentions} - {name})),
        mentions=tuple(mentions),
        known=any(entity.known for _, entity in members),
    )
