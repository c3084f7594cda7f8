"""Who makes a thing, which series it belongs to, which country it is of: by the facts and by the catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from extractor.catalogue import Catalogue, Known
from extractor.errors import UsageError
from extractor.facts.entity import Entity
from extractor.query.backend import Backend, Link
from extractor.query.names import fold
from extractor.query.packaged import packaged_catalogue

PLACE = "PLACE"


class Background:
    """What is known of the entities of a graph besides their names. Facts that are denied do not count."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def made_by(self, makers: Iterable[str]) -> frozenset[str]:
        """The ids of what these entities make."""
        wanted = frozenset(makers)
        return frozenset(id_ for id_, found in self._makers.items() if found & wanted)

    def of_family(self, families: Iterable[str]) -> frozenset[str]:
        """The ids of the members of these series, and of their members in turn."""
        found: set[str] = set()
        level = set(families)
        while level:
            level = {member for id_ in level for member in self._members.get(id_, ())} - found
            found |= level
        return frozenset(found)

    def of_country(self, country: str) -> frozenset[str]:
        """The ids of what is of a country, and of what is made by that; raises :class:`UsageError` for an unknown one."""
        key = self._country(country)
        at_home = {link.subject for link in self._links("located_in") if self._is(link.object, key)}
        at_home |= {id_ for id_ in self._ids if (entry := self._entry(id_)) and fold(entry.country or "") == key}
        return frozenset(at_home) | self.made_by(at_home)

    def _country(self, name: str) -> str:
        """The folded name of a country that may be abbreviated."""
        known = {
            fold(entry.country): fold(entry.country) for entry in self._catalogue.entries.values() if entry.country
        }
        known |= {fold(entity.name): fold(entity.name) for entity in self._places}
        for id_ in self._catalogue.forms.get(name.casefold(), ()) + self._catalogue.context_forms.get(
            name.casefold(), ()
        ):
            known.setdefault(fold(name), fold(self._catalogue.entries[id_].name))
        if fold(name) not in known:
            raise UsageError(f"there is no country {name!r} in catalogue or graph; write its full name")
        return known[fold(name)]

    def _is(self, place: str, key: str) -> bool:
        """Whether a place is the country, or lies in it by the catalogue."""
        entry = self._entry(place)
        return key in (fold(self._backend.names.ids[place].name), fold((entry and entry.country) or ""))

    @property
    def _ids(self) -> Iterable[str]:
        return self._backend.names.ids

    @property
    def _places(self) -> list[Entity]:
        return [entity for entity in self._backend.names.ids.values() if entity.type == PLACE]

    def _entry(self, id_: str) -> Known | None:
        return self._catalogue.entries.get(id_)

    def _links(self, predicate: str) -> list[Link]:
        return [link for link in self._backend.links(predicate=predicate) if link.modality != "denied"]

    @cached_property
    def _makers(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for link in self._links("makes"):
            found[link.object].add(link.subject)
        for id_ in self._ids:
            if (entry := self._entry(id_)) and entry.maker:
                found[id_].add(entry.maker)
        return found

    @cached_property
    def _members(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for link in self._links("in_family"):
            found[link.object].add(link.subject)
        for id_ in self._ids:
            if (entry := self._entry(id_)) and entry.family:
                found[entry.family].add(id_)
        return found

    @property
    def _catalogue(self) -> Catalogue:
        return packaged_catalogue()
