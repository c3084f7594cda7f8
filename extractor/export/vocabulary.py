"""The namespaces of the RDF exports (docs/exports.md; the terms of ``ha:`` are described in vocabulary.ttl)."""

from __future__ import annotations

import re
from functools import cache

from extractor.export.rdf_terms import XSD, Iri, name

ROOT = "https://hardware-announcements.example/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
# As in Wikidata: direct is wdt, claim is p, main is ps, qualifier is pq, statement is wds, value is wdv, evidence is wdref.
PREFIXES = {
    "ha": f"{ROOT}vocabulary#",
    **{
        kind: f"{ROOT}{kind}/"
        for kind in (
            "article", "claim", "direct", "entity", "evidence", "main", "mention", "qualifier", "statement", "type", "value",
        )
    },
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": XSD,
}  # fmt: skip
TYPE = Iri(f"{RDF}type")
_NAMESPACES = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_:.-]*[A-Za-z0-9_:-])?")


def iri(prefix: str, text: str) -> Iri:
    """The IRI of a thing in one of the namespaces, whatever its name holds.

    >>> iri("entity", "chip:graviton4")
    'https://hardware-announcements.example/entity/chip:graviton4'
    """
    return Iri(PREFIXES[prefix] + name(text))


@cache
def term(short: str) -> Iri:
    """The IRI of a term of a vocabulary, written with its prefix.

    >>> term("prov:value")
    'http://www.w3.org/ns/prov#value'
    """
    prefix, _, rest = short.partition(":")
    return Iri(PREFIXES[prefix] + rest)


def shortened(term: Iri) -> str | None:
    """The IRI with its prefix, or ``None`` where its name holds more than letters, digits and a few signs.

    >>> shortened(iri("entity", "org:aws")), shortened(iri("entity", "org:é"))
    ('entity:org:aws', None)
    """
    cut = max(term.rfind("/"), term.rfind("#")) + 1
    prefix, local = _NAMESPACES.get(term[:cut]), term[cut:]
    return f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else None
