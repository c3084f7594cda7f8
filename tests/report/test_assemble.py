from __future__ import annotations

import random
from dataclasses import replace

import pytest

import extractor
from extractor.errors import UsageError
from extractor.facts import Fact
from extractor.graph import Document, example_document
from extractor.query import KnowledgeGraph
from extractor.report import Request, report_on, to_html, to_markdown
from tests.query.news import Said, graph
from tests.report.golden import GRAPH, REQUESTS, files
from tests.report.reading import texts


@pytest.mark.parametrize("name", sorted(REQUESTS))
def test_the_golden_reports(name: str) -> None:
    for path, text in files(name).items():
        assert text == path.read_text(encoding="utf-8"), f"{path.name}: python -m tests.report.golden"


def test_the_order_of_the_graph_does_not_matter() -> None:
    document = extractor.load(GRAPH).document
    mixed = [list(part) for part in (document.articles, document.entities, document.facts)]
    for part in mixed:
        random.Random(7).shuffle(part)
    again = KnowledgeGraph(Document.build(*mixed, dict(document.copies)))  # type: ignore[arg-type]
    first, second = (report_on(graph, REQUESTS["nvidia"]) for graph in (KnowledgeGraph(document), again))
    assert to_html(first) == to_html(second)
    assert to_markdown(first, "p.svg") == to_markdown(second, "p.svg")


def test_no_section_is_empty_and_every_note_is_used() -> None:
    for request in REQUESTS.values():
        report = report_on(extractor.load(GRAPH), request)
        assert all(section.blocks or section.picture for section in report.sections)
        assert all(block.table.rows for section in report.sections for block in section.blocks if block.table)
        used = {
            n for section in report.sections for block in section.blocks for item in texts(block) for n in item.notes
        }
        assert sorted(used) == [note.number for note in report.notes] == list(range(1, len(report.notes) + 1))


def test_a_graph_without_facts_says_so() -> None:
    report = report_on(KnowledgeGraph(replace(example_document(), facts=())))
    assert [item.text for item in report.lead] == ["The graph has no statement that fits."]
    assert report.sections == report.notes == ()
    assert to_markdown(report) == "# Hardware announcements\n\nThe graph has no statement that fits.\n"


def test_unknown_names_and_dates_are_errors() -> None:
    graph = KnowledgeGraph(example_document())
    with pytest.raises(UsageError, match="near are AWS Graviton4"):
        report_on(graph, Request(about=("Graviton 5",)))
    with pytest.raises(UsageError, match="is no date"):
        report_on(graph, Request(since="soon"))


def test_top_bounds_every_table_and_says_so() -> None:
    report = report_on(extractor.load(GRAPH), Request(top=3))
    tables = [b.table for s in report.sections for b in s.blocks if b.table and s.key not in ("products",)]
    assert max(len(table.rows) for table in tables) == 3
    said = [item.text for s in report.sections for b in s.blocks for item in b.sentences]
    assert any("with less support are not shown." in text for text in said)


def test_a_company_has_what_its_subsidiary_announced() -> None:
    aws = Fact("org:amazon-web-services", "announces", "chip:x1")
    known = graph(
        Said("a", "2024-01-01", "AWS has the X1.", aws),
        Said("b", "2024-01-02", "Amazon is in Seattle.", Fact("org:amazon", "located_in", "place:seattle")),
    )
    report = report_on(known, Request(about=("org:amazon",)))
    assert "X1" in to_markdown(report)
    assert "X1" not in to_markdown(report_on(known, Request(about=("place:seattle",))))
