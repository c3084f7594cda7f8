"""Profiles: all that the articles say about the things of one name, before it is judged which of them are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.catalogue.names import key
from extractor.resolve.identity.known import KnownThings
from extractor.resolve.identity.naming import BRANDED, Name

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A thing as one article knows it.

    ``known`` is the id of its catalogue entry or "". ``owner`` is whose it is, where the name alone does not tell (an id of the
    catalogue or a squashed name), ``brand`` an organisation of the article that stands in front of the name. ``introduced`` are
    the short forms and abbreviations that the article uses for it, ``apart`` the kernels of similar names that the article
    uses for something else.
    """

    type: str
    name: str
    known: str = ""
    owner: str = ""
    brand: str = ""
    introduced: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """What the profile of this name is found by: type, entry or spelling, owner."""
        return self.type, self.known or f"?{key(self.name)}", self.owner


@dataclass(frozen=True, slots=True)
class Profile:
    """The things of one type, spelling and owner. ``entry`` is the catalogue's id, or "" for what it lacks."""

    key: Key
    entry: str
    maker: str
    names: tuple[Name, ...]
    introduced: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()

    @property
    def type(self) -> str:
        """The type of the thing."""
        return self.key[0]

    @property
    def owner(self) -> str:
        """Whose it is, where the name alone does not tell."""
        return self.key[2]

    @property
    def label(self) -> str:
        """The name to show: the catalogue's, or the longest."""
        if self.entry:
            return self.names[0].text
        return min((name.text for name in self.names), key=lambda text: (-len(text), text))


def profiles(named: Iterable[Named], known: KnownThings) -> dict[Key, Profile]:
    """The profiles of what articles name, by key in order."""
    groups: dict[Key, set[Named]] = defaultdict(set)
    for one in named:
        groups[one.key].add(one)
    return {key_: _profile(key_, sorted(groups[key_]), known) for key_ in sorted(groups)}


def known_profile(id_: str, known: KnownThings) -> Profile:
    """The profile of a catalogue entry that no article names."""
    entry = known.entries[id_]
    return Profile((entry.type, id_, ""), id_, entry.maker or "", known.names(id_))


def _profile(key_: Key, members: list[Named], known: KnownThings) -> Profile:
    type_, _, owner = key_
    entry = members[0].known
    if entry in known.entries:
        names = known.names(entry)
        maker = known.entries[entry].maker or ""
    else:
        names = tuple({known.namer.name(type_, one.name, one.brand): None for one in members})
        told = (known.namer.maker(name) for name in names) if type_ in BRANDED else iter(())
        maker = owner or next(filter(None, told), "")
    return Profile(
        key_,
        entry,
        maker,
        names,
        frozenset(known.namer.name(type_, form).kernel for one in members for form in one.introduced),
        frozenset(kernel for one in members for kernel in one.apart),
    )
