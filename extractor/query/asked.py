"""What a user asks for in words, turned into conditions; what leads nowhere is an error, never an empty answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TypedDict, cast

from extractor.errors import UsageError
from extractor.facts.entity import Entity
from extractor.ontology.model import Attribute
from extractor.query.backend import Backend
from extractor.query.background import Background
from extractor.query.conditions import (
    Amount,
    Between,
    Certain,
    Condition,
    Conflicting,
    End,
    Field,
    ReadIn,
    Spoken,
    Supported,
    Word,
)
from extractor.query.dates import boundary
from extractor.query.measure import Measure
from extractor.query.vocabulary import Words, check_options, publishers, spellings

Names = str | Entity | Collection[str] | Collection[Entity] | None
Limit = str | float
FIELDS: tuple[Field, ...] = ("predicate", "attribute", "status", "modality", "type")
COMMON = ("GB", "GB/s", "W", "GHz", "USD", "nm", "TFLOPS", "mm²")  # units to show as examples
BOUNDS = {"over": (True, True), "at_least": (True, False), "under": (False, True), "at_most": (False, False)}


class BackgroundOptions(TypedDict, total=False):
    """What is known of an entity besides its name and type."""

    made_by: Names
    family: Names
    country: str | None


class ThingOptions(BackgroundOptions, total=False):
    """What an entity must be; several words: one of them has to fit."""

    type: Words


class SayingOptions(ThingOptions, total=False):
    """What a fact must be, but for its ends and its predicate. Those of :class:`ThingOptions` hold for its subject.

    Names are ids, names or aliases; dates as in 2026-03-14, 2026-03, 2026-Q1, 2026-H1, 2026; limits a number and a unit.
    """

    entity: Names
    attribute: Words
    status: Words
    modality: Words
    article: str | None
    source: Words
    said_by: Names
    since: str | date | None
    until: str | date | None
    over: Limit | None
    at_least: Limit | None
    under: Limit | None
    at_most: Limit | None
    independent: int | None
    conflicting: bool | None
    min_confidence: float


class FactOptions(SayingOptions, total=False):
    """What a fact must be."""

    subject: Names
    predicate: Words
    object: Names


class Asked:
    """Turns options into conditions on the facts of a backend."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self.background = Background(backend)

    def conditions(self, asked: FactOptions) -> tuple[Condition, ...]:
        """The conditions; raises :class:`UsageError` for an option, name, word, publisher, unit or date that there is not."""
        check_options(asked, FactOptions.__optional_keys__)
        return tuple(self._conditions(asked))

    def check_units(self, conditions: Iterable[Condition]) -> None:
        """Refuse a bare number for attributes that all have units: it would find nothing, however large they are."""
        known = list(conditions)
        bare = next((one for one in known if isinstance(one, Amount) and not one.unit), None)
        for word in known:
            if bare is not None and isinstance(word, Word) and word.field == "attribute":
                asked = [self.backend.ontology.attributes.get(name) for name in word.spellings]
                found = [one for one in asked if one is not None and "count" not in one.dimensions]
                if found and len(found) == len(asked):
                    names, example = " and ".join(sorted(word.spellings)), f"{bare.limit:g} {self._unit(found)}"
                    raise UsageError(f'{bare.limit:g}: {names} has units; write one, as in "{example}"')

    def ids(self, named: Names) -> frozenset[str]:
        """The ids of the entities of this name or these; a name that several have means all of them."""
        if named is None or isinstance(named, str | Entity):
            given: Iterable[str | Entity] = () if named is None else (named,)
        else:
            given = named
        found = (name.id if isinstance(name, Entity) else name for name in given)
        return frozenset(entity.id for name in found for entity in self.backend.names.find(name))

    def things(self, asked: ThingOptions) -> frozenset[str] | None:
        """The ids of the entities that are made by, of the family and of the country; ``None`` where nothing is asked."""
        sets = []
        if (maker := asked.get("made_by")) is not None:
            sets.append(self.background.made_by(self.ids(maker)))
        if (family := asked.get("family")) is not None:
            sets.append(self.background.of_family(self.ids(family)))
        if (country := asked.get("country")) is not None:
            sets.append(self.background.of_country(country))
        return frozenset.intersection(*sets) if sets else None

    def words(self, field: Field, given: Words) -> frozenset[str] | None:
        """Words of a field as they are spelled; raises :class:`UsageError` for one that there is not."""
        ontology = self.backend.ontology
        known: dict[Field, Iterable[str]] = {
            "predicate": ontology.predicates, "attribute": ontology.attributes, "status": ontology.statuses,
            "modality": ontology.modalities, "type": ontology.types,
        }  # fmt: skip
        return spellings(field, given, known[field], lambda: self.backend.used(field))

    def _conditions(self, asked: FactOptions) -> Iterator[Condition]:
        for end in ("subject", "object", "entity"):
            if (named := cast(Names, asked.get(end))) is not None:
                yield End(self.ids(named), subject=end != "object", object=end != "subject")
        if (things := self.things(asked)) is not None:
            yield End(things, object=False)
        for field in FIELDS:
            if (found := self.words(field, asked.get(field))) is not None:
                yield Word(field, found)
        if (speaker := asked.get("said_by")) is not None:
            yield Spoken(self.ids(speaker))
        yield from self._provenance(asked)
        for bound, (above, strict) in BOUNDS.items():
            if (limit := cast(Limit | None, asked.get(bound))) is not None:
                measure = Measure.parse(limit, self.backend.ontology)
                yield Amount(measure.amount, measure.unit, above, strict)
        if (wanted := asked.get("conflicting")) is not None:
            yield Conflicting(wanted)

    def _unit(self, attributes: Collection[Attribute]) -> str:
        """A unit of the attributes to show, the most usual of those that the table has first."""
        units = self.backend.ontology.units.units
        wanted = {dimension for one in attributes for dimension in one.dimensions}
        fitting = [symbol for symbol, unit in units.items() if unit.dimension in wanted]
        return next((symbol for symbol in COMMON if symbol in fitting), min(fitting, default="UNIT"))

    def _provenance(self, asked: FactOptions) -> Iterator[Condition]:
        article, source = asked.get("article"), asked.get("source")
        if article is not None or source is not None:
            articles = None if article is None else self.backend.articles_called(article)
            yield ReadIn(articles, None if source is None else publishers(source, self.backend.sources()))
        since, until = boundary(asked.get("since"), end=False), boundary(asked.get("until"), end=True)
        if since is not None and until is not None and since > until:
            raise UsageError(f"since {since} is after until {until}: nothing can lie between them")
        if since is not None or until is not None:
            yield Between(since, until)
        if least := asked.get("min_confidence"):
            yield Certain(least)
        if (count := asked.get("independent")) is not None:
            if count < 1:
                raise UsageError(f"a fact has at least 1 independent source; {count} makes no sense")
            yield Supported(count)
