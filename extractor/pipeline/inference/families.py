"""Families by name: a member and its series, both named in the article (Graviton4 in Graviton, the 7950X3D in Ryzen 7000)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.catalogue import Catalogue
from extractor.pipeline.annotations import ArticleEntity
from extractor.pipeline.draft import Draft
from extractor.pipeline.inference.together import draft, together

SERIES = (" series", " family", " line", " generation")
NAMED = frozenset({"series-in-name", "code-of-series", "number-of-series"})  # these hold at any distance
GENERATION = re.compile(r"(?:(.*?)[ -]?)??(\d)000([A-Z][A-Z0-9]*)?")  # brand, number, variant: "Ryzen 7000", "7000X3D"
NUMBERED = re.compile(r"(?:(.*?)[ -]?)??(\d)\d{3}([A-Z][A-Z0-9]*)?")
CODE = re.compile(r" (?!\d$)(?:\S*\d|\S+ \S*\d)")  # behind a series: the "A100" of "DGX A100", not the 2 of "Switch 2"


def families(doc: Doc, entities: list[ArticleEntity], catalogue: Catalogue) -> Iterator[Draft]:
    """``in_family`` for chips and systems whose series is named as well."""
    products = [entity for entity in entities if entity.type in ("CHIP", "SYSTEM")]
    index = SeriesIndex(products)
    for member in products:
        for series, by in _series(member, index, catalogue):
            place = together(doc, series, member)
            if place is not None and (by in NAMED or place.distance < 2):
                yield draft("in_family", member.index, series.index, place, by, 0.75)


class SeriesIndex:
    """The products of an article by what the names of their members have of theirs."""

    def __init__(self, products: list[ArticleEntity]) -> None:
        self.known: dict[str, list[ArticleEntity]] = defaultdict(list)
        self.stems: dict[str, list[ArticleEntity]] = defaultdict(list)
        self.bare: dict[str, list[ArticleEntity]] = defaultdict(list)
        self.generations: dict[tuple[str, str], list[tuple[ArticleEntity, frozenset[str], bool]]] = defaultdict(list)
        for product in products:
            if product.known:
                self.known[product.known].append(product)
            names = {name.text.lower() for name in product.names}
            for stem in sorted({stem for name in names for stem in _stems(name)}):
                self.stems[stem].append(product)
            for name in sorted(name for name in names if not any(c.isdigit() for c in name)):
                self.bare[name].append(product)
            for text in sorted({name.text for name in product.names}):
                self._add_generation(product, text)

    def _add_generation(self, product: ArticleEntity, text: str) -> None:
        stem = next((text[: -len(ending)] for ending in SERIES if text.lower().endswith(ending)), text)
        if found := GENERATION.fullmatch(stem):
            brand, marked = _words(found[1]), stem != text
            if brand or marked or found[3]:
                self.generations[found[2], found[3] or ""].append((product, brand, marked))

    def numbered(self, text: str) -> Iterator[ArticleEntity]:
        """The generations that a member's number is of: Ryzen 7000 of "Ryzen 7 7730U", 7000X3D of "7950X3D".

        Within one brand "Ryzen 7040" may be beside "Ryzen 7000": a member has more words than its series, or that says it
        is one.
        """
        found = NUMBERED.fullmatch(text)
        if found is None or GENERATION.fullmatch(text):
            return
        words = _words(found[1])
        for variant in sorted({"", found[3] or ""}):
            for series, brand, marked in self.generations.get((found[2], variant), ()):
                if (not brand and (marked or variant)) or (brand <= words and (marked or brand < words)):
                    yield series


def _series(member: ArticleEntity, index: SeriesIndex, catalogue: Catalogue) -> Iterator[tuple[ArticleEntity, str]]:
    """The series of a member in the order of the text, each with the reason."""
    found: dict[int, tuple[ArticleEntity, str]] = {}
    for text in sorted({name.text for name in member.names}):
        for series in index.numbered(text):
            found[series.index] = series, "number-of-series"
        for space in (at for at, sign in enumerate(text) if sign == " " and CODE.match(text, at)):
            for series in index.bare.get(text[:space].lower(), ()):
                found[series.index] = series, "code-of-series"
    for stem in sorted(_beginnings(member)):
        for series in index.stems.get(stem, ()):
            found[series.index] = series, "series-in-name"
    family = catalogue.entries[member.known].family if member.known else None
    for series in index.known.get(family, ()) if family else ():
        if catalogue.entries[series.known or ""].kind == "series":
            found[series.index] = series, "known-family"
        elif found.get(series.index, ("", ""))[1] == "series-in-name":
            del found[series.index]
    for _, (series, by) in sorted(found.items()):
        if series is not member and series.type == member.type:
            yield series, by


def _words(brand: str | None) -> frozenset[str]:
    return frozenset((brand or "").lower().split())


def _beginnings(entity: ArticleEntity) -> set[str]:
    """All beginnings of an entity's names."""
    names = {name.text.lower() for name in entity.names}
    return {name[:end] for name in names for end in range(len(name) + 1)}


def _stems(name: str) -> Iterator[str]:
    """What names of a series' members begin with: "mi300" of "MI300 series"; thousands are read as numbers."""
    for ending in SERIES:
        if name.endswith(ending) and not name.removesuffix(ending).endswith("000"):
            yield name.removesuffix(ending)
