"""Makers by name: a brand in a product's name ("Nvidia H100") or the known maker of it, named in the same article."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.catalogue import Catalogue
from extractor.ontology import Ontology
from extractor.pipeline.annotations import ArticleEntity
from extractor.pipeline.draft import Draft
from extractor.pipeline.inference.together import Place, draft, together

UNSTATED = frozenset(
    {"architecture", "packaging", "standard", "isa", "cloud", "socket", "service", "interconnect", "process"}
)
"""Kinds of entries whose maker a text seldom means when it names both."""

REACH = 2
"""How many sentences maker and product may be apart: a farther maker is right in less than half of the cases."""


def makers(doc: Doc, entities: list[ArticleEntity], ontology: Ontology, catalogue: Catalogue) -> Iterator[Draft]:
    """``makes`` for every product whose brand or known maker the article names."""
    companies = {e.known: e for e in entities if e.type == "ORG" and e.known}
    organisations: dict[str, ArticleEntity] = {}
    for entity in entities:
        for name in entity.names if entity.type == "ORG" else ():
            organisations.setdefault(name.text, entity)
    for product in entities:
        if product.type not in ontology.groups["PRODUCT"]:
            continue
        if (brand := branded(product, organisations)) is not None:
            place = together(doc, brand, product)
            if place is not None:
                yield draft("makes", brand.index, product.index, place, "brand-in-name", 0.9)
        for company in _known(product, companies, catalogue):
            place = together(doc, company, product)
            if place is not None and _stated(product, place, catalogue):
                yield draft(
                    "makes", company.index, product.index, place, "known-maker", 0.8 if not place.distance else 0.6
                )


def branded(product: ArticleEntity, organisations: dict[str, ArticleEntity]) -> ArticleEntity | None:
    """The organisation (of those by name) whose name a product's name begins with."""
    brands = (name.brand.text for name in product.names if name.brand is not None)
    return next((organisations[brand] for brand in brands if brand in organisations), None)


def _known(
    product: ArticleEntity, companies: dict[str, ArticleEntity], catalogue: Catalogue
) -> Iterator[ArticleEntity]:
    """The known maker, else the company that it belongs to (Amazon for what AWS makes)."""
    if product.maker is None:
        return
    maker = catalogue.entries.get(product.maker)
    for known in (product.maker, maker.parent if maker else None):
        if known in companies:
            yield companies[known]
            return


def _stated(product: ArticleEntity, place: Place, catalogue: Catalogue) -> bool:
    """In one sentence; of a device or part within a few sentences."""
    kind = catalogue.entries[product.known].kind if product.known else None
    if place.distance:
        return product.type in ("CHIP", "SYSTEM") and place.distance <= REACH
    return kind not in UNSTATED
