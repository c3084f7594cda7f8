"""Inference: facts that a text states by the very names it uses, read with the catalogue's lineage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology import load_ontology
from extractor.pipeline.annotations import ArticleEntity, annotations, register_extensions
from extractor.pipeline.catalogue_matcher import catalogue_of
from extractor.pipeline.draft import Draft
from extractor.pipeline.skeleton import Skeleton

PRODUCTS = frozenset({"CHIP", "SYSTEM", "SERVICE", "TECHNOLOGY", "SOFTWARE"})


@Language.factory(
    "inference",
    default_config={"ontology_dir": None, "catalogue_dir": None},
    requires=["doc._.entities", "doc._.sentences"],
    assigns=["doc._.statements"],
)
class Inference:
    """Adds ``makes`` for a brand in a product's name and for a known maker named in the same article."""

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None, catalogue_dir: str | None) -> None:
        register_extensions()
        self.name = name
        self.ontology = load_ontology(Path(ontology_dir) if ontology_dir else None)
        self.catalogue = catalogue_of(ontology_dir, catalogue_dir)

    def __call__(self, doc: Doc) -> Doc:
        """Add the inferred drafts to ``doc._.statements``."""
        entities: list[ArticleEntity] = annotations(doc, "entities")
        doc._.statements = annotations(doc, "statements") + list(self._makes(doc, entities))
        return doc

    def _makes(self, doc: Doc, entities: list[ArticleEntity]) -> Iterator[Draft]:
        organisations = {e.known: e for e in entities if e.type == "ORG" and e.known}
        for entity in entities:
            if entity.type not in PRODUCTS:
                continue
            maker = organisations.get(entity.maker) if entity.maker else None
            if maker is None:
                continue
            branded = next((n for n in entity.names if n.brand and n.brand.known == entity.maker), None)
            place = self._together(doc, maker, entity)
            if place is None:
                continue
            sentence, start, end = place
            by = "brand-in-name" if branded else "known-maker"
            yield Draft(
                maker.index, "makes", by, sentence, start, end, entity.index, confidence=0.9 if branded else 0.8
            )

    def _together(self, doc: Doc, maker: ArticleEntity, product: ArticleEntity) -> tuple[Skeleton, int, int] | None:
        """The sentence where both are named, else the one that names the product."""
        best = None
        for sentence in annotations(doc, "sentences"):
            makers = [n for n in maker.names if sentence.start <= n.start < sentence.end]
            products = [n for n in product.names if sentence.start <= n.start < sentence.end]
            if makers and products:
                ends = (makers[0], products[0])
                return sentence, min(n.start for n in ends), max(n.end for n in ends)
            if products and best is None:
                best = sentence, products[0].start, products[0].end
        return best
