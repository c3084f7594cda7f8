"""The quantity component: numbers with units, found on the raw text."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipeline.annotations import register_extensions, text_of
from extractor.pipeline.quantities.grammar import find_quantities
from extractor.pipeline.quantities.lexicon import load_grammar


@Language.factory("quantities", default_config={"ontology_dir": None}, assigns=["doc._.quantities"])
class Quantities:
    """Writes ``doc._.quantities``: a list of QuantityMatch, in the order of the text."""

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None) -> None:
        register_extensions()
        self.name = name
        self.grammar = load_grammar(Path(ontology_dir) if ontology_dir else None)

    def __call__(self, doc: Doc) -> Doc:
        """Find all quantities of the text."""
        doc._.quantities = find_quantities(text_of(doc), self.grammar)
        return doc
