"""JSON-LD: the same statements as Turtle, for programs that read JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, BinaryIO

from extractor.export.rdf_terms import STRING, XSD, Iri, Term, Triple
from extractor.export.statements import triples
from extractor.export.vocabulary import PREFIXES, TYPE, shortened
from extractor.export.writer import Writer
from extractor.graph.document import Document

SAFE = 2**53  # whole numbers that JSON readers keep exact


def write_json_ld(document: Document, stream: BinaryIO) -> None:
    """Write one node object a line, under a context that holds the prefixes."""
    for piece in pieces(document):
        stream.write(piece.encode())


def pieces(document: Document) -> Iterator[str]:
    """The file, piece by piece."""
    yield f'{{"@context": {_json(PREFIXES)},\n"@graph": ['
    mark = "\n"
    for subject, found in groupby(triples(document), key=lambda triple: triple.subject):
        yield f"{mark}{_json(_node(subject, found))}"
        mark = ",\n"
    yield "\n]}\n"


def _node(subject: Iri, found: Iterable[Triple]) -> dict[str, Any]:
    values: dict[str, list[Any]] = {}
    for _, predicate, said in found:
        if predicate == TYPE and isinstance(said, Iri):
            values.setdefault("@type", []).append(shortened(said) or said)
        else:
            values.setdefault(shortened(predicate) or predicate, []).append(_value(said))
    single = ((name, several[0] if len(several) == 1 else several) for name, several in values.items())
    return {"@id": shortened(subject) or subject, **dict(single)}


def _value(term: Term) -> Any:
    """A term as JSON: texts, truth values and whole numbers as such, all else with its type."""
    if isinstance(term, Iri):
        return {"@id": shortened(term) or term}
    if term.datatype == STRING:
        return term.text
    if term.datatype == f"{XSD}boolean":
        return term.text == "true"
    if term.datatype == f"{XSD}integer" and abs(int(term.text)) < SAFE:
        return int(term.text)
    return {"@value": term.text, "@type": shortened(Iri(term.datatype)) or term.datatype}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


WRITER = Writer("json-ld", (".jsonld",), "the same as JSON-LD", write_json_ld)
