"""Entities whose mentions are fetched when somebody looks at them: a well-known thing has thousands, a fact needs its name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cached_property
from sqlite3 import Connection
from typing import Any, cast

from extractor.facts import Entity, EntityMention
from extractor.pipeline.reading import LocalEntity, Mention, Reading
from extractor.resolve.identify import merge
from extractor.store.groups import among, bind

Fetch = Callable[[str], Entity]
_FORMS = f"""SELECT n.id, n.entity, n.type, n.name, n.known, f.text FROM names n JOIN forms f ON f.name = n.id
             WHERE {among("n.entity")}"""


class Mentions(Sequence[EntityMention]):
    """The mentions of an entity, equal to the tuple of them; read from the store once they are looked at."""

    def __init__(self, entity: str, fetch: Fetch) -> None:
        self._entity, self._fetch = entity, fetch

    @cached_property
    def _all(self) -> tuple[EntityMention, ...]:
        return self._fetch(self._entity).mentions

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, place: Any) -> Any:
        return self._all[place]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Mentions) and (other._entity, other._fetch) == (self._entity, self._fetch):
            return True
        return self._all == (other._all if isinstance(other, Mentions) else other)

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        return f"<mentions of {self._entity}>"

    def __reduce__(self) -> tuple[Any, ...]:
        """As a tuple: a copy elsewhere may not have the file."""
        return tuple, (self._all,)


def light_entities(db: Connection, ids: Collection[str], fetch: Fetch) -> dict[str, Entity]:
    """These entities by id; ``fetch`` reads one with its mentions."""
    names: dict[tuple[Any, ...], list[Mention]] = {}
    for *name, text in db.execute(_FORMS, (bind(sorted(ids)),)):
        names.setdefault(tuple(name), []).append(Mention(0, 0, text))
    readings = [Reading("", (LocalEntity(n[2], n[3], n[4] or None, tuple(forms)),)) for n, forms in names.items()]
    found = merge(readings, [[name[1]] for name in names])
    return {entity.id: _light(entity, fetch) for entity in found}


def _light(entity: Entity, fetch: Fetch) -> Entity:
    mentions = Mentions(entity.id, fetch)
    return replace(entity, mentions=cast(tuple[EntityMention, ...], mentions))
