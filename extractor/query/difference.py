"""What came, went and changed between two graphs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from extractor.articles.article import Article
from extractor.facts.entity import Entity
from extractor.graph.document import Document
from extractor.query.changes import Change, compare_facts
from extractor.query.view import FactView

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Difference:
    """The difference between two graphs: what came, what went, what changed, each in a fixed order."""

    articles_came: tuple[Article, ...] = ()
    articles_went: tuple[Article, ...] = ()
    entities_came: tuple[Entity, ...] = ()
    entities_went: tuple[Entity, ...] = ()
    entities_changed: tuple[tuple[Entity, Entity], ...] = ()
    facts_came: tuple[FactView, ...] = ()
    facts_went: tuple[FactView, ...] = ()
    facts_changed: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any difference."""
        return any(getattr(self, name) for name in self.__slots__)

    def to_dict(self) -> dict[str, Any]:
        """The difference as plain data."""
        return {
            "articles": {"came": _articles(self.articles_came), "went": _articles(self.articles_went)},
            "entities": {
                "came": [_entity(entity) for entity in self.entities_came],
                "went": [_entity(entity) for entity in self.entities_went],
                "changed": [{"old": _entity(old), "new": _entity(new)} for old, new in self.entities_changed],
            },
            "facts": {
                "came": [fact.to_dict() for fact in self.facts_came],
                "went": [fact.to_dict() for fact in self.facts_went],
                "changed": [change.to_dict() for change in self.facts_changed],
            },
        }


def difference(
    old: Document, old_facts: Iterable[FactView], new: Document, new_facts: Iterable[FactView]
) -> Difference:
    """The difference between two documents, of which ``old_facts`` and ``new_facts`` are all facts."""
    changed = compare_facts({fact.id: fact for fact in old_facts}, {fact.id: fact for fact in new_facts})
    articles = [{article.id: article for article in document.articles} for document in (old, new)]
    entities = [{entity.id: entity for entity in document.entities} for document in (old, new)]
    return Difference(
        articles_came=_missing(articles[1], articles[0]),
        articles_went=_missing(articles[0], articles[1]),
        entities_came=_missing(entities[1], entities[0]),
        entities_went=_missing(entities[0], entities[1]),
        entities_changed=tuple(
            (entity, entities[1][key])
            for key, entity in sorted(entities[0].items())
            if key in entities[1] and _entity(entity) != _entity(entities[1][key])
        ),
        facts_came=changed.came,
        facts_went=changed.went,
        facts_changed=changed.changes,
    )


def _missing(these: Mapping[str, Item], those: Mapping[str, Item]) -> tuple[Item, ...]:
    """What is in these and not in those, by id."""
    return tuple(these[key] for key in sorted(these.keys() - those.keys()))


def _entity(entity: Entity) -> dict[str, Any]:
    return {"id": entity.id, "type": entity.type, "name": entity.name, "aliases": list(entity.aliases)}


def _articles(articles: Iterable[Article]) -> list[dict[str, Any]]:
    keys = ("id", "path", "url", "title", "published", "source")
    return [{key: getattr(article, key) for key in keys} for article in articles]
