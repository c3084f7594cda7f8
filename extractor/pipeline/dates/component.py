"""The date component: dates and periods as intervals, relative ones resolved against the date of publication."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipeline.annotations import register_extensions, text_of
from extractor.pipeline.dates.grammar import find_dates
from extractor.pipeline.dates.lexicon import load_dates


@Language.factory("dates", default_config={"ontology_dir": None}, assigns=["doc._.dates"])
class Dates:
    """Writes ``doc._.dates``: a list of DateMatch, in the order of the text."""

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None) -> None:
        register_extensions()
        self.name = name
        self.grammar = load_dates(Path(ontology_dir) if ontology_dir else None)

    def __call__(self, doc: Doc) -> Doc:
        """Find all dates; ``doc._.published`` is the article's date, or ``None``."""
        doc._.dates = find_dates(text_of(doc), doc._.published, self.grammar)
        return doc
