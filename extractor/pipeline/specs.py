"""Stub."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipeline.annotations import register_extensions


@Language.factory("specs", default_config={"ontology_dir": None}, requires=["doc._.sentences"], assigns=["doc._.statements"])
class Specs:
    """Stub."""

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Stub."""
        return doc
