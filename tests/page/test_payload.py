from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from extractor.articles.article import Article
from extractor.facts import Entity, EntityMention, Evidence, Fact
from extractor.graph import Document, example_document
from extractor.ontology import load_ontology
from extractor.page.payload import payload
from extractor.query import KnowledgeGraph


def tables(document: Document, least: float = 0.0) -> dict[str, Any]:
    return payload(KnowledgeGraph(document), "t", load_ontology(), least)


def test_every_sentence_is_there_once() -> None:
    data = tables(example_document())
    assert len(data["sentences"]) == 5
    assert sum(len(fact[-1]) for fact in data["facts"]) == 8


def test_spans_count_as_browsers_count() -> None:
    article = Article("", "\U0001f600 Acme makes \U0001f680 Rocket.", "a.md")
    text = article.text
    maker = Entity("org:acme", "ORG", "Acme", (), (EntityMention(article.id, 2, 6, "Acme"),))
    chip = Entity("chip:rocket", "CHIP", "Rocket", (), (EntityMention(article.id, 15, 21, "Rocket"),))
    proof = Evidence(article.id, 0, len(text), text, "rule", ((2, 6, "subject"),))
    data = tables(
        Document.build([article], [maker, chip], [Fact("org:acme", "makes", "chip:rocket", evidence=(proof,))])
    )
    (use,) = data["facts"][0][-1]
    units = data["sentences"][use[0]][1].encode("utf-16-le")
    parts = [units[2 * start : 2 * end].decode("utf-16-le") for start, end in zip(use[2::3], use[3::3], strict=True)]
    assert parts == ["Acme", "Rocket"]
    assert use[4::3] == ["subject", "object"]  # the object was not marked: its name is


def test_uncertain_facts_are_left_out() -> None:
    assert len(tables(example_document(), 0.75)["facts"]) == 5


def test_timelines_are_those_of_the_query() -> None:
    document = example_document()
    data = tables(document)
    number = next(n for n, entity in enumerate(data["entities"]) if entity[0] == "chip:graviton4")
    assert [event[0] for event in data["timelines"][str(number)]] == ["announced", "preview"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://example.org/x"])
def test_addresses(url: str) -> None:
    document = example_document()
    articles = {one.id: replace(one, url=url) for one in document.articles}
    kept = Document.build(articles.values(), (), ())
    assert {row[2] for row in tables(kept)["articles"]} == {url if url.startswith("https") else ""}
