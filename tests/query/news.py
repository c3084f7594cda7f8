"""Hand-built graphs: who wrote what on which day, and the fact that was read from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from extractor.articles.article import Article
from extractor.facts import Entity, EntityMention, Evidence, Fact
from extractor.graph import Document
from extractor.ontology import Quantity, load_ontology
from extractor.query import KnowledgeGraph
from extractor.query.agreement import Claim, ClaimReader, Relation, relate

CHIP = "chip:x1"


@dataclass(frozen=True)
class Said:
    """A sentence of an article and the fact in it."""

    source: str
    day: str | None
    quote: str
    fact: Fact


def spec(attribute: str, amount: float, unit: str, text: str, **more: Any) -> Fact:
    """A has_spec fact of the chip; ``bound`` and ``low`` go to the value."""
    parts = {key: more.pop(key) for key in ("bound", "low") if key in more}
    value = Quantity(amount, unit, text, **parts)
    return Fact(more.pop("subject", CHIP), "has_spec", attribute=attribute, value=value, **more)


def compares(metric: str, amount: float, unit: str, text: str, **more: Any) -> Fact:
    return replace(spec(metric, amount, unit, text, **more), predicate="compares_to")


def status(name: str, date: str | None = None, **more: Any) -> Fact:
    return Fact(more.pop("subject", CHIP), "has_status", status=name, date=date, **more)


def graph(*sayings: Said, copies: Mapping[str, str] | None = None) -> KnowledgeGraph:
    """The graph of what was said; sayings of one source and day are one article. ``copies`` go by source."""
    bodies: dict[tuple[str, str | None], list[str]] = {}
    for said in sayings:
        bodies.setdefault((said.source, said.day), []).append(said.quote)
    articles = {
        key: Article(
            f"News of {key[0]}", "\n".join(lines), f"{key[0]}.md", f"https://{key[0]}/{key[1]}", key[1], key[0]
        )
        for key, lines in bodies.items()
    }
    ids = {article.source: article.id for article in articles.values()}
    facts: dict[str, Fact] = {}
    for said in sayings:
        fact = replace(said.fact, evidence=(_evidence(articles[said.source, said.day], said),))
        known = facts.setdefault(fact.id, fact)
        facts[fact.id] = replace(known, evidence=tuple(dict.fromkeys((*known.evidence, *fact.evidence))))
    repeated = {ids[one]: ids[other] for one, other in (copies or {}).items()}
    entities = [_entity(key, articles) for key in {end for f in facts.values() for end in (f.subject, f.object) if end}]
    return KnowledgeGraph(Document.build(articles.values(), entities, facts.values(), repeated))


def relation(one: Said, other: Said) -> Relation:
    """How the first saying stands to the second."""
    first, second = (_claim(said) for said in (one, other))
    found = relate(first, second, load_ontology())
    assert relate(second, first, load_ontology()) == found.mirrored
    return found


def _claim(said: Said) -> Claim:
    (claim,) = ClaimReader(load_ontology()).read(graph(said))
    return claim


def _evidence(article: Article, said: Said) -> Evidence:
    start = article.text.index(said.quote)
    text = said.fact.value.text if said.fact.value else ""
    at = start + said.quote.index(text) if text else start
    spans = ((at, at + len(text), "value"),) if text else ()
    return Evidence(article.id, start, start + len(said.quote), said.quote, "test", spans)


def _entity(key: str, articles: Mapping[Any, Article]) -> Entity:
    kind, _, name = key.partition(":")
    article = min(articles.values(), key=lambda a: a.id)
    return Entity(key, kind.upper(), name.upper(), (), (EntityMention(article.id, 0, 4, "News"),))
