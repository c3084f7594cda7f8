"""The questions that a graph answers about entities, facts, and what lies between them."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from extractor.errors import UsageError
from extractor.facts.entity import Entity
from extractor.query.asked import Asked, BackgroundOptions, Names, SayingOptions, ThingOptions
from extractor.query.backend import Backend
from extractor.query.facts import Facts
from extractor.query.neighbours import Neighbours
from extractor.query.paths import Paths, Relations
from extractor.query.ranking import Ranking
from extractor.query.things import Entities
from extractor.query.view import FactView
from extractor.query.vocabulary import Words

LIMIT = 100  # paths; the longer ones are many and say little


class Questions:
    """Asks a :class:`Backend`, whatever it is; docs/query.md has examples."""

    @property
    def _backend(self) -> Backend:
        raise NotImplementedError

    def entities(self, type: Words = None, name: str | None = None, **things: Unpack[BackgroundOptions]) -> Entities:
        """The entities that fit everything that is given, sorted by id.

        ``type`` is a type or several; ``name`` a part of the name or of an alias. Further ``made_by``, ``family``
        (members of members too; both take names, ids or entities) and ``country``: facts that are not denied count, and
        what the catalogue knows. Raises :class:`UsageError` for an unknown word or name.

        >>> from extractor.graph import example_document
        >>> from extractor.query import KnowledgeGraph
        >>> [entity.id for entity in KnowledgeGraph(example_document()).entities(type="CHIP", name="graviton")]
        ['chip:graviton4']
        """
        return Entities.all(self._asked).where(name, type=type, **things)

    def entity(self, name_or_id: str) -> Entity:
        """The entity of this id, else of this name, else with this alias; case, blanks and hyphens do not count.

        Raises :class:`UnknownEntityError` with near names, :class:`AmbiguousEntityError` with the candidates.

        >>> from extractor.graph import example_document
        >>> from extractor.query import KnowledgeGraph
        >>> KnowledgeGraph(example_document()).entity("amazon web services").id
        'org:aws'
        """
        return self._backend.entities([self._one(name_or_id)])[0]

    def facts(
        self, subject: Names = None, predicate: Words = None, object: Names = None, **more: Unpack[SayingOptions]
    ) -> Facts:
        """The facts that fit everything that is given, sorted by subject, predicate and wording.

        ``subject``, ``object`` and ``entity`` (either end) take a name or an id, an entity, or several; a name that several
        entities have means all of them. ``type``, ``made_by``, ``family`` and ``country`` hold for the subject. ``attribute``,
        ``status``, ``modality`` take a word or several. ``over``, ``at_least``, ``under``, ``at_most`` bound the value, in any
        unit ("4 TB/s"). ``article`` takes an id, the beginning of one, a path or an address; ``source`` a publisher,
        ``said_by`` whom the text gives as the source. ``since`` and ``until`` (2026-03-14, 2026-03, 2026-Q1, 2026) hold for the
        day of publication or for the date of the fact itself. ``independent`` is the least number of independent sources,
        ``conflicting`` whether other facts contradict it, ``min_confidence`` the least confidence. Raises
        :class:`UsageError` for a name, word, publisher, unit or date that there is not, with what resembles it.

        >>> from extractor.graph import example_document
        >>> from extractor.query import KnowledgeGraph
        >>> [fact.object_name for fact in KnowledgeGraph(example_document()).facts("AWS", "announces")]
        ['AWS Graviton4']
        """
        return Facts(self._asked).where(subject=subject, predicate=predicate, object=object, **more)

    def fact(self, fact_id: str) -> FactView:
        """The fact of this id, or of the only id that begins so; raises :class:`UsageError`."""
        found = self._backend.beginning(fact_id) if fact_id else []
        if not found:
            raise UsageError(f"the graph has no fact {fact_id!r}; `extract query` lists the ids")
        if len(found) > 1:
            raise UsageError(f"{fact_id!r} may be {', '.join(found[:5])}; give more of the id")
        return self._backend.views(found)[found[0]]

    def paths(
        self,
        start: str,
        end: str,
        at_most: int | None = None,
        *,
        limit: int | None = LIMIT,
        predicate: Words = None,
        without: Words = None,
        modality: Words = None,
    ) -> Paths:
        """How two things are connected: the shortest paths, or all simple ones of at most so many steps, the shortest first.

        Facts lead in both directions. Without ``at_most`` the shortest may be as long as they need. Of more than ``limit``
        paths the first are kept. ``predicate`` names the only ones that lead on, ``without`` those that do not; denied facts do
        not lead on unless ``modality`` says so. Raises :class:`UsageError` for an unknown or ambiguous name.

        >>> from extractor.graph import example_document
        >>> from extractor.query import KnowledgeGraph
        >>> print(KnowledgeGraph(example_document()).paths("AWS", "Neoverse V2")[0])
        AWS -announces-> AWS Graviton4 -uses_technology-> Neoverse V2
        """
        ends = self._one(start), self._one(end)
        return Paths(self._backend, ends, at_most, limit, self._relations(predicate, without, modality))

    def neighbours(
        self, entity: str, depth: int = 1, *, predicate: Words = None, without: Words = None, modality: Words = None
    ) -> Neighbours:
        """What lies up to ``depth`` steps around a thing, the nearest first; further arguments as in :meth:`paths`.

        >>> from extractor.graph import example_document
        >>> from extractor.query import KnowledgeGraph
        >>> [str(near) for near in KnowledgeGraph(example_document()).neighbours("graviton 4", depth=2)]
        ['AWS (1)', 'Neoverse V2 (1)']
        """
        return Neighbours(self._backend, self._one(entity), depth, self._relations(predicate, without, modality))

    def rank(
        self, by: str = "facts", *, top: int | None = 10, lowest: bool = False, **things: Unpack[ThingOptions]
    ) -> Ranking:
        """The entities with the most ``facts``, independent ``sources`` or ``connections`` (other entities), or the largest
        value of an attribute that ``by`` names; ``lowest`` begins at the other end.

        ``type``, ``made_by``, ``family`` and ``country`` are those of :meth:`entities`. Values are compared in the base unit
        that most of the entities have. Denied facts count for ``facts`` and ``sources`` only. Raises :class:`UsageError` for an
        unknown word or name.

        >>> from extractor.graph import example_document
        >>> from extractor.query import KnowledgeGraph
        >>> print(KnowledgeGraph(example_document()).rank("core_count", type="CHIP")[0])
        1. AWS Graviton4 (96)
        """
        return Ranking(self._asked, by, top, lowest, **things)

    @cached_property
    def _asked(self) -> Asked:
        return Asked(self._backend)

    def _one(self, name: str) -> str:
        return self._backend.names.one(name).id

    def _relations(self, predicate: Words, without: Words, modality: Words) -> Relations:
        excluded = self._asked.words("predicate", without) or frozenset()
        return Relations(self._asked.words("predicate", predicate), excluded, self._asked.words("modality", modality))
