"""An article in a notebook: its text, with all that is named in it where that is known."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.articles.article import Article
from extractor.facts.entity import Entity
from extractor.notebook.frame import framed, origin
from extractor.notebook.marking import Mark, marked


def article_html(article: Article, entities: Iterable[Entity] = ()) -> str:
    """The article; the mentions of ``entities`` are marked with their types, names over and within each other too."""
    marks = [
        Mark(mention.start, mention.end, entity.type, f"{entity.name} ({entity.id})")
        for entity in entities
        for mention in entity.mentions
        if mention.article == article.id
    ]
    return framed(origin(article), f'<div class="text">{marked(article.text, marks)}</div>')
