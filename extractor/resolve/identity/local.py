"""What one article says about its things that helps to tell them from those of others."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.catalogue.names import key
from extractor.pipeline.reading import LocalEntity, Reading
from extractor.resolve.identity.codes import telling
from extractor.resolve.identity.known import KnownThings
from extractor.resolve.identity.naming import BRANDED, Name
from extractor.resolve.identity.profile import Named
from extractor.resolve.identity.spelling import initials, words

CLAIMS = frozenset({"makes", "announces"})
PLACES = {"ORG": 0, "PERSON": -1}
SURE = 0.5


def named_in(reading: Reading, known: KnownThings) -> list[Named]:
    """What an article names, in the order of its entities. It depends on this article alone."""
    return [_Local(reading, known).named(n) for n in range(len(reading.entities))]


class _Local:
    """One article."""

    def __init__(self, reading: Reading, known: KnownThings) -> None:
        self.reading, self.known = reading, known

    def named(self, n: int) -> Named:
        entity = self.reading.entities[n]
        if entity.known:
            return Named(entity.type, entity.name, entity.known)
        brand = self._brand(entity)
        name = self.known.namer.name(entity.type, entity.name, brand)
        free = entity.type in BRANDED and name.brand is None and not telling(name.bare)
        owner = self._sole_maker(n) if free else ""
        introduced, apart = sorted(set(self._introduced(entity, name))), sorted(set(self._apart(n, name)))
        return Named(entity.type, entity.name, "", owner, brand, tuple(introduced), tuple(apart))

    def _organisations(self) -> Iterable[tuple[int, LocalEntity]]:
        return ((n, entity) for n, entity in enumerate(self.reading.entities) if entity.type == "ORG")

    def _maker(self, n: int) -> str:
        entity = self.reading.entities[n]
        return self.known.maker(entity.known or entity.name)

    def _makers(self, n: int) -> set[int]:
        said = self.reading.statements
        return {s.subject for s in said if s.object == n and s.predicate in CLAIMS and s.confidence >= SURE}

    def _sole_maker(self, n: int) -> str:
        makers = {self._maker(m) for m in self._makers(n)}
        return makers.pop() if len(makers) == 1 else ""

    def _brand(self, entity: LocalEntity) -> str:
        """An organisation of the article, unknown to the catalogue, whose name begins this one's."""
        if entity.type not in BRANDED:
            return ""
        own = key(entity.name)
        fits = [e.name for _, e in self._organisations() if e.known is None and own.startswith(key(e.name) + " ")]
        return self.known.maker(max(fits, key=len)) if fits else ""

    def _introduced(self, entity: LocalEntity, name: Name) -> Iterable[str]:
        """Other forms of the article: abbreviations, and of companies the first words alone."""
        for form in {mention.text for mention in entity.mentions} - {entity.name}:
            core = self.known.namer.name(entity.type, form).core
            short = entity.type == "ORG" and len(core) < len(name.core) and name.core[: len(core)] == core
            if short or (form[:2].isupper() and len(core) == 1 and initials(entity.name)[:2] == core[0][:2]):
                yield form

    def _apart(self, n: int, name: Name) -> Iterable[str]:
        """Kernels of other companies or persons of the article that share the first word, or the surname."""
        entity = self.reading.entities[n]
        if entity.type not in PLACES or not entity.mentions:
            return
        place = PLACES[entity.type]
        for m, other in enumerate(self.reading.entities):
            if m == n or other.type != entity.type or not other.mentions:
                continue
            its = self.known.namer.name(other.type, other.name)
            if its.kernel != name.kernel and (
                its.core[place] == name.core[place] or words(initials(entity.name)) == its.core
            ):
                yield its.kernel
