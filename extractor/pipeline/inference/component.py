"""Inference: facts that a text states by the very names it uses, read with the catalogue's lineage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.catalogue import Catalogue
from extractor.ontology import Ontology, load_ontology
from extractor.pipeline.annotations import ArticleEntity, layer, register_extensions
from extractor.pipeline.draft import Draft
from extractor.pipeline.inference.families import families
from extractor.pipeline.inference.makers import makers
from extractor.pipeline.inference.posts import posts
from extractor.pipeline.inference.shows import shows
from extractor.pipeline.inference.topics import topics
from extractor.pipeline.names.catalogue_matcher import catalogue_of


@Language.factory(
    "inference",
    default_config={"ontology_dir": None, "catalogue_dir": None},
    requires=["doc._.entities", "doc._.sentences"],
    assigns=["doc._.statements"],
)
class Inference:
    """Adds ``makes`` (brands and known makers), ``in_family`` (known families) and ``shown_at`` (the only event)."""

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None, catalogue_dir: str | None) -> None:
        register_extensions()
        self.name = name
        self.ontology: Ontology = load_ontology(Path(ontology_dir) if ontology_dir else None)
        self.catalogue: Catalogue = catalogue_of(ontology_dir, catalogue_dir)

    def __call__(self, doc: Doc) -> Doc:
        """Add the inferred drafts to ``doc._.statements``."""
        for step in (self._from_names, self._from_context):
            doc._.statements = layer(doc, "statements") + list(step(doc, layer(doc, "entities")))
        return doc

    def _from_names(self, doc: Doc, entities: list[ArticleEntity]) -> Iterator[Draft]:
        yield from makers(doc, entities, self.ontology, self.catalogue)
        yield from families(doc, entities, self.catalogue)
        yield from topics(doc, entities, self.ontology, self.catalogue)

    def _from_context(self, doc: Doc, entities: list[ArticleEntity]) -> Iterator[Draft]:
        yield from shows(doc, entities, self.ontology)
        yield from posts(doc, entities, self.ontology)
