"""A store as a place to ask: conditions run as SQL, and only the facts that fit are put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection
from typing import Any, NamedTuple, TypeVar, cast

from extractor.facts import Entity
from extractor.ontology import Ontology
from extractor.query.agreement.extent import to_base
from extractor.query.backend import By, Extreme, Link, by_entity, ordered
from extractor.query.conditions import Condition, Field
from extractor.query.conflicts import conflicting_facts
from extractor.query.memory import Memory
from extractor.query.names import NameIndex
from extractor.query.packaged import packaged_ontology
from extractor.query.support import Independence
from extractor.query.view import FactView
from extractor.store.assemble import bare_entities, full_entities, stated, whole
from extractor.store.ends import articles_of, connections, extremes, links
from extractor.store.light import light_entities
from extractor.store.meta import Meta
from extractor.store.select import articles_called, facts_beginning, facts_of_entities, words_of
from extractor.store.slots import rivals, series
from extractor.store.store import Store
from extractor.store.where import Terms, clauses

Kept = TypeVar("Kept")
State = tuple[tuple[int, int], ...]


class Origin(NamedTuple):
    """All of an article but its text."""

    id: str
    source: str | None
    published: str | None


class Origins(NamedTuple):
    """All articles of a store without their texts, and pairs of copies and originals."""

    articles: Sequence[Origin]
    copies: Sequence[tuple[str, str]]


class StoreBackend:
    """The :class:`Backend` of a store. What it keeps between questions is read again once the file has changed."""

    def __init__(self, path: str | Path) -> None:
        self.path = path
        self._kept: dict[str, tuple[State, Any]] = {}

    @property
    def ontology(self) -> Ontology:
        """The packaged ontology."""
        return packaged_ontology()

    @property
    def names(self) -> NameIndex:
        """Entities by id, name and alias, without their mentions."""
        return self._keep("names", lambda db: NameIndex(bare_entities(db)))

    @property
    def independence(self) -> Independence:
        """Which articles are one source."""
        return self._keep("independence", lambda db: Independence(_origins(db)))

    def entities(self, ids: Collection[str]) -> list[Entity]:
        """As :meth:`Backend.entities`."""
        with self.reading() as db:
            return full_entities(db, ids)

    def things(self, ids: Collection[str]) -> dict[str, Entity]:
        """As :meth:`Backend.things`."""
        with self.reading() as db:
            return light_entities(db, ids, self._fetch)

    def select(self, conditions: Sequence[Condition]) -> list[FactView]:
        """As :meth:`Backend.select`."""
        with self.reading() as db:
            symmetric = Meta.of(db).symmetric
            found = clauses(conditions, Terms(self.ontology, symmetric))
            if found is None:
                return list(Memory(whole(db, symmetric)).by_id.values())
            query = f"SELECT DISTINCT fact FROM statements WHERE {found.sql}"
            return self._views(db, (fact for (fact,) in db.execute(query, found.given)))

    def views(self, facts: Iterable[str]) -> dict[str, FactView]:
        """As :meth:`Backend.views`."""
        with self.reading() as db:
            return {view.id: view for view in self._views(db, facts)}

    def beginning(self, fact_id: str) -> list[str]:
        """As :meth:`Backend.beginning`."""
        with self.reading() as db:
            return sorted(facts_beginning(db, fact_id))

    def links(self, entities: Collection[str] | None = None, predicate: str | None = None) -> list[Link]:
        """As :meth:`Backend.links`."""
        with self.reading() as db:
            return links(db, Meta.of(db).symmetric, entities, predicate)

    def used(self, field: Field) -> Collection[str]:
        """As :meth:`Backend.used`."""
        with self.reading() as db:
            return words_of(db, field)

    def sources(self) -> Collection[str]:
        """As :meth:`Backend.sources`."""
        with self.reading() as db:
            return {source for (source,) in db.execute("SELECT DISTINCT source FROM articles") if source}

    def articles_called(self, named: str) -> frozenset[str]:
        """As :meth:`Backend.articles_called`."""
        with self.reading() as db:
            return articles_called(db, named)

    def support(self, fact: FactView) -> int:
        """As :meth:`Backend.support`."""
        independence = self.independence
        return len({independence.root(evidence.article) for evidence in fact.evidence})

    def conflicted(self, facts: Iterable[FactView]) -> frozenset[str]:
        """As :meth:`Backend.conflicted`, found among the facts that may contradict these."""
        given = list(facts)
        independence = self.independence
        with self.reading() as db:
            near = self._views(db, rivals(db, given, self.ontology))
            families = series(db)
        return conflicting_facts(near, self.ontology, independence, families) & {fact.id for fact in given}

    def tally(self, by: By) -> Counter[str]:
        """As :meth:`Backend.tally`."""
        if by == "sources":
            root = self.independence.root
            with self.reading() as db:
                return Counter({entity: len(set(map(root, found))) for entity, found in articles_of(db).items()})
        if by == "connections":
            return connections(self.links())
        with self.reading() as db:
            return facts_of_entities(db)

    def extremes(self, attribute: str, *, lowest: bool) -> Mapping[str, Sequence[Extreme]]:
        """As :meth:`Backend.extremes`."""
        with self.reading() as db:
            found = extremes(db, attribute)
        best: dict[tuple[str, str], float] = {}
        for entity, unit, most, least in found:
            if unit in self.ontology.units.units:
                amount, base = to_base(least if lowest else most, unit, self.ontology, compared=False)
                best[entity, base] = (min if lowest else max)(best.get((entity, base), amount), amount)
        return by_entity(best)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store."""
        with Store(self.path) as store, store.reading() as db:
            yield db

    def _views(self, db: Connection, ids: Iterable[str]) -> list[FactView]:
        facts, articles = stated(db, Meta.of(db).symmetric, ids)
        ends = {end for fact in facts for end in (fact.subject, fact.object, fact.attributed_to) if end}
        entities = light_entities(db, ends, self._fetch)
        return ordered(FactView.of(fact, entities, articles) for fact in facts)

    def _fetch(self, entity: str) -> Entity:
        return self.entities([entity])[0]

    def _keep(self, what: str, read: Callable[[Connection], Kept]) -> Kept:
        state = self._state()
        if what not in self._kept or self._kept[what][0] != state:
            with self.reading() as db:
                self._kept[what] = state, read(db)
        return cast(Kept, self._kept[what][1])

    def _state(self) -> State:
        """Changes whenever somebody writes: size and time of the file and of its log."""
        files = (Path(f"{self.path}{suffix}") for suffix in ("", "-wal"))
        stats = [file.stat() for file in files if file.exists()]
        return tuple((stat.st_size, stat.st_mtime_ns) for stat in stats if stat.st_size)


def _origins(db: Connection) -> Origins:
    rows = db.execute("SELECT article, source, published, original FROM articles").fetchall()
    return Origins([Origin(*row[:3]) for row in rows], [(row[0], row[3]) for row in rows if row[3] is not None])
