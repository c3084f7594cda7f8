"""Tools that find: entities, facts, and the paths between two entities."""

from __future__ import annotations

from typing import Any

from extractor.agents import parameters as given
from extractor.agents.bounds import clipped, listed
from extractor.agents.current import CurrentGraph
from extractor.agents.encode import Plain, entity_item, passage_item, path_item, supported
from extractor.query import KnowledgeGraph, UnknownEntityError
from extractor.query.names import fold


class FindingTools:
    """Methods that become tools: their names, docstrings and parameters are what an agent sees."""

    def __init__(self, current: CurrentGraph) -> None:
        self._current = current

    def find_entities(
        self,
        name: given.Entity = "",
        type: given.Types = "",
        made_by: given.Maker = "",
        family: given.Family = "",
        country: given.Country = "",
        limit: given.Limit = 20,
        offset: given.Offset = 0,
    ) -> Plain:
        """Find companies, chips, systems, technologies, people, places and other things by a part of their name and by
        what they are. Begin here when you are not sure how something is called. Those that are named most come first.
        """
        graph = self._current.graph()
        options = _given(type=type, made_by=made_by, family=family, country=country)
        found = list(graph.entities(name=name or None, **options))
        key = fold(name)
        exact = {one.id for one in found if key in {fold(one.name), *map(fold, one.aliases)}}
        found.sort(key=lambda one: (one.id not in exact, -len(one.mentions), one.id))
        near = [] if found or not name else _near(graph, name)
        return listed("entities", found, entity_item, limit, offset, **({"near": near} if near else {}))

    def list_facts(
        self,
        about: given.Entity = "",
        subject: given.Entity = "",
        object: given.Entity = "",
        predicate: given.Predicates = "",
        attribute: given.Attributes = "",
        status: given.Statuses = "",
        modality: given.Modalities = "",
        type: given.Types = "",
        made_by: given.Maker = "",
        said_by: given.Entity = "",
        source: given.Publishers = "",
        since: given.Since = "",
        until: given.Until = "",
        over: given.Over = "",
        under: given.Under = "",
        min_confidence: given.Confidence = 0.0,
        min_sources: given.Sources = 0,
        conflicting: given.Disputed = None,
        limit: given.Limit = 20,
        offset: given.Offset = 0,
        evidence: given.Evidence = 2,
    ) -> Plain:
        """List the facts that fulfil every condition, each with its sentences, their articles, sources, dates and
        addresses, its confidence (0 to 1), its modality and who says so. `about` is an entity at either end, `type` and
        `made_by` hold for the subject. Without conditions all facts are listed.
        """
        options = _given(
            entity=about, subject=subject, object=object, predicate=predicate, attribute=attribute, status=status,
            modality=modality, type=type, made_by=made_by, said_by=said_by, source=source, since=since, until=until,
            over=over, under=under, min_confidence=min_confidence, independent=min_sources,
        )  # fmt: skip
        facts = self._current.graph().facts(**options)
        if conflicting is not None:
            facts = facts.conflicting(conflicting)
        return listed("facts", facts, supported(facts, evidence), limit, offset)

    def explain_fact(self, fact: given.FactId, limit: given.Limit = 10, offset: given.Offset = 0) -> Plain:
        """Show why a fact is in the graph: every sentence with its parts marked, the text around it, the rule that
        read it, and the article with its address.
        """
        graph = self._current.graph()
        found = graph.explain(fact)
        facts = graph.facts()
        return listed("passages", found.passages, passage_item, limit, offset) | {
            "fact": clipped(supported(facts, 0)(found.fact))
        }

    def paths(
        self,
        start: given.Entity,
        end: given.Entity,
        predicate: given.Predicates = "",
        at_most: given.Steps = 0,
        limit: given.Limit = 5,
        offset: given.Offset = 0,
    ) -> Plain:
        """Show how two entities are connected by facts, the shortest paths first; facts lead in both directions, denied
        ones nowhere.
        """
        graph = self._current.graph()
        wanted = predicate or None
        found = graph.paths(start, end, at_most or None, limit=offset + limit + 1, predicate=wanted)
        answer = listed("paths", found, lambda path: path_item(path, evidence=1), limit, offset)
        del answer["total"]  # the longer ones were not counted
        return answer


def _given(**options: Any) -> Any:
    """The options that are given."""
    return {name: value for name, value in options.items() if value}


def _near(graph: KnowledgeGraph, name: str) -> list[str]:
    try:
        graph.entity(name)
    except UnknownEntityError as error:
        return list(error.near)
    return []
