from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.export import export
from extractor.export.neo4j_csv import ARRAY_DELIMITER, field, write_edges, write_nodes
from extractor.graph import Document
from extractor.graph.scrub import REPLACEMENT

from .hostile import infested
from .neo4j_format import NotImportable, graph, records
from .property_graph_reading import document_of
from .written import part, written


def imported(document: Document) -> dict[str, Any]:
    nodes, edges = graph(part(document, write_nodes), part(document, write_edges))
    named = {":START_ID": "start_id", ":END_ID": "end_id", ":TYPE": "type"}
    return document_of(
        {key: row | {"labels": row[":LABEL"]} for key, row in nodes.items()},
        [{named.get(name, name): cell for name, cell in row.items()} for row in edges],
    )


def without_delimiter(value: Any) -> Any:
    """The document as arrays can hold it: their items have no U+001F."""
    if isinstance(value, dict):
        return {name: without_delimiter(item) for name, item in value.items()}
    if isinstance(value, list):
        return [
            item.replace(ARRAY_DELIMITER, REPLACEMENT) if isinstance(item, str) else without_delimiter(item)
            for item in value
        ]
    return value


def expected(document: Document) -> dict[str, Any]:
    data: dict[str, Any] = without_delimiter(document.to_dict())
    for fact in data["facts"]:
        for piece in fact["evidence"]:
            piece |= {name: piece[name].replace(ARRAY_DELIMITER, REPLACEMENT) for name in ("quote", "by")}
    originals = {fact.id: dict(fact.qualifiers) for fact in document.facts}  # JSON: it escapes the delimiter
    for fact in data["facts"]:
        fact["qualifiers"] = {
            name: said if isinstance(said, str) else list(said) for name, said in originals[fact["id"]].items()
        }
        for piece, original in zip(fact["evidence"], by_id_evidence(document, fact["id"]), strict=True):
            piece["spans"] = [{"start": a, "end": b, "role": role} for a, b, role in original]
    return data


def by_id_evidence(document: Document, key: str) -> list[Any]:
    return [piece.spans for fact in document.facts if fact.id == key for piece in fact.evidence]


def test_the_import_holds_the_document(any_document: Document) -> None:
    assert imported(any_document) == expected(any_document)


@settings(deadline=None, max_examples=40)
@given(st.text(min_size=1))
def test_any_text_is_imported(text: str) -> None:
    document = infested(text)
    assert imported(document) == expected(document)


def test_qualifiers_are_properties(document: Document) -> None:
    _, edges = graph(part(document, write_nodes), part(document, write_edges))
    assert [edge["qualifier_bound"] for edge in edges if "qualifier_bound" in edge] == [["up to"]]


def test_files_and_archive(document: Document, tmp_path: Path) -> None:
    export(document, tmp_path / "g.csv")
    export(document, tmp_path / "z.csv.gz")
    names = ["g.edges.csv", "g.nodes.csv", "z.edges.csv.gz", "z.nodes.csv.gz"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    nodes = (tmp_path / "g.nodes.csv").read_bytes()
    assert gzip.decompress((tmp_path / "z.nodes.csv.gz").read_bytes()) == nodes == part(document, write_nodes)
    with zipfile.ZipFile(io.BytesIO(written(document, "neo4j"))) as packed:
        assert packed.namelist() == ["nodes.csv", "edges.csv"]
        assert packed.read("nodes.csv") == nodes


@pytest.mark.parametrize("bad", ['"open', 'a"b,c\n', '"a"b\n'])
def test_the_validator_refuses(bad: str) -> None:
    with pytest.raises(NotImportable):
        list(records(bad))


def test_the_validator_refuses_loose_ends(document: Document) -> None:
    edges = part(document, write_edges)
    with pytest.raises(NotImportable, match="leads nowhere"):
        graph(part(Document(), write_nodes), edges)
    nodes = part(document, write_nodes)
    with pytest.raises(NotImportable, match="twice"):
        graph(nodes + nodes.partition(b"\n")[2], edges)


@given(st.lists(st.none() | st.text(), min_size=1))
def test_fields_are_read_back(fields: list[str | None]) -> None:
    assert list(records(",".join(map(field, fields)) + "\n")) == [fields]
