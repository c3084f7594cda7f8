"""The catalogue as immutable data: known entities, and the surface forms by which texts call them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Known:
    """A known entity. ``maker``, ``family``, ``predecessor``, ``parent`` and ``site`` are ids of other entries."""

    id: str
    type: str
    name: str
    file: str
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    context_aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    maker: str | None = None
    family: str | None = None
    predecessor: str | None = None
    parent: str | None = None
    site: str | None = None
    uses: tuple[str, ...] = ()
    country: str | None = None
    ticker: str | None = None
    source: str = "own knowledge"
    removed: bool = False

    @property
    def reports(self) -> bool:
        """Whether it is a publication or website: a party to a fact only where a text says so."""
        return self.kind in ("press", "website")

    @property
    def forms(self) -> tuple[str, ...]:
        """Surface forms that need no context: the name (unless it is ambiguous), aliases and former names."""
        names = (self.name, *self.aliases, *self.former_names)
        ambiguous = {alias.casefold() for alias in self.context_aliases}
        return tuple(dict.fromkeys(n for n in names if n.casefold() not in ambiguous))


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """All known entities by id, and those that a surface form (lower case) may mean, the preferred one first.

    ``followers`` maps an entry to the one that names it as predecessor, where there is just one; ``first_members`` maps
    a series to its one member without predecessor.
    """

    entries: Mapping[str, Known]
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    context_forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    followers: Mapping[str, str] = field(default_factory=dict)
    first_members: Mapping[str, str] = field(default_factory=dict)

    def lineage(self, known: str) -> tuple[str, ...]:
        """Ids of the predecessors of ``known``, the nearest first."""
        chain: list[str] = []
        entry = self.entries.get(known)
        while entry is not None and entry.predecessor and entry.predecessor not in chain:
            chain.append(entry.predecessor)
            entry = self.entries.get(entry.predecessor)
        return tuple(chain)
