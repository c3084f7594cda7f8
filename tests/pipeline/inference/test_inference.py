"""What follows from names and context: makers, families, events and the article's main product."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractor.pipeline.build import build_pipeline

Found = set[tuple[str, str, str, str]]


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return build_pipeline()


def inferred(pipeline: Language, text: str) -> Found:
    doc = pipeline(text)
    entities = doc._.entities
    return {
        (entities[d.subject].names[0].text, d.predicate, entities[d.object].names[0].text, d.by)
        for d in doc._.statements
        if d.object is not None
    }


def test_brand_in_a_name_is_the_maker(pipeline: Language) -> None:
    assert ("Nvidia", "makes", "Nvidia H100", "brand-in-name") in inferred(pipeline, "They bought the Nvidia H100.")


def test_known_maker_in_the_same_sentence(pipeline: Language) -> None:
    text = "Speaking for AMD, she praised the MI300X."
    assert ("AMD", "makes", "MI300X", "known-maker") in inferred(pipeline, text)


def test_known_maker_must_be_named(pipeline: Language) -> None:
    assert not {f for f in inferred(pipeline, "Meta praised the MI300X.") if f[1] == "makes"}


def test_known_maker_of_a_process_in_passing_is_no_fact(pipeline: Language) -> None:
    text = "TSMC said that demand for N5 was weak."
    assert not {f for f in inferred(pipeline, text) if f[3] == "known-maker"}


def test_known_family(pipeline: Language) -> None:
    found = inferred(pipeline, "Graviton is popular. Graviton4 has 96 cores.")
    assert ("Graviton4", "in_family", "Graviton", "known-family") in found


def test_a_family_has_to_be_named(pipeline: Language) -> None:
    assert not {f for f in inferred(pipeline, "Graviton4 has 96 cores.") if f[1] == "in_family"}


@pytest.mark.parametrize(
    ("text", "member", "series", "by"),
    [
        (
            "AMD sells Ryzen 7000 chips. Later the Ryzen 7 7730U came.",
            "Ryzen 7 7730U",
            "Ryzen 7000",
            "number-of-series",
        ),
        ("The chips of the 7000X3D series are out. AMD sells the 7950X3D.", "7950X3D", "7000X3D", "number-of-series"),
        ("Nvidia is proud of its DGX. The DGX Q900 is the newest.", "DGX Q900", "DGX", "code-of-series"),
    ],
)
def test_a_number_shows_the_series(pipeline: Language, text: str, member: str, series: str, by: str) -> None:
    assert (member, "in_family", series, by) in inferred(pipeline, text)


@pytest.mark.parametrize(
    "text",
    [
        "AMD sells Ryzen 8000 chips. The Core 9 8730U came later.",  # another brand
        "AMD sells the 7000X3D series. The 7950U came later.",  # another variant
        "Nvidia is proud of its DGX. The DGX 2 is the newest.",  # the next one
    ],
)
def test_a_number_of_another_kind_shows_no_series(pipeline: Language, text: str) -> None:
    assert not {f for f in inferred(pipeline, text) if f[1] == "in_family"}


def test_the_only_event_shows_what_is_announced(pipeline: Language) -> None:
    found = inferred(pipeline, "The crowd came to Computex. AMD unveiled the MI325X.")
    assert ("MI325X", "shown_at", "Computex", "announced-and-one-event") in found


def test_two_events_show_nothing_by_themselves(pipeline: Language) -> None:
    found = inferred(pipeline, "The crowd left Computex for Hot Chips. AMD unveiled the MI325X.")
    assert not {f for f in found if f[3] == "announced-and-one-event"}


def test_a_sentence_without_product_speaks_of_the_main_one(pipeline: Language) -> None:
    text = "AMD unveiled the MI300X. The MI300X is large. Memory is 192GB of HBM3."
    assert ("MI300X", "uses_technology", "HBM3", "topic-of-article") in inferred(pipeline, text)


def test_a_comparison_does_not_speak_of_the_main_one(pipeline: Language) -> None:
    text = "AMD unveiled the MI300X. The MI300X is large. Rivals use 80GB of HBM3."
    assert not {f for f in inferred(pipeline, text) if f[3] == "topic-of-article"}
