"""Readings from a graph that was written: as much of them as identity asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extractor.catalogue.names import key
from extractor.facts import Entity, EntityMention, Fact
from extractor.pipeline.reading import LocalEntity, Mention, Reading, Statement
from extractor.resolve.identity.judge import Judge
from extractor.resolve.identity.known import KnownThings
from extractor.resolve.identity.local import CLAIMS
from extractor.resolve.identity.profile import Named, known_profile, profiles


@dataclass(frozen=True, slots=True)
class Recalled:
    """A reading and the graph ids of its entities, in order."""

    reading: Reading
    ids: tuple[str, ...]


def recall(entities: Iterable[Entity], facts: Iterable[Fact], known: KnownThings) -> list[Recalled]:
    """What every article named, sorted by article: each entity of the graph once in each of its articles.

    The name is the longest form of the article. A thing of the catalogue is taken for unseen in the articles that use none of
    the catalogue's names for it, if the rules would find it again. Of the statements only those that tell a maker are there.
    """
    named: dict[str, dict[str, LocalEntity]] = defaultdict(dict)
    judge = Judge(known)
    for entity in sorted(entities, key=lambda one: one.id):
        for article, mentions in _by_article(entity.mentions).items():
            named[article][entity.id] = _local(entity, mentions, known, judge)
    said = _claims(facts)
    return [_recalled(article, named[article], said.get(article, ())) for article in sorted(named)]


def _by_article(mentions: Iterable[EntityMention]) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.article].append(Mention(mention.start, mention.end, mention.text))
    return found


def _local(entity: Entity, mentions: list[Mention], known: KnownThings, judge: Judge) -> LocalEntity:
    name = min((mention.text for mention in mentions), key=lambda text: (-len(text), text))
    if entity.known and entity.id in known.entries and not _unseen(entity, mentions, name, known, judge):
        return LocalEntity(entity.type, entity.name, entity.id, tuple(mentions))
    sized = known.with_name(entity.type, name)
    full = entity.name if sized and known.is_size(sized) else name
    return LocalEntity(entity.type, full, None, tuple(mentions))


def _unseen(entity: Entity, mentions: list[Mention], name: str, known: KnownThings, judge: Judge) -> bool:
    entry = known.entries[entity.id]
    forms = {key(form) for form in (entry.name, *entry.forms, *entry.context_aliases)}
    if any(key(mention.text) in forms for mention in mentions):
        return False
    (profile,) = profiles([Named(entity.type, name)], known).values()
    return judge.judge(profile, known_profile(entity.id, known)).verdict == "same"


def _claims(facts: Iterable[Fact]) -> Mapping[str, set[Fact]]:
    found: dict[str, set[Fact]] = defaultdict(set)
    for fact in facts:
        if fact.predicate in CLAIMS and fact.object:
            for evidence in fact.evidence:
                found[evidence.article].add(fact)
    return found


def _recalled(article: str, named: Mapping[str, LocalEntity], facts: Iterable[Fact]) -> Recalled:
    place = {id_: n for n, id_ in enumerate(named)}
    statements = (
        Statement(place[f.subject], f.predicate, 0, 0, "graph", object=place[f.object], confidence=f.confidence)
        for f in sorted(facts, key=lambda fact: fact.id)
        if f.subject in place and f.object in place
    )
    return Recalled(Reading(article, tuple(named.values()), tuple(statements)), tuple(named))
