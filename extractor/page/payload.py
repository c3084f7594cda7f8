"""What the page knows: the graph as tables of short rows (docs/page.md lists their columns)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

import yaml

from extractor.articles.article import Article
from extractor.facts.entity import Entity
from extractor.graph.wording import quantity_text, value_text
from extractor.ontology import Ontology, load_ontology
from extractor.page.agreement import conflicts, timelines
from extractor.page.layout import places
from extractor.page.safe import address, name
from extractor.page.sentences import Sentences
from extractor.page.tables import Table
from extractor.query import FactView, KnowledgeGraph
from extractor.query.dates import period
from extractor.query.support import Independence

FORMS = 12  # of an entity's names at most


def payload(
    graph: KnowledgeGraph, title: str, ontology: Ontology | None, min_confidence: float = 0.0
) -> dict[str, Any]:
    """The tables of a page; numbers in them count rows of other tables, -1 and empty texts stand for nothing."""
    known = ontology or load_ontology()
    document = graph.document
    facts = [fact for fact in graph if fact.confidence >= min_confidence]
    entities = {entity.id: number for number, entity in enumerate(document.entities)}
    articles = {article.id: number for number, article in enumerate(document.articles)}
    numbers = {fact.id: number for number, fact in enumerate(facts)}
    independence = Independence(document)
    copies = dict(document.copies)
    types = [kind for kind in known.types if any(entity.type == kind for entity in document.entities)]
    types += sorted({entity.type for entity in document.entities} - {*types})
    predicates, modalities, labels, sentences = Table[str](), Table[str](), Table[str](), Sentences(articles)
    inverse = yaml.safe_load(resources.files(__package__).joinpath("inverse.yaml").read_text(encoding="utf-8"))
    for modality in known.modalities:
        modalities.number(modality)
    rows = [_fact(fact, entities, known, (predicates, modalities, labels), sentences) for fact in facts]
    where = places(len(entities), _links(facts, entities))
    return {
        "title": name(title),
        "types": [[name(kind), name(known.types[kind].label) if kind in known.types else name(kind)] for kind in types],
        "predicates": [name(word.replace("_", " ")) for word in predicates.rows],
        "inverse": [name(inverse.get(word, f"← {word}")) for word in predicates.rows],
        "modalities": [name(word) for word in modalities.rows],
        "labels": [name(word) for word in labels.rows],
        "articles": [_article(one, articles, copies, independence) for one in document.articles],
        "entities": [_entity(one, place, types) for one, place in zip(document.entities, where, strict=True)],
        "facts": rows,
        "sentences": sentences.rows,
        "rules": sentences.rules,
        "conflicts": conflicts(graph, known, min_confidence, entities, numbers),
        "timelines": timelines(facts, known, independence, entities, numbers),
    }


def _links(facts: Sequence[FactView], entities: Mapping[str, int]) -> dict[tuple[int, int], float]:
    """Pairs of entities that facts link, the smaller number first; several facts pull a little more than one."""
    count = Counter(
        tuple(sorted((entities[fact.subject.id], entities[fact.object.id])))
        for fact in facts
        if fact.object and fact.object.id != fact.subject.id
    )
    return {(one, other): min(facts, 4) / 4 + 0.75 for (one, other), facts in count.items()}


def _article(
    article: Article, articles: Mapping[str, int], copies: Mapping[str, str], independence: Independence
) -> list[Any]:
    """``[id, title, address, published, source, path, original, root]``."""
    original = articles.get(copies.get(article.id, ""), -1)
    root = articles.get(independence.root(article.id), articles[article.id])
    texts = (article.title, address(article.url), article.published or "", article.source or "", article.path)
    return [article.id, *map(name, texts), original, root]


def _entity(entity: Entity, place: tuple[int, int], types: Sequence[str]) -> list[Any]:
    """``[id, type, name, x, y, [form, count, ...], articles]``, the most frequent of its forms first."""
    forms = Counter(name(mention.text) for mention in entity.mentions)
    shown = sorted(forms.items(), key=lambda pair: (-pair[1], pair[0]))[:FORMS]
    articles = len({mention.article for mention in entity.mentions})
    flat = [part for pair in shown for part in pair]
    return [name(entity.id), types.index(entity.type), name(entity.name) or name(entity.id), *place, flat, articles]


def _fact(
    fact: FactView,
    entities: Mapping[str, int],
    ontology: Ontology,
    tables: tuple[Table[str], Table[str], Table[str]],
    sentences: Sentences,
) -> list[Any]:
    """``[id, predicate, subject, object, says, label, value, modality, speaker, confidence, dates, extras, evidence]``."""
    predicates, modalities, labels = tables
    ends = [entities[one.id] if one else -1 for one in (fact.subject, fact.object, fact.speaker)]
    says = value_text(fact.fact) if fact.object else fact.said
    topic = fact.attribute or fact.status
    value = quantity_text(fact.value) if fact.value else fact.date or ""
    return [
        fact.id, predicates.number(fact.predicate), ends[0], ends[1], name(says),
        labels.number(_label(topic, ontology)) if topic else -1, name(value),
        modalities.number(fact.modality), ends[2], round(fact.confidence, 2), _dates(fact), _extras(fact),
        sentences.uses(fact),
    ]  # fmt: skip


def _label(topic: str, ontology: Ontology) -> str:
    attribute = ontology.attributes.get(topic)
    return attribute.label if attribute else topic.replace("_", " ")


def _dates(fact: FactView) -> list[str]:
    """First and last day of the fact's own date, where it has one (as :class:`extractor.query` understands it)."""
    own = fact.date or fact.fact.said.get("date")
    days = period(own) if isinstance(own, str) else None
    return [day.isoformat() for day in days] if days else []


def _extras(fact: FactView) -> list[str]:
    """Qualifiers that the wording does not show, in words."""
    found = []
    for key, said in fact.fact.qualifiers:
        if key not in ("bound", "baseline", "counted"):
            found.append(name(f"{key.replace('_', ' ')}: {said if isinstance(said, str) else ', '.join(said)}"))
    return found
