"""Kin: the names whose ids may depend on each other.

``settle`` (extractor/resolve/identity) judges pairs of names that share a key, joins those it links, and numbers ids that
collide. So what it says of a name depends on those that it is linked with, directly or over others, on those that it
collides with, and on nothing else. Kin are found from the keys that are stored for every name, by the same judge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from extractor.catalogue.names import key as spelling
from extractor.resolve.identity.judge import Judge
from extractor.resolve.identity.keys import link_keys
from extractor.resolve.identity.known import KnownThings
from extractor.resolve.identity.profile import Key, Named, Profile, known_profile, profiles
from extractor.resolve.identity.verdicts import Side, Verdicts
from extractor.store.groups import NAME, component, having, keys_of
from extractor.store.names import read_names

ID = "id "


def keys(named: Named, known: KnownThings) -> set[str]:
    """The keys of a name: its profile, what the judge compares names by, and its spellings, which a user may speak of."""
    (profile,) = profiles([named], known).values()
    spelled = {_spelled(profile.type, spelling(name.text)) for name in profile.names}
    return {_profile(profile.key)} | spelled | {_link(profile.type, one) for one in _links(profile)}


def seeds(named: Iterable[Named], known: KnownThings) -> set[Key]:
    """The profiles of these names, and the entries of the catalogue that they may mean: they come and go with them."""
    found = {one.key for one in named}
    for profile in profiles(named, known).values():
        found |= _meant(profile, known)
    return found


class Kin:
    """The kin of profiles in a store, as it is at this moment."""

    def __init__(self, db: Connection, known: KnownThings, verdicts: Verdicts) -> None:
        self.db, self.known, self.verdicts = db, known, verdicts
        self.judge = Judge(known)
        self._profiles: dict[Key, Profile | None] = {}

    def of(self, start: Iterable[Key]) -> set[Key]:
        """These profiles and all that depend on them or that they depend on."""
        return component(start, self._related)

    def rows(self, keys_: Iterable[Key]) -> set[int]:
        """The rows of names that make these profiles."""
        return having(self.db, NAME, map(_profile, keys_))

    def _related(self, frontier: set[Key]) -> Iterator[Key]:
        for key in frontier:
            if profile := self._profile(key):
                yield from self._linked(profile)
        ids = {one for one in keys_of(self.db, NAME, self.rows(frontier)) if one.startswith(ID)}
        yield from (named.key for named in read_names(self.db, having(self.db, NAME, ids)).values())

    def _linked(self, profile: Profile) -> Iterator[Key]:
        own = _links(profile)
        rows = having(self.db, NAME, {_link(profile.type, one) for one in own})
        candidates = {named.key for named in read_names(self.db, rows).values()}
        if not profile.entry:
            candidates |= {(profile.type, id_, "") for one in own for id_ in entries(self.known)[profile.type, one]}
        candidates |= self._spoken_of(profile)
        others = filter(None, map(self._profile, candidates - {profile.key}))
        yield from (other.key for other in others if self._kin(profile, other))

    def _kin(self, one: Profile, other: Profile) -> bool:
        """Whether two profiles are linked, by the judge or by a user, or one may mean the other."""
        if said := self.verdicts.between({one.key: one, other.key: other}, self.known):
            return any({link.a, link.b} == {one.key, other.key} for link in said) or self._judged(one, other)
        return self._judged(one, other)

    def _judged(self, one: Profile, other: Profile) -> bool:
        if one.entry and other.entry:
            return False
        meant = other.key in _meant(one, self.known) or one.key in _meant(other, self.known)
        return meant or self.judge.judge(one, other).verdict == "same"

    def _spoken_of(self, profile: Profile) -> set[Key]:
        """The other ends of what a user said about a profile."""
        own = {(profile.type, spelling(name.text)) for name in profile.names}
        ends = [(one.a, one.b) for one in self.verdicts.verdicts] + [(one.b, one.a) for one in self.verdicts.verdicts]
        return {key for here, there in ends if here.spelled[:2] in own for key in self._called(there)}

    def _called(self, side: Side) -> Iterator[Key]:
        rows = having(self.db, NAME, [_spelled(*side.spelled[:2])])
        yield from (named.key for named in read_names(self.db, rows).values())
        if entry := self.known.with_name(side.type, side.name):
            yield side.type, entry, ""

    def _profile(self, key: Key) -> Profile | None:
        """The profile of this key from the names of the store, else from the catalogue, else ``None``."""
        if key not in self._profiles:
            found = profiles(read_names(self.db, self.rows([key])).values(), self.known)
            there = key[1] in self.known.entries
            self._profiles[key] = found.get(key) or (known_profile(key[1], self.known) if there else None)
        return self._profiles[key]


_entries: list[tuple[KnownThings, dict[tuple[str, str], set[str]]]] = []


def entries(known: KnownThings) -> dict[tuple[str, str], set[str]]:
    """The entries of a catalogue by type and the keys of their names; made once for each catalogue."""
    if not _entries or _entries[0][0] is not known:
        index: dict[tuple[str, str], set[str]] = defaultdict(set)
        for id_, entry in known.entries.items():
            for one in {one for name in known.names(id_) for one in link_keys(name)}:
                index[entry.type, one].add(id_)
        _entries[:] = [(known, index)]
    return _entries[0][1]


def _links(profile: Profile) -> set[str]:
    return {one for name in profile.names for one in link_keys(name)} | profile.introduced


def _meant(profile: Profile, known: KnownThings) -> set[Key]:
    if profile.entry:
        return set()
    keys_ = {one for name in profile.names for one in link_keys(name)}
    return {(profile.type, id_, "") for id_ in known.meant(profile.type, keys_)}


def _profile(key: Key) -> str:
    return "is " + "\t".join(key)


def _link(type_: str, key: str) -> str:
    return f"at {type_} {key}"


def _spelled(type_: str, name: str) -> str:
    return f"as {type_} {name}"
