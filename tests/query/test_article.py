from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.errors import UsageError
from extractor.graph import Document, example_document
from extractor.query import KnowledgeGraph


def test_articles_are_found_by_id_path_and_address(graph: KnowledgeGraph) -> None:
    first = graph.articles[0]
    assert graph.article(first.id[:6]).article == first
    assert graph.article("https://example.org/aws").article.path == "news/aws.md"
    with pytest.raises(UsageError, match="no article"):
        graph.article("nowhere.md")
    with pytest.raises(UsageError, match="give the id"):
        KnowledgeGraph(_with_one_path(example_document())).article("same.md")


def test_names_are_told_in_the_order_of_the_text(graph: KnowledgeGraph) -> None:
    view = graph.article("feeds/echo.xml#item-2")
    assert [(mention.text, entity.id) for mention, entity in view.mentions] == [
        ("Amazon Web Services", "org:aws"), ("Graviton4", "chip:graviton4"), ("Trainium2", "chip:trainium2"),
    ]  # fmt: skip
    assert repr(view) == "<ArticleView: Cloud chips, 3 names>"


def _with_one_path(document: Document) -> Document:
    articles = [replace(article, path="same.md") for article in document.articles]
    return Document.build(articles, document.entities, document.facts)
