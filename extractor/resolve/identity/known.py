"""The catalogue as identity sees it: who makes what, who belongs to whom, and which entry a spelling may mean."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property

from extractor.catalogue import Known
from extractor.catalogue.names import key
from extractor.resolve.identity.codes import split
from extractor.resolve.identity.keys import exact_keys
from extractor.resolve.identity.naming import PRODUCTS, Name, Namer
from extractor.resolve.identity.spelling import squash, words
from extractor.resolve.identity.vocabulary import load_words

FEW = 3


class KnownThings:
    """The entries of a catalogue with their names taken apart; made once for each catalogue (:func:`known_things`)."""

    def __init__(self, entries: Mapping[str, Known]) -> None:
        self.entries = entries
        organisations = [known for known in entries.values() if known.type == "ORG" and not known.reports]
        brands = {squash(words(form)): known.id for known in organisations for form in known.forms if len(form) > 1}
        self.namer = Namer(load_words(), brands, _lines(entries))
        self.foundries = frozenset(k.maker for k in entries.values() if k.kind == "process" and k.maker)

    def maker(self, organisation: str) -> str:
        """What stands for an organisation of this id or name as a maker: the id of its entry, or the squashed name."""
        if organisation in self.entries:
            return organisation
        name = self.namer.name("ORG", organisation)
        return self.namer.brands.get(name.whole) or self.namer.brands.get(name.kernel) or name.kernel

    def kin(self, a: str, b: str) -> bool:
        """Whether two makers are one, or one is the other's parent, as far as the catalogue knows."""
        return a == b or a in self._ancestors(b) or b in self._ancestors(a)

    def names(self, id_: str) -> tuple[Name, ...]:
        """The names of an entry by which it is called without context."""
        known = self.entries[id_]
        forms = dict.fromkeys((known.name, *known.forms))
        return tuple(self.namer.name(known.type, form) for form in forms)

    def is_size(self, id_: str) -> bool:
        """Whether an entry is a process by its size alone ("7nm"), of which every foundry has its own."""
        known = self.entries.get(id_)
        return known is not None and known.kind == "process" and known.maker is None

    def with_name(self, type_: str, text: str) -> str | None:
        """The entry of a type that has this name."""
        return self._by_name.get((type_, key(text)))

    def meant(self, type_: str, keys: set[str]) -> set[str]:
        """The entries of a type that have one of these keys (:func:`exact_keys`)."""
        index = self._by_key.get(type_, {})
        return {id_ for one in keys for id_ in index.get(one, ())}

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], str]:
        return {(known.type, key(form)): known.id for known in self.entries.values() for form in known.forms}

    @cached_property
    def _by_key(self) -> dict[str, dict[str, set[str]]]:
        index: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for id_, known in self.entries.items():
            for form in known.forms:
                for one in exact_keys(self.namer.name(known.type, form)):
                    index[known.type][one].add(id_)
        return index

    def _ancestors(self, id_: str) -> set[str]:
        found: set[str] = set()
        known = self.entries.get(id_)
        while known is not None and known.parent and known.parent not in found:
            found.add(known.parent)
            known = self.entries.get(known.parent)
        return found


def _lines(entries: Mapping[str, Known]) -> dict[str, str]:
    """Product lines and their makers ("" for those of several): series, and what stands before several products' codes."""
    makers: dict[str, set[str]] = defaultdict(set)
    members: Counter[str] = Counter()
    for known in entries.values():
        if known.type not in PRODUCTS:
            continue
        heads = {squash(head) for form in known.forms for head, tail in (split(words(form)),) if head and tail}
        heads |= {squash(words(known.name))} if known.kind == "series" else set()
        members.update(dict.fromkeys(heads, FEW if known.kind == "series" else 1))
        for head in heads:
            makers[head].add(known.maker or "")
    return {head: min(makers[head]) if len(makers[head]) == 1 else "" for head, n in members.items() if n >= FEW}


_last: list[KnownThings] = []


def known_things(entries: Mapping[str, Known]) -> KnownThings:
    """What identity knows of these entries, made once and kept while they are the same."""
    if not _last or _last[0].entries is not entries:
        _last[:] = [KnownThings(entries)]
    return _last[0]
