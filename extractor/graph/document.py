"""The graph document: articles, entities and facts, lossless and in one canonical order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from extractor.articles.article import Article
from extractor.errors import DataError
from extractor.facts.entity import Entity
from extractor.facts.fact import Fact
from extractor.graph.check import find_problems
from extractor.graph.decode import decode_article, decode_entity, decode_fact
from extractor.graph.encode import encode_article, encode_entity, encode_fact, number
from extractor.graph.scrub import well_formed

SCHEMA = "hardware-announcements/1"
Item = TypeVar("Item", Entity, Fact)


@dataclass(frozen=True, slots=True)
class Document:
    """What was extracted, as it is written to disk; make one with :meth:`build`, which puts everything in order.

    ``copies`` pairs the id of an article with the id of the one that it repeats.

    >>> from extractor.graph import example_document
    >>> document = example_document()
    >>> Document.from_dict(document.to_dict()) == document
    True
    """

    articles: tuple[Article, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()

    @classmethod
    def build(
        cls,
        articles: Iterable[Article],
        entities: Iterable[Entity],
        facts: Iterable[Fact],
        copies: Mapping[str, str] | None = None,
    ) -> Document:
        """The canonical document: the same for any order of the arguments, and fit to be written as UTF-8.

        An article that is given twice is kept once, under the first of its paths. Raises :class:`DataError` where two
        entities or two facts have one id.
        """
        given = list(articles)
        kept = {article.id: article for article in sorted(map(well_formed, given), key=lambda a: a.path, reverse=True)}
        renamed = {a.id: well_formed(a).id for a in given if well_formed(a) is not a}
        return cls(
            articles=tuple(kept[key] for key in sorted(kept)),
            entities=_unique("entity", (_entity(well_formed(entity), renamed) for entity in entities)),
            facts=_unique("fact", (_fact(well_formed(fact), renamed) for fact in facts)),
            copies=tuple(sorted((renamed.get(a, a), renamed.get(b, b)) for a, b in (copies or {}).items())),
        )

    def confident(self, least: float) -> Document:
        """The document without the facts that are less certain than ``least``; the entities stay."""
        return replace(self, facts=tuple(fact for fact in self.facts if fact.confidence >= least))

    def to_dict(self) -> dict[str, Any]:
        """The document as plain dictionaries and lists, its fields in the order of the JSON Schema."""
        copies = dict(self.copies)
        return {
            "schema": SCHEMA,
            "articles": [encode_article(article, copies.get(article.id)) for article in self.articles],
            "entities": [encode_entity(entity) for entity in self.entities],
            "facts": [encode_fact(fact) for fact in self.facts],
        }

    @classmethod
    def from_dict(cls, data: Any, file: str = "graph document") -> Document:
        """The document of ``data``; raises :class:`DataError` naming ``file`` and entry where it breaks a rule."""
        for entry, reason in find_problems(data):
            raise DataError(file, entry, reason)
        return cls.build(
            map(decode_article, data["articles"]),
            map(decode_entity, data["entities"]),
            map(decode_fact, data["facts"]),
            {raw["id"]: raw["syndicated_from"] for raw in data["articles"] if raw["syndicated_from"]},
        )


def _entity(entity: Entity, renamed: Mapping[str, str]) -> Entity:
    mentions = sorted({replace(m, article=renamed.get(m.article, m.article)) for m in entity.mentions})
    return replace(entity, aliases=tuple(sorted(set(entity.aliases))), mentions=tuple(mentions))


def _fact(fact: Fact, renamed: Mapping[str, str]) -> Fact:
    """The fact with sorted evidence, whole numbers as integers and a confidence that no machine rounds differently."""
    value = fact.value
    if value is not None:
        low = None if value.low is None else number(value.low)
        value = replace(value, amount=number(value.amount), low=low)
    evidence = {
        replace(e, article=renamed.get(e.article, e.article), spans=tuple(sorted(e.spans))) for e in fact.evidence
    }
    confidence = number(max(round(fact.confidence, 4), 0.0001))
    return replace(
        fact,
        value=value,
        qualifiers=tuple(sorted(fact.qualifiers)),
        confidence=confidence,
        evidence=tuple(sorted(evidence)),
    )


def _unique(kind: str, items: Iterable[Item]) -> tuple[Item, ...]:
    found: dict[str, Item] = {}
    for item in items:
        if found.setdefault(item.id, item) is not item:
            raise DataError(
                "graph document", f"{kind} {item.id}", f"there are two of this {kind}; resolve them into one"
            )
    return tuple(found[key] for key in sorted(found))
