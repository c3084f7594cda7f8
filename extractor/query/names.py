"""Finding entities by what people call them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property

from extractor.errors import UsageError
from extractor.facts.entity import Entity
from extractor.query.packaged import packaged_catalogue

_BLANKS = re.compile(r"[\s_\-\u2010-\u2015\u2212]+")


class UnknownEntityError(UsageError):
    """No entity has the name; ``near`` are names that resemble it."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        self.name, self.near = name, near
        hint = f"; near are {', '.join(near)}" if near else "; `extract query GRAPH --entities` lists the names"
        super().__init__(f"the graph has no entity {name!r}{hint}")

    def __reduce__(self) -> tuple[type[UnknownEntityError], tuple[str, tuple[str, ...]]]:
        """What it is made of, so that it can be pickled."""
        return type(self), (self.name, self.near)


class AmbiguousEntityError(UsageError):
    """Several entities have the name; ``candidates`` are their ids."""

    def __init__(self, name: str, candidates: tuple[str, ...]) -> None:
        self.name, self.candidates = name, candidates
        super().__init__(f"{name!r} may be {' or '.join(candidates)}; give the id")

    def __reduce__(self) -> tuple[type[AmbiguousEntityError], tuple[str, tuple[str, ...]]]:
        """What it is made of, so that it can be pickled."""
        return type(self), (self.name, self.candidates)


def fold(name: str) -> str:
    """The name without what people spell differently: case, blanks, hyphens, width of letters.

    >>> fold("Graviton 4") == fold("graviton-4") == fold("GRAVITON4")
    True
    """
    return _BLANKS.sub("", unicodedata.normalize("NFKC", name).casefold())


class NameIndex:
    """Entities by id, by name and by alias; last by what the catalogue calls them, whether a text did so or not."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.ids = {entity.id: entity for entity in entities}
        self._names: dict[str, list[Entity]] = defaultdict(list)
        self._aliases: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.ids.values():
            self._names[fold(entity.name)].append(entity)
            for alias in {fold(alias) for alias in entity.aliases}:
                self._aliases[alias].append(entity)

    def find(self, name: str) -> list[Entity]:
        """The entities of this id; without one those of this name, with this alias, or with this name in the catalogue.

        Raises :class:`UnknownEntityError` where there is none.
        """
        if name in self.ids:
            return [self.ids[name]]
        key = fold(name)
        found = self._names.get(key) or self._aliases.get(key) or self._catalogued.get(key)
        if not found:
            raise UnknownEntityError(name, self.near(name))
        return found

    def one(self, name: str) -> Entity:
        """The entity of this id, name or alias; raises :class:`AmbiguousEntityError` where there are several."""
        found = self.find(name)
        if len(found) > 1:
            raise AmbiguousEntityError(name, tuple(entity.id for entity in found))
        return found[0]

    def near(self, name: str, limit: int = 5) -> tuple[str, ...]:
        """Names that resemble ``name`` or contain it, best first."""
        key = fold(name)
        known = {**self._catalogued, **self._aliases, **self._names}
        keys = [*get_close_matches(key, known, n=limit, cutoff=0.6), *(k for k in known if len(key) > 2 and key in k)]
        return tuple(dict.fromkeys(known[k][0].name for k in keys))[:limit]

    @cached_property
    def _catalogued(self) -> dict[str, list[Entity]]:
        """The entities by the names that the catalogue has for them; asked only where the graph knows no such name."""
        entries = packaged_catalogue().entries
        found: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.ids.values():
            if entry := entries.get(entity.id):
                for form in {fold(form) for form in (entry.name, *entry.forms, *entry.context_aliases)}:
                    found[form].append(entity)
        return found
