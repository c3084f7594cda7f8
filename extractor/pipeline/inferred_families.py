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
            if by and place is not None:
                yield draft("in_family", member.index, series.index, place, by, 0.75)


def _relation(member: ArticleEntity, series: ArticleEntity, catalogue: Catalogue) -> str | None:
    if member.known and series.known and catalogue.entries[member.known].family == series.known:
        return "known-family"
    stems = {stem for name in series.names for stem in _stems(name.text)}
    return "series-in-name" if any(n.text.lower().startswith(tuple(stems)) for n in member.names if stems) else None


def _stems(name: str) -> Iterator[str]:
    """What names of a series' members begin with: "MI300" of "MI300 series", "RTX 50" of "RTX 50 series"."""
    lower = name.lower()
    for ending in SERIES:
        if lower.endswith(ending):
            yield (
                lower.removesuffix(ending).rstrip("0")
                if lower.removesuffix(ending).endswith("000")
                else lower.removesuffix(ending)
            )
