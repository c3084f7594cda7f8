"""An article with what it names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Self

from extractor.articles.article import Article
from extractor.errors import UsageError
from extractor.facts.entity import Entity, EntityMention
from extractor.graph.document import Document


@dataclass(frozen=True, slots=True, repr=False)
class ArticleView:
    """An article of a graph and the entities that are named in it, sorted by id."""

    article: Article
    entities: tuple[Entity, ...]

    @classmethod
    def of(cls, document: Document, ids: Collection[str], named: str) -> Self:
        """The view of the only article of these ids; raises :class:`UsageError` where ``named`` means several."""
        if len(ids) > 1:
            raise UsageError(f"{named!r} may be {', '.join(sorted(ids)[:5])}; give the id")
        (article,) = (article for article in document.articles if article.id in ids)
        entities = (one for one in document.entities if any(mention.article in ids for mention in one.mentions))
        return cls(article, tuple(entities))

    @property
    def mentions(self) -> list[tuple[EntityMention, Entity]]:
        """Every name in the article with the entity that it means, in the order of the text."""
        found = ((m, entity) for entity in self.entities for m in entity.mentions if m.article == self.article.id)
        return sorted(found, key=lambda pair: (pair[0].start, -pair[0].end, pair[1].id))

    def __repr__(self) -> str:
        return f"<ArticleView: {self.article.title or self.article.path}, {len(self.mentions)} names>"

    def _repr_html_(self) -> str:
        from extractor.notebook import article_html

        return article_html(self.article, self.entities)
