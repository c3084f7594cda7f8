"""A document as a place to ask: indexes over its facts, made when they are first needed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from extractor.errors import UsageError
from extractor.facts.entity import Entity
from extractor.graph.document import Document
from extractor.ontology import Ontology
from extractor.query.backend import By, Extreme, Link, by_entity, ordered
from extractor.query.conditions import Condition, End, Field
from extractor.query.conflicts import conflicting_facts
from extractor.query.measure import base_of
from extractor.query.names import NameIndex
from extractor.query.packaged import packaged_ontology
from extractor.query.support import Independence
from extractor.query.view import FactView


class Memory:
    """The :class:`Backend` of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @property
    def ontology(self) -> Ontology:
        """The packaged ontology."""
        return packaged_ontology()

    @cached_property
    def names(self) -> NameIndex:
        """Entities by id, name and alias."""
        return NameIndex(self.document.entities)

    @cached_property
    def by_id(self) -> dict[str, FactView]:
        """All facts by their ids, which are costly to make, in order."""
        articles = {article.id: article for article in self.document.articles}
        views = ordered(FactView.of(fact, self.names.ids, articles) for fact in self.document.facts)
        return {view.id: view for view in views}

    @cached_property
    def independence(self) -> Independence:
        """Which articles are one source."""
        return Independence(self.document)

    def entities(self, ids: Collection[str]) -> list[Entity]:
        """As :meth:`Backend.entities`."""
        return [self.names.ids[id_] for id_ in sorted(ids)]

    def things(self, ids: Collection[str]) -> dict[str, Entity]:
        """As :meth:`Backend.things`."""
        return {id_: self.names.ids[id_] for id_ in ids}

    def select(self, conditions: Sequence[Condition]) -> list[FactView]:
        """As :meth:`Backend.select`: all facts, or those that the first ends named have."""
        ends = next((one for one in conditions if isinstance(one, End)), None)
        if ends is None:
            return list(self.by_id.values())
        places = sorted({place for id_ in ends.ids for place in self._places.get(id_, ())})
        return [self._views[place] for place in places]

    def views(self, facts: Iterable[str]) -> dict[str, FactView]:
        """As :meth:`Backend.views`."""
        return {fact: self.by_id[fact] for fact in facts}

    def beginning(self, fact_id: str) -> list[str]:
        """As :meth:`Backend.beginning`."""
        return sorted(key for key in self.by_id if key.startswith(fact_id))

    def links(self, entities: Collection[str] | None = None, predicate: str | None = None) -> list[Link]:
        """As :meth:`Backend.links`."""
        found: Iterable[Link] = self._links
        if entities is not None:
            found = sorted({link for id_ in entities for link in self._links_of.get(id_, ())})
        return [link for link in found if predicate in (None, link.predicate)]

    def used(self, field: Field) -> Collection[str]:
        """As :meth:`Backend.used`."""
        words = (view.subject.type if field == "type" else getattr(view.fact, field) for view in self._views)
        return {word for word in words if word}

    def sources(self) -> Collection[str]:
        """As :meth:`Backend.sources`."""
        return {article.source for article in self.document.articles if article.source}

    def articles_called(self, named: str) -> frozenset[str]:
        """As :meth:`Backend.articles_called`."""
        found = {a.id for a in self.document.articles if named in (a.path, a.url) or (named and a.id.startswith(named))}
        if not found:
            raise UsageError(f"the graph has no article {named!r}; name it by id, path or address")
        return frozenset(found)

    def support(self, fact: FactView) -> int:
        """As :meth:`Backend.support`."""
        return len(self._roots(fact))

    def conflicted(self, facts: Iterable[FactView]) -> frozenset[str]:
        """As :meth:`Backend.conflicted`."""
        return self._conflicted & {fact.id for fact in facts}

    def tally(self, by: By) -> Counter[str]:
        """As :meth:`Backend.tally`."""
        found: dict[str, set[str]] = defaultdict(set)
        if by == "connections":
            for link in self._links:
                if link.modality != "denied" and link.subject != link.object:
                    found[link.subject].add(link.object)
                    found[link.object].add(link.subject)
        else:
            for key, view in self.by_id.items():
                what = {key} if by == "facts" else self._roots(view)
                for end in {view.fact.subject, view.fact.object or view.fact.subject}:
                    found[end] |= what
        return Counter({entity: len(members) for entity, members in found.items()})

    def extremes(self, attribute: str, *, lowest: bool) -> Mapping[str, Sequence[Extreme]]:
        """As :meth:`Backend.extremes`."""
        best: dict[tuple[str, str], float] = {}
        for view in self._views:
            if view.predicate != "has_spec" or view.attribute != attribute or view.modality == "denied":
                continue
            if (value := base_of(view, self.ontology)) is not None:
                key = view.fact.subject, value.unit
                best[key] = (min if lowest else max)(best.get(key, value.amount), value.amount)
        return by_entity(best)

    def _roots(self, fact: FactView) -> set[str]:
        return {self.independence.root(evidence.article) for evidence in fact.evidence}

    @cached_property
    def _views(self) -> list[FactView]:
        return list(self.by_id.values())

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """Where in the order the facts of an entity stand."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, view in enumerate(self._views):
            for end in {view.fact.subject, view.fact.object or view.fact.subject}:
                found[end].append(place)
        return found

    @cached_property
    def _links(self) -> list[Link]:
        facts = ((key, view.fact) for key, view in self.by_id.items())
        return sorted(Link(key, f.subject, f.object, f.predicate, f.modality) for key, f in facts if f.object)

    @cached_property
    def _links_of(self) -> Mapping[str, Sequence[Link]]:
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self._links:
            for end in {link.subject, link.object}:
                found[end].append(link)
        return found

    @cached_property
    def _conflicted(self) -> frozenset[str]:
        return conflicting_facts(self._views, self.ontology, self.independence)
