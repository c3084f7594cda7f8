"""Families by name: a known member and its known series, both named in the article (Graviton4 in Graviton)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.catalogue import Catalogue
from extractor.ontology import Ontology
from extractor.pipeline.annotations import ArticleEntity
from extractor.pipeline.draft import Draft
from extractor.pipeline.together import draft, together

SERIES = (" series", " family", " line", " generation")


def families(doc: Doc, entities: list[ArticleEntity], ontology: Ontology, catalogue: Catalogue) -> Iterator[Draft]:
    """``in_family`` for chips and systems whose series is named as well."""
    for member in entities:
        if member.type not in ("CHIP", "SYSTEM"):
            continue
        for series in entities:
            if series.type != member.type or series is member:
                continue
            by = _relation(member, series, catalogue)
            place = together(doc, series, member) if by else None
            if by and place is not None and (by == "series-in-name" or place.distance < 2):
                yield draft("in_family", member.index, series.index, place, by, 0.75)


def _relation(member: ArticleEntity, series: ArticleEntity, catalogue: Catalogue) -> str | None:
    if member.known and series.known and catalogue.entries[member.known].family == series.known:
        return "known-family" if catalogue.entries[series.known].kind == "series" else None
    stems = {stem for name in series.names for stem in _stems(name.text)}
    return "series-in-name" if any(n.text.lower().startswith(tuple(stems)) for n in member.names if stems) else None


def _stems(name: str) -> Iterator[str]:
    """What names of a series' members begin with: "mi300" of "MI300 series", "ryzen 7" of "Ryzen 7000 series"."""
    lower = name.lower()
    for ending in SERIES:
        if lower.endswith(ending):
            stem = lower.removesuffix(ending)
            yield stem.rstrip("0") if stem.endswith("000") else stem
