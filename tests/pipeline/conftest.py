"""The whole pipeline, built once, and short ways to ask it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipeline.build import build_pipeline

Parse = Callable[..., Doc]
PUBLISHED = date(2026, 3, 4)


@pytest.fixture(scope="session")
def nlp() -> Language:
    return build_pipeline()


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Parse:
    """``parse(text)`` is the Doc after all components; ``parse(text, "references")`` after those up to this one."""

    def run(text: str, last: str | None = None) -> Doc:
        doc = nlp.make_doc(text)
        doc._.published = PUBLISHED
        for name, component in nlp.pipeline:
            doc = component(doc)
            if name == last:
                break
        return doc

    return run
