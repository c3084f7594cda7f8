"""Whatever names and texts hold: no element and no link arises from them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.facts import Fact
from extractor.graph import Document, example_document
from extractor.ontology import Quantity
from extractor.page.safe import name
from extractor.query import KnowledgeGraph
from extractor.report import Request, report_on, to_html, to_markdown
from tests.report.reading import tokens

html = pytest.importorskip("lxml.html")
etree = pytest.importorskip("lxml.etree")
pytest.importorskip("markdown_it")
pytest.importorskip("mdit_py_plugins")
pytest.importorskip("linkify_it")

NASTY = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title><b>", "</style><svg onload=x>",
    "&lt;b&gt; &amp; &#60;", "[a](javascript:alert(1))", "![i](http://evil.example/x.png)", "<javascript:alert(1)>",
    "<http://evil.example>", "http://evil.example", "www.evil.example/x", "mail me@evil.com",
    "ftp://evil.example", "[^1]: x", "[^1]", "[a]: http://evil.example", "| a | b |", "`code` ``", "```", "~~~",
    "*e* **s** _u_ __d__ ~~x~~", "# h", "###### h", "- item", "+ item", "1. one", "2) two", "---", "***", "===",
    "> q", "a\n\n# b", "a\r\n| - |", "\\", "\\*", "a\\", "$x$ $$y$$", "!", "a!", "{{ 7*7 }}", "{% raw %}", "${x}",
    "\u202egnp.exe", "\u2066a\u2069", "a\x00b\x1b[31m", "\ud800", "''\"\"", "=cmd()", ": x", "\u2028b", "a\tb",
    "{subject}", "%s", "<!-- x -->", "]]>",
]  # fmt: skip
TAGS = set(
    "html head meta title style body main h1 h2 h3 p nav a section figure figcaption div table thead tbody tr th "
    "td ul li ol span cite sup svg g path circle text".split()
)
ATTRIBUTES = set(
    "lang charset name content http-equiv href id class scope rel aria-label data-label role xmlns viewbox width "
    "height font-family font-size d x y cx cy r text-anchor".split()
)
TOKENS = set(
    "heading_open heading_close paragraph_open paragraph_close inline text softbreak table_open table_close "
    "thead_open thead_close tbody_open tbody_close tr_open tr_close th_open th_close td_open td_close "
    "bullet_list_open bullet_list_close list_item_open list_item_close footnote_ref footnote_block_open "
    "footnote_block_close footnote_open footnote_close footnote_anchor link_open link_close em_open em_close "
    "image".split()
)
SAFE = "https://example.org/a"

texts = st.one_of(st.sampled_from(NASTY), st.text(max_size=12), st.tuples(*[st.sampled_from(NASTY)] * 2).map("".join))
urls = st.one_of(
    st.none(), st.just(SAFE), st.sampled_from(["javascript:alert(1)", "data:text/html,x", "https://", "//evil.example"])
)


def poisoned(draw: st.DataObject) -> Document:
    """The example with a hostile text wherever texts stand."""
    document = example_document()

    def text() -> str:
        return draw.draw(texts)

    articles = {
        article.id: replace(article, title=text(), source=text(), path=text(), url=draw.draw(urls))
        for article in document.articles
    }
    entities = [replace(entity, name=text(), mentions=()) for entity in document.entities]

    def fact(given: Fact) -> Fact:
        evidence = tuple(replace(e, article=articles[e.article].id, quote=text(), spans=()) for e in given.evidence)
        value = given.value and replace(given.value, text=text())
        return replace(given, value=value, evidence=evidence)

    facts = [fact(given) for given in document.facts]
    place = facts[0].evidence
    chip = "chip:graviton4"
    facts += [
        Fact(chip, "has_spec", attribute="other", value=Quantity(3, "", text()), evidence=place),
        Fact(
            chip, "has_spec", attribute="memory_capacity", value=Quantity(3, text(), "3", bound=text()), evidence=place
        ),
        Fact(chip, "has_status", status="available", date=text(), evidence=place),
        Fact("org:aws", "acquires", "event:re-invent", qualifiers=(("amount", text()),), evidence=place),
        Fact("org:aws", "acquires", "event:re-invent", modality="denied", evidence=place),
        Fact(chip, "compares_to", chip, attribute=text(), value=Quantity(3, "x", "3x"), evidence=place),
    ]
    return Document.build(articles.values(), entities, facts)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_nothing_arises_from_a_text(data: st.DataObject) -> None:
    report = report_on(KnowledgeGraph(poisoned(data)))
    check_html(to_html(report), {SAFE})
    check_markdown(to_markdown(report, "a b.svg"), {SAFE}, len(report.sections), report)
    for picture in (section.picture for section in report.sections if section.picture):
        drawn = etree.fromstring(picture.file.encode())
        assert {etree.QName(one).localname for one in drawn.iter()} <= {
            "svg",
            "style",
            "path",
            "text",
            "g",
            "title",
            "circle",
        }


def check_html(page: str, links: set[str]) -> None:
    tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    elements = [one for one in tree.iter() if isinstance(one.tag, str)]
    assert {one.tag for one in elements} <= TAGS
    assert not list(tree.iter(etree.Comment))
    assert {attribute for one in elements for attribute in one.attrib} <= ATTRIBUTES
    hrefs = {one.get("href") for one in elements if one.tag == "a"}
    assert {href for href in hrefs if not href.startswith("#")} <= links
    assert {href[1:] for href in hrefs if href.startswith("#")} <= {one.get("id") for one in elements}
    ids = Counter(one.get("id") for one in elements if one.get("id"))
    assert max(ids.values(), default=1) == 1
    assert len(tree.findall(".//style")) == 1


def cells(found: list[Any]) -> list[str]:
    """The texts of the cells of all tables, without their notes."""
    texts = []
    for token, following in pairwise(found):
        if token.type == "td_open":
            texts.append("".join(c.content for c in following.children or () if c.type in ("text", "text_special")))
    return texts


def check_markdown(markdown: str, links: set[str], sections: int, report: Any) -> None:
    found = tokens(markdown)
    kinds = Counter(token.type for token in found)
    assert kinds.keys() <= TOKENS
    assert {token.attrGet("href") for token in found if token.type == "link_open"} <= links
    assert {token.attrGet("src") for token in found if token.type == "image"} <= {"a%20b.svg"}
    headings = Counter(token.tag for token in found if token.type == "heading_open")
    blocks = [block for section in report.sections for block in section.blocks]
    assert headings["h1"] == 1
    assert headings["h2"] == sections + bool(report.notes)
    assert headings["h3"] == sum(bool(block.heading) for block in blocks)
    tables = [block.table for block in blocks if block.table]
    assert kinds["table_open"] == len(tables)
    assert kinds["td_open"] == sum(len(table.rows) * len(table.columns) for table in tables)
    expected = [["; ".join(item.text for item in cell) for cell in row] for table in tables for row in table.rows]
    assert cells(found) == [text for row in expected for text in row]
    assert not re.search(r"(?<!/)\bwww\.", markdown, re.IGNORECASE)  # GitHub makes a link of it
    assert kinds["em_open"] == sum(bool(note.title) for note in report.notes)
    assert kinds["footnote_open"] == len(report.notes)


@pytest.mark.parametrize("text", NASTY)
def test_texts_stay_what_they_are(text: str) -> None:
    document = example_document()
    entities = [replace(entity, name=text) if entity.id == "chip:graviton4" else entity for entity in document.entities]
    articles = [replace(article, title=text, source=text) for article in document.articles]
    ids = dict(zip((article.id for article in document.articles), articles, strict=True))
    facts = [
        replace(f, evidence=tuple(replace(e, article=ids[e.article].id, quote=text) for e in f.evidence))
        for f in document.facts
    ]
    report = report_on(KnowledgeGraph(Document.build(articles, entities, facts)), Request(about=("org:aws",)))
    page, markdown = to_html(report), to_markdown(report, "a b.svg")
    check_html(page, {"https://example.org/aws"})
    check_markdown(markdown, {"https://example.org/aws"}, len(report.sections), report)
    shown = name(text)
    assert shown in [cell.text for cell in html.document_fromstring(page).iter("td", "h3")]
    assert shown in "".join(token.content for token in tokens(markdown) if token.type in ("text", "text_special"))
