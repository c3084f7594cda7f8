"""The script is run by an embedded engine of openCypher, and what the database then holds is compared with the document."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.export.cypher import literal, script
from extractor.graph import Document, example_document

from .hostile import TEXTS, infested
from .property_graph_reading import document_of

kglite = pytest.importorskip("kglite")


def run(document: Document, times: int = 1) -> Any:
    database = kglite.KnowledgeGraph()
    for statement in [*script(document)] * times:
        if not statement.startswith("CREATE CONSTRAINT"):
            database.cypher(statement.removesuffix(";\n"))
    return database


def held(database: Any) -> dict[str, Any]:
    nodes = {
        row["n"]["id"]: {**row["n"], "labels": row["l"]}
        for row in database.cypher("MATCH (n) RETURN properties(n) AS n, labels(n) AS l")
    }
    query = "MATCH (a)-[r]->(b) RETURN a.id AS start_id, b.id AS end_id, type(r) AS type, properties(r) AS r"
    edges = [
        {**row["r"], **{name: row[name] for name in ("start_id", "end_id", "type")}} for row in database.cypher(query)
    ]
    return document_of(nodes, edges)


def test_the_database_holds_the_document(any_document: Document) -> None:
    assert held(run(any_document)) == any_document.to_dict()


def test_to_run_it_twice_changes_nothing(document: Document) -> None:
    assert held(run(document, times=2)) == document.to_dict()


@settings(deadline=None, max_examples=25)
@given(st.text(min_size=1))
def test_any_text_is_held(text: str) -> None:
    document = infested(text)
    assert held(run(document)) == document.to_dict()


@pytest.mark.parametrize("text", TEXTS)
def test_literals(text: str) -> None:
    found = list(kglite.KnowledgeGraph().cypher(f"RETURN {literal(text.replace(chr(0xD800), '?'))} AS x"))
    assert found == [{"x": text.replace("\ud800", "?")}]


def test_no_text_ends_its_string_early() -> None:
    """Engines that resolve \\u before they read strings see a quotation mark in \\\\u0027, unless the string ends before."""
    assert "\\\\u" not in literal("\\u0027 \\\\u0027 \\\\\\u0027")


def test_a_label_cannot_break_out() -> None:
    document = example_document()
    entity = replace(document.entities[0], type="X`) DETACH DELETE (n:`Y")
    text = "".join(script(Document.build((), [entity], ())))
    assert "`X___DETACH_DELETE__n__Y`" in text


def test_a_batch_is_a_statement(monkeypatch: pytest.MonkeyPatch, document: Document) -> None:
    monkeypatch.setattr("extractor.export.cypher.BATCH", 1)
    mentions = sum(len(entity.mentions) for entity in document.entities)
    assert len(list(script(document))) == 3 + 5 + 4 + 2 + 7 + mentions
    assert held(run(document)) == document.to_dict()
