"""Families by name: a known member and its known series, both named in the article (Graviton4 in Graviton)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.catalogue import Catalogue
from extractor.pipeline.annotations import ArticleEntity
from extractor.pipeline.draft import Draft
from extractor.pipeline.inference.together import draft, together

SERIES = (" series", " family", " line", " generation")
Found = dict[str, list[ArticleEntity]]


def families(doc: Doc, entities: list[ArticleEntity], catalogue: Catalogue) -> Iterator[Draft]:
    """``in_family`` for chips and systems whose series is named as well."""
    products = [entity for entity in entities if entity.type in ("CHIP", "SYSTEM")]
    known, stems = _by_id(products), _by_stem(products)
    for member in products:
        for series, by in _series(member, known, stems, catalogue):
            place = together(doc, series, member)
            if place is not None and (by == "series-in-name" or place.distance < 2):
                yield draft("in_family", member.index, series.index, place, by, 0.75)


def _by_id(products: list[ArticleEntity]) -> Found:
    found: Found = defaultdict(list)
    for product in products:
        if product.known:
            found[product.known].append(product)
    return found


def _by_stem(products: list[ArticleEntity]) -> Found:
    found: Found = defaultdict(list)
    for series in products:
        for stem in {stem for name in series.names for stem in _stems(name.text)}:
            found[stem].append(series)
    return found


def _series(
    member: ArticleEntity, known: Found, stems: Found, catalogue: Catalogue
) -> Iterator[tuple[ArticleEntity, str]]:
    """The series of a member in the order of the text: its known family, and those whose stem a name of it begins with."""
    family = catalogue.entries[member.known].family if member.known else None
    found = {series.index: (series, "series-in-name") for stem in _beginnings(member) for series in stems.get(stem, ())}
    for series in known.get(family, ()) if family else ():
        found.pop(series.index, None)
        if catalogue.entries[series.known or ""].kind == "series":
            found[series.index] = series, "known-family"
    for _, (series, by) in sorted(found.items()):
        if series is not member and series.type == member.type:
            yield series, by


def _beginnings(entity: ArticleEntity) -> set[str]:
    """All beginnings of an entity's names."""
    names = {name.text.lower() for name in entity.names}
    return {name[:end] for name in names for end in range(len(name) + 1)}


def _stems(name: str) -> Iterator[str]:
    """What names of a series' members begin with: "mi300" of "MI300 series", "ryzen 7" of "Ryzen 7000 series"."""
    lower = name.lower()
    for ending in SERIES:
        if lower.endswith(ending):
            stem = lower.removesuffix(ending)
            yield stem.rstrip("0") if stem.endswith("000") else stem
