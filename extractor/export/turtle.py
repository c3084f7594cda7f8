"""Turtle: the statements of the document for RDF stores and SPARQL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import BinaryIO

from extractor.export.rdf_terms import STRING, XSD, Iri, Term, n_triples, quoted
from extractor.export.statements import triples
from extractor.export.vocabulary import PREFIXES, TYPE, shortened
from extractor.export.writer import Writer
from extractor.graph.document import Document

_BARE = {
    f"{XSD}integer": re.compile(r"-?\d+"),
    f"{XSD}decimal": re.compile(r"-?\d*\.\d+"),
    f"{XSD}boolean": re.compile("true|false"),
}


def write_turtle(document: Document, stream: BinaryIO) -> None:
    """Write the triples, those of a subject together, names shortened by prefixes."""
    for line in turtle(document):
        stream.write(line.encode())


def turtle(document: Document) -> Iterator[str]:
    """The document in Turtle, piece by piece."""
    for prefix, namespace in PREFIXES.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"
    for subject, found in groupby(triples(document), key=lambda triple: triple.subject):
        yield f"\n{turtle_term(subject)}"
        mark = " "
        for predicate, several in groupby(found, key=lambda triple: triple.predicate):
            objects = ", ".join(turtle_term(triple.object) for triple in several)
            yield f"{mark}{'a' if predicate == TYPE else turtle_term(predicate)} {objects}"
            mark = " ;\n  "
        yield " .\n"


def turtle_term(term: Term) -> str:
    """The term as Turtle writes it: ``entity:org:aws`` where the name is plain, else the whole IRI; numbers bare.

    >>> from extractor.export.rdf_terms import Literal
    >>> turtle_term(Literal("0.5", XSD + "decimal")), turtle_term(Literal("2024-01-01", XSD + "date"))
    ('0.5', '"2024-01-01"^^xsd:date')
    """
    if isinstance(term, Iri):
        return shortened(term) or n_triples(term)
    if term.datatype == STRING:
        return quoted(term.text)
    bare = _BARE.get(term.datatype)
    if bare and bare.fullmatch(term.text):
        return term.text
    return f"{quoted(term.text)}^^{turtle_term(Iri(term.datatype))}"


WRITER = Writer("turtle", (".ttl",), "RDF: statements with qualifiers and evidence, for SPARQL", write_turtle)
