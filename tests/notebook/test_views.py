"""What the objects show of themselves."""

from __future__ import annotations

import subprocess
import sys

import pytest

import extractor
from extractor.graph import example_document
from extractor.page.safe import sentence
from extractor.query import KnowledgeGraph
from tests.export.hostile import TEXTS, infested
from tests.notebook.reading import read, said


@pytest.fixture
def graph() -> KnowledgeGraph:
    return KnowledgeGraph(example_document())


def test_a_graph_is_a_table_of_its_numbers(graph: KnowledgeGraph) -> None:
    element = read(graph._repr_html_())
    assert "2 articles, 5 entities, 7 facts" in said(element)
    assert [row.text for row in element.iter("th")] == ["entities", "facts", "modality", "sources", "most facts"]


def test_a_fact_shows_its_sentences_with_marks(graph: KnowledgeGraph) -> None:
    (fact,) = graph.facts("AWS", "announces")
    element = read(fact._repr_html_())
    quotes = ["".join(quote.itertext()) for quote in element.iter("blockquote")]
    assert quotes == list(fact.quotes)
    marks = {(mark.get("data-label"), mark.text) for mark in element.iter("mark")}
    assert {("subject", "AWS"), ("cue", "unveiled"), ("object", "Graviton4")} <= marks
    assert [link.get("href") for link in element.iter("a")] == ["https://example.org/aws"]
    assert "confidence 0.97" in said(element)
    (rumour,) = graph.facts(modality="reported")
    assert [tag.text for tag in read(rumour._repr_html_()).iter("span")] == ["reported"]


def test_answers_are_tables(graph: KnowledgeGraph) -> None:
    for answer, columns in (
        (graph.facts(), 9),
        (graph.entities(), 7),
        (graph.rank("facts"), 5),
        (graph.paths("AWS", "Neoverse V2"), 11),
        (graph.neighbours("AWS"), 5),
    ):
        element = read(answer._repr_html_())
        assert len(element.findall(".//tbody/tr")) == len(answer.rows())
        assert len(element.findall(".//th")) == columns
    assert "0 in all" in said(read(graph.facts(modality="denied")._repr_html_()))


def test_a_long_answer_is_cut_and_says_so() -> None:
    graph = extractor.load("graphs/2024-03-18-nvidia-unveils-blackwell-b200.json")
    facts = graph.facts()
    element = read(facts._repr_html_())
    assert len(element.findall(".//tbody/tr")) == 20
    assert f"20 of {len(facts)}" in said(element)


def test_an_article_shows_every_name(graph: KnowledgeGraph) -> None:
    view = graph.article("news/aws.md")
    element = read(view._repr_html_())
    text = element.find(".//div[@class='text']")
    assert "".join(text.itertext()) == view.article.text
    assert len(text.findall(".//mark[@data-last]")) == len(view.mentions) == 10
    assert {mark.get("data-label") for mark in text.iter("mark")} == {"ORG", "CHIP", "TECHNOLOGY", "EVENT"}
    plain = read(view.article._repr_html_())
    assert "".join(plain.find(".//div[@class='text']").itertext()) == view.article.text
    assert not list(plain.iter("mark"))


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_hostile_texts_are_text(text: str) -> None:
    graph = KnowledgeGraph(infested(text))
    shown = [graph, graph.facts(), graph.entities(), *graph.facts(), *graph.articles]
    shown += [graph.article(article.id) for article in graph.articles]
    allowed = {"div", "style", "p", "table", "thead", "tbody", "tr", "th", "td", "span", "blockquote", "mark", "a"}
    for one in shown:
        element = read(one._repr_html_())
        assert {child.tag for child in element.iter()} <= allowed
        assert all(link.get("href").startswith(("http://", "https://")) for link in element.iter("a"))
    article = graph.articles[0]
    body = read(article._repr_html_()).find(".//div[@class='text']")
    assert "".join(body.itertext()) == sentence(article.text)


def test_tables_of_other_languages() -> None:
    from extractor.languages.table import Table

    element = read(Table(["name", "amount"], [("<b>", 1.5), (None, 12000)])._repr_html_())
    assert [cell.text for cell in element.iter("td")] == ["<b>", "1.5", None, "12,000"]


def test_nothing_is_imported_before_a_notebook_asks() -> None:
    code = "import sys, extractor; extractor.KnowledgeGraph; sys.exit('extractor.notebook' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
