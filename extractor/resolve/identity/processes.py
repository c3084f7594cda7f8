"""Whose process a size means: "7nm" is another thing at every foundry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from extractor.catalogue import Known
from extractor.pipeline.reading import LocalEntity, Reading
from extractor.resolve.identity.known import KnownThings, known_things

POSSESSIVE = 3
MAKES = "makes"


def own_processes(reading: Reading, entries: Mapping[str, Known]) -> Reading:
    """The reading with every process that it names by size alone under the name of its foundry, where the article tells.

    That is the foundry right in front of it ("Intel's 7nm"), else the one that makes it, else the only one in the article. It
    depends on this article alone. The new name may be the catalogue's ("TSMC 7nm"); else the thing is unknown to it.
    """
    known = known_things(entries)
    sizes = [n for n, entity in enumerate(reading.entities) if entity.known and known.is_size(entity.known)]
    if not sizes:
        return reading
    owners = {n: _foundry(reading, n, known) for n in sizes}
    entities = tuple(_owned(e, owners.get(n, ""), known) for n, e in enumerate(reading.entities))
    return replace(reading, entities=entities)


def _owned(entity: LocalEntity, owner: str, known: KnownThings) -> LocalEntity:
    if not owner:
        return entity
    name = f"{known.entries[owner].name} {entity.name}"
    entry = known.with_name(entity.type, name)
    return replace(entity, name=known.entries[entry].name if entry else name, known=entry)


def _foundry(reading: Reading, n: int, known: KnownThings) -> str:
    named = {m: e for m, e in enumerate(reading.entities) if e.type == "ORG" and e.known in known.foundries}
    starts = {mention.start for mention in reading.entities[n].mentions}
    beside = {
        e.known for e in named.values() for m in e.mentions if starts & set(range(m.end + 1, m.end + POSSESSIVE + 1))
    }  # fmt: skip
    said = reading.statements
    makers = {named[s.subject].known for s in said if s.object == n and s.predicate == MAKES and s.subject in named}
    for group in (beside, makers, {e.known for e in named.values()}):
        if len(group) == 1:
            return next(iter(group)) or ""
    return ""
