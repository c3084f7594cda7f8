"""Modality: whether what a text says holds, is planned, reported or denied."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology import load_ontology
from extractor.pipeline.annotations import ArticleEntity, Name, register_extensions
from extractor.pipeline.draft import Draft
from extractor.pipeline.manner.modality import ModalityTagger
from extractor.pipeline.structure.skeleton import build

CASES = [
    ("Meta uses the H100.", "uses", "asserted"),
    ("Meta used the H100 in 2023.", "uses", "asserted"),
    ("Meta will use the H100.", "uses", "planned"),
    ("Meta plans to use the H100.", "uses", "planned"),
    ("Meta is expected to use the H100.", "uses", "planned"),
    ("Meta is in talks to use the H100.", "uses", "planned"),
    ("Meta is on track to use the H100.", "uses", "planned"),
    ("Meta reportedly uses the H100.", "uses", "reported"),
    ("Meta is said to use the H100.", "uses", "reported"),
    ("Meta will use the H100, two people familiar with the matter said.", "uses", "reported"),
    ("According to a leaked slide, Meta uses the H100.", "uses", "reported"),
    ("Meta does not use the H100.", "uses", "denied"),
    ("Meta denied that it uses the H100.", "uses", "denied"),
    ("Meta has no plans to buy the H100.", "uses", "denied"),
    ("Google will open a site, and Meta uses the H100.", "uses", "asserted"),
    ("Google said it would wait; Meta uses the H100.", "uses", "asserted"),
    ("Nvidia will bring out its H100 soon.", "makes", "asserted"),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    register_extensions()
    return Language()


def tagged(nlp: Language, text: str, predicate: str, fixed: str | None = None) -> str | None:
    doc: Doc = nlp.make_doc(text)
    first = "Nvidia" if predicate == "makes" else "Meta"
    spans = [(text.index(name), text.index(name) + len(name), name) for name in (first, "H100")]
    doc._.entities = [
        ArticleEntity(n, kind, None, [Name(start, end, name, kind, None, 1.0, "test")])
        for n, ((start, end, name), kind) in enumerate(zip(spans, ("ORG", "CHIP"), strict=True))
    ]
    doc._.sentences = [build(text, 0, len(text), [])]
    draft = Draft(0, predicate, "test", doc._.sentences[0], spans[0][0], spans[1][1], 1, modality=fixed)
    doc._.statements = [draft]
    ModalityTagger(nlp, "modality", None)(doc)
    return draft.modality


@pytest.mark.parametrize(("text", "predicate", "modality"), CASES)
def test_modality(nlp: Language, text: str, predicate: str, modality: str) -> None:
    assert tagged(nlp, text, predicate) == modality


def test_a_rule_decides_first(nlp: Language) -> None:
    assert tagged(nlp, "Meta will use the H100.", "uses", fixed="asserted") == "asserted"


def test_every_modality_is_known() -> None:
    assert set(load_ontology().modalities) == {"asserted", "planned", "reported", "denied"}
