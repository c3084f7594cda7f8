"""Turtle, JSON-LD and the triples themselves: what pyoxigraph reads is the document, and the same from all three."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.export import vocabulary
from extractor.export.rdf_terms import XSD, Iri, Literal, moment, n_triples, name, number
from extractor.export.statements import ntriples, triples
from extractor.export.vocabulary import PREFIXES, iri, shortened
from extractor.graph import Document

from .hostile import TEXTS, infested
from .written import written

pyoxigraph = pytest.importorskip("pyoxigraph")
from .rdf_reading import as_sets, document_of, parsed  # noqa: E402

TURTLE, N_TRIPLES = pyoxigraph.RdfFormat.TURTLE, pyoxigraph.RdfFormat.N_TRIPLES
VOCABULARY = Path(vocabulary.__file__).with_name("vocabulary.ttl")


def test_turtle_holds_the_document(any_document: Document) -> None:
    quads = parsed(written(any_document, "turtle"), TURTLE)
    assert document_of(quads) == as_sets(any_document.to_dict())


def test_all_three_say_the_same(any_document: Document) -> None:
    turtle = set(parsed(written(any_document, "turtle"), TURTLE))
    plain = parsed("".join(ntriples(any_document)).encode(), N_TRIPLES)
    assert turtle == set(plain)
    assert len(turtle) == len(set(triples(any_document)))
    json_ld = getattr(pyoxigraph.RdfFormat, "JSON_LD", None)
    if json_ld is None:
        pytest.skip("this pyoxigraph reads no JSON-LD")
    assert set(parsed(written(any_document, "json-ld"), json_ld)) == turtle


@settings(deadline=None, max_examples=40)
@given(st.text(min_size=1))
def test_any_text_is_read_back(text: str) -> None:
    document = infested(text)
    assert document_of(parsed(written(document, "turtle"), TURTLE)) == as_sets(document.to_dict())


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_names_and_literals(text: str) -> None:
    for term in (iri("entity", text), Literal(text)):
        line = f"<a:a> <a:b> {n_triples(term)} ."
        (quad,) = parsed(line.encode(), N_TRIPLES)
        assert quad.object.value == (term if isinstance(term, Iri) else text)


@pytest.mark.parametrize("text", TEXTS)
def test_names_are_ascii(text: str) -> None:
    assert name(text.replace("\ud800", "?")).isascii()


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_read_back(amount: int | float) -> None:
    said = number(amount)
    assert (int if said.datatype == f"{XSD}integer" else float)(said.text) == amount
    (quad,) = parsed(f"<a:a> <a:b> {n_triples(said)} .".encode(), N_TRIPLES)
    assert quad.object.value == said.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2023", "gYear"), ("2023-11", "gYearMonth"), ("2023-11-28", "date"), ("2023-11-28T19:37:00Z", "dateTime"),
        ("2023-13", "string"), ("0000", "string"), ("2023-11-28T25:00:00Z", "string"), ("2023-11-28Tx", "string"),
        ("2023-Q1", "string"), ("soon", "string"), ("", "string"), ("２０２３", "string"),
    ],
)  # fmt: skip
def test_dates(text: str, kind: str) -> None:
    assert moment(text) == Literal(text, f"{XSD}{kind}")


def test_direct_triples_are_what_is_asserted(document: Document) -> None:
    direct = {t.subject + " " + t.predicate for t in triples(document) if t.predicate.startswith(PREFIXES["direct"])}
    asserted = {
        iri("entity", f.subject) + " " + iri("direct", f.predicate) for f in document.facts if f.modality == "asserted"
    }
    assert direct == asserted


def test_sparql_over_the_samples(samples: Document) -> None:
    store = pyoxigraph.Store()
    store.bulk_load(written(samples, "turtle"), TURTLE)
    query = """SELECT ?name ?amount ?quote WHERE {
        ?chip rdfs:label ?name ; claim:has_spec ?fact .
        ?fact ha:attribute "memory_capacity" ; ha:baseAmount ?amount ; prov:wasDerivedFrom/prov:value ?quote
        FILTER (?amount > 1e11 && ?amount < 2e11) }"""
    prefixes = "".join(f"PREFIX {short}: <{long}>\n" for short, long in PREFIXES.items())
    found = {(row["name"].value, float(row["amount"].value)) for row in store.query(prefixes + query)}
    names = {entity.id: entity.name for entity in samples.entities}
    assert found == {
        (names[f.subject], f.value.amount * 1e9)
        for f in samples.facts
        if f.attribute == "memory_capacity" and f.predicate == "has_spec" and f.value and f.value.unit == "GB"
        and 100 < f.value.amount < 200
    }  # fmt: skip
    assert found


def test_every_term_is_described(any_document: Document) -> None:
    described = {quad.subject.value for quad in parsed(VOCABULARY.read_bytes(), TURTLE)}
    used: set[Any] = {t.predicate for t in triples(any_document)}
    used |= {t.object for t in triples(any_document) if isinstance(t.object, Iri)}
    assert {term for term in used if term.startswith(PREFIXES["ha"])} <= described


def test_what_cannot_be_shortened_is_written_out() -> None:
    assert shortened(iri("entity", "org:a.")) is None
    assert shortened(iri("value", "core_count:96:")) == "value:core_count:96:"
    assert shortened(Iri("https://example.org/x")) is None
