"""Entities, facts and paths as an agent gets them: plain data with names beside ids, and every fact with its evidence."""

from __future__ import annotations

from typing import Any

from extractor.articles.article import Article
from extractor.facts.entity import Entity
from extractor.facts.fact import Evidence
from extractor.graph.encode import encode_fact
from extractor.query import Facts, FactView, Passage, Path

Plain = dict[str, Any]
KEPT = ("attribute", "metric", "value", "status", "date", "qualifiers")  # of the fact as in the document


def entity_item(entity: Entity) -> Plain:
    """An entity with the numbers of its mentions and articles."""
    articles = {mention.article for mention in entity.mentions}
    names = {"id": entity.id, "type": entity.type, "name": entity.name, "aliases": list(entity.aliases)}
    return names | {"mentions": len(entity.mentions), "articles": len(articles)}


def fact_item(fact: FactView, evidence: int, support: int | None = None) -> Plain:
    """A fact with at most so many pieces of evidence, the earliest first; what it does not have is left out.

    ``support`` is how many independent sources state it.
    """
    encoded = encode_fact(fact.fact)
    said = {name: encoded[name] for name in KEPT if encoded.get(name)}
    left_out = len(fact.evidence) - evidence
    articles = {article.id: article for article in fact.articles}
    earliest = sorted(fact.evidence, key=lambda one: (articles[one.article].published or "~", one))
    found: Plain = {
        "fact": fact.id,
        "says": fact.sentence(),
        "subject": _thing(fact.subject),
        "predicate": fact.predicate,
        "object": fact.object and _thing(fact.object),
        **said,
        "modality": fact.modality,
        "according_to": fact.speaker and _thing(fact.speaker),
        "confidence": fact.confidence,
        "independent_sources": support,
        "evidence": [_evidence(one, articles[one.article]) for one in earliest[:evidence]],
        "evidence_left_out": left_out if left_out > 0 else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def passage_item(passage: Passage) -> Plain:
    """A sentence with its marked parts, what stands around it, the rule that read it, and its article."""
    said = {"sentence": passage.quote, "marked": passage.marked(), "context": passage.context, "rule": passage.rule}
    return said | article_item(passage.article)


def path_item(path: Path, evidence: int) -> Plain:
    """A path with the facts of every step."""
    steps = [
        {
            "from": _thing(step.start),
            "to": _thing(step.end),
            "facts": [fact_item(fact, evidence) for fact in step.facts],
        }
        for step in path.steps
    ]
    return {"length": len(path), "says": str(path), "steps": steps}


def article_item(article: Article) -> Plain:
    """Where an article can be found; what is not known is ``None``."""
    return {
        "title": article.title, "source": article.source, "published": article.published, "address": article.url,
        "file": article.path,
    }  # fmt: skip


def supported(facts: Facts, evidence: int) -> Any:
    """A function that encodes one of the facts, with the number of its independent sources."""
    return lambda fact: fact_item(fact, evidence, facts.support(fact))


def _thing(entity: Entity) -> Plain:
    return {"id": entity.id, "name": entity.name}


def _evidence(evidence: Evidence, article: Article) -> Plain:
    return {"sentence": evidence.quote} | article_item(article)
