"""The date component: dates and periods as intervals, relative ones resolved against the date of publication."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipeline.annotations import register_extensions, text_of
from extractor.pipeline.date_grammar import find_dates


@Language.factory("dates", assigns=["doc._.dates"])
class Dates:
    """Writes ``doc._.dates``: a list of DateMatch, in the order of the text."""

    def __init__(self, nlp: Language, name: str) -> None:
        register_extensions()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find all dates; ``doc._.published`` is the article's date, or ``None``."""
        doc._.dates = find_dates(text_of(doc), doc._.published)
        return doc
