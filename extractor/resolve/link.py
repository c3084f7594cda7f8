"""Linking: readings of many articles become entities and facts of one graph."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractor.articles.article import Article
from extractor.catalogue import Catalogue
from extractor.errors import UsageError
from extractor.facts import Entity, Evidence, Fact
from extractor.pipeline.reading import Reading, Statement
from extractor.resolve.copies import copies_of
from extractor.resolve.identify import identities, merge
from extractor.resolve.identity.processes import own_processes
from extractor.resolve.identity.verdicts import Verdicts
from extractor.resolve.lineage import with_baselines

Complete = Callable[[list[Fact]], list[Fact]]


@dataclass(frozen=True, slots=True)
class Linked:
    """Entities and facts of a graph, both sorted by id, and the articles that repeat another one (id -> id)."""

    entities: list[Entity]
    facts: list[Fact]
    copies: dict[str, str] = field(default_factory=dict)


def link(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    catalogue: Catalogue,
    symmetric: Container[str] = (),
    verdicts: Verdicts | None = None,
) -> Linked:
    """Give local entities their graph ids and join statements that say the same.

    ``readings`` stand in the order of ``articles``; the outcome does not depend on it. The ends of a fact of a ``symmetric``
    predicate are put in the order of their ids, so that "A and B" and "B and A" are one fact. ``verdicts`` are a user's about
    which names are one thing. Raises :class:`UsageError` where a reading belongs to another article.
    """
    for article, reading in zip(articles, readings, strict=True):
        if article.id != reading.article:
            raise UsageError(f"reading of {reading.article} given for article {article.id} ({article.path})")
    readings = [own_processes(reading, catalogue.entries) for reading in readings]
    ids = identities(readings, catalogue.entries, verdicts)
    copies = copies_of(articles)
    entities = merge(readings, ids)

    def complete(facts: list[Fact]) -> list[Fact]:
        return with_baselines(facts, {entity.id for entity in entities}, catalogue, copies)

    return Linked(entities, join(articles, readings, ids, copies, symmetric, complete), copies)


def join(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    ids: Sequence[Sequence[str]],
    copies: Mapping[str, str],
    symmetric: Container[str] = (),
    complete: Complete = list,
) -> list[Fact]:
    """Join the statements that say the same, sorted by id; ``ids`` are the graph ids of the entities of each reading.

    Before, ``complete`` may add to the facts, which are in the order of articles and statements, what others tell of them.
    """
    read = zip(articles, readings, ids, strict=True)
    said: dict[str, list[Fact]] = defaultdict(list)
    for fact in complete([fact for one in read for fact in facts_of(*one, symmetric)]):
        said[fact.id].append(fact)
    return [_joined(said[id_], copies) for id_ in sorted(said)]


def facts_of(article: Article, reading: Reading, ids: Sequence[str], symmetric: Container[str] = ()) -> Iterator[Fact]:
    """The statements of one reading, in order, as facts that rest on this article alone."""
    for statement in reading.statements:
        fact = _fact(article, statement, ids)
        if fact.predicate in symmetric and fact.object is not None and fact.object < fact.subject:
            fact = replace(fact, subject=fact.object, object=fact.subject)
        yield fact


def _fact(article: Article, statement: Statement, ids: Sequence[str]) -> Fact:
    quote = article.text[statement.start : statement.end]
    evidence = Evidence(article.id, statement.start, statement.end, quote, statement.by, statement.spans)

    def graph_id(local: int | None) -> str | None:
        return None if local is None else ids[local]

    return Fact(
        subject=ids[statement.subject],
        predicate=statement.predicate,
        object=graph_id(statement.object),
        attribute=statement.attribute,
        value=statement.value,
        status=statement.status,
        date=statement.date,
        modality=statement.modality,
        attributed_to=graph_id(statement.attributed_to),
        qualifiers=statement.qualifiers,
        confidence=statement.confidence,
        evidence=(evidence,),
    )


def _joined(same: list[Fact], copies: Mapping[str, str]) -> Fact:
    """One fact with all evidence; qualifiers come from the surest source.

    Sources are taken for independent, so their doubts multiply (noisy or); a copy adds nothing to its original.
    """
    same = sorted(same, key=lambda f: (-f.confidence, f.evidence))
    surest: dict[str, float] = {}
    for fact in same:
        article = fact.evidence[0].article
        surest.setdefault(copies.get(article, article), fact.confidence)
    doubt = math.prod(1.0 - surest[article] for article in sorted(surest))
    attributed = next((f.attributed_to for f in same if f.attributed_to), None)
    best = replace(same[0], attributed_to=attributed)
    evidence = tuple(sorted({e for f in same for e in f.evidence}))
    return best.with_evidence(evidence, round(1.0 - doubt, 4))
