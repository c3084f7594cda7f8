"""RDF terms and triples without a library: IRIs, literals, and how N-Triples and Turtle write them."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from typing import NamedTuple
from urllib.parse import quote

XSD = "http://www.w3.org/2001/XMLSchema#"
STRING = f"{XSD}string"
_MOST = 2**63  # what SPARQL engines hold as a whole number
_ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]')
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_DECIMAL = re.compile(r"-?\d{1,17}\.\d{1,17}")
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}


class Iri(str):
    """An IRI; made of a namespace and a quoted name, so that it needs no escapes."""

    __slots__ = ()


class Literal(NamedTuple):
    """A text with the IRI of its datatype."""

    text: str
    datatype: str = STRING


Term = Iri | Literal


class Triple(NamedTuple):
    """A statement of RDF."""

    subject: Iri
    predicate: Iri
    object: Term


def name(text: str) -> str:
    """The text as the last part of an IRI; ``urllib.parse.unquote`` is the way back.

    >>> name("chip:graviton4"), name("org:a<b>é/c")
    ('chip:graviton4', 'org:a%3Cb%3E%C3%A9%2Fc')
    """
    return quote(text, safe=":")


def number(amount: int | float) -> Literal:
    """A number: xsd:integer, else xsd:decimal, else xsd:double where it takes an exponent; the very same number is read back.

    >>> number(96).datatype == XSD + "integer", number(0.5).datatype == XSD + "decimal", number(1e-9).text
    (True, True, '1e-09')
    """
    if isinstance(amount, int) and (abs(amount) < _MOST or not _exact(amount)):
        return Literal(str(amount), f"{XSD}integer")
    return decimal(float(amount))


def decimal(amount: float) -> Literal:
    """A number that is never xsd:integer, so that all those of one property have a type."""
    text = repr(float(amount))
    return Literal(text, f"{XSD}decimal" if _DECIMAL.fullmatch(text) else f"{XSD}double")


def truth(value: bool) -> Literal:
    """A truth value."""
    return Literal("true" if value else "false", f"{XSD}boolean")


def moment(text: str) -> Literal:
    """A year, month, day or time in ISO 8601 with its type; plain text where the calendar has no such day.

    >>> moment("2023-11-28").datatype == XSD + "date", moment("2023-02-30").datatype == STRING
    (True, True)
    """
    try:
        if "T" in text:
            datetime.fromisoformat(text)
            kind = "dateTime" if re.fullmatch(r"[\d-]{10}T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", text, re.A) else ""
        else:
            date.fromisoformat(f"{text}{'-01-01'[len(text) - 4 :]}")
            kind = _DATES.get(len(text), "")
    except ValueError:
        kind = ""
    return Literal(text, f"{XSD}{kind}") if kind else Literal(text)


def quoted(text: str) -> str:
    r"""The text in quotation marks, as N-Triples, Turtle and SPARQL write it.

    >>> print(quoted('a "b"\n\x00'))
    "a \"b\"\n\u0000"
    """
    return f'"{_ESCAPED.sub(_escape, text)}"'


def n_triples(term: Term) -> str:
    """The term in N-Triples.

    >>> n_triples(Iri("https://example.org/a")), n_triples(truth(True))
    ('<https://example.org/a>', '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>')
    """
    if isinstance(term, Iri):
        return f"<{term}>"
    said = quoted(term.text)
    return said if term.datatype == STRING else f"{said}^^<{term.datatype}>"


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}"


def _exact(amount: int) -> bool:
    return math.isfinite(amount) and abs(amount) < 2**1000 and int(float(amount)) == amount
