"""Statuses: own sentences through the whole pipeline."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from extractor.pipeline.build import build_pipeline

PUBLISHED = date(2024, 6, 4)

FOUND = [
    ("The Nvidia H200 is now available.", "H200", "available", None, "asserted"),
    ("Nvidia said the H200 will be available in October 2024.", "H200", "available", "2024-10", "planned"),
    ("AMD's Instinct MI325X goes on sale on November 12.", "Instinct MI325X", "available", "2024-11-12", "planned"),
    ("The MacBook Pro, due in the first half of 2025, has no fan.", "MacBook Pro", "available", "2025-H1", "planned"),
    ("Intel has begun shipping Gaudi 3 to customers.", "Gaudi 3", "available", None, "asserted"),
    ("Intel will ship Lunar Lake in the third quarter of 2024.", "Lunar Lake", "available", "2024-Q3", "planned"),
    ("The Frontier supercomputer went live in May 2022.", "Frontier", "available", "2022-05", "asserted"),
    ("Azure Cobalt 100 instances are in preview.", "Cobalt 100", "preview", None, "asserted"),
    ("AMD is sampling the MI300X to customers.", "MI300X", "sampling", None, "asserted"),
    ("Samples of the Gaudi 3 went to customers in March 2024.", "Gaudi 3", "sampling", "2024-03", "asserted"),
    ("Micron's HBM3E entered volume production in February 2024.", "HBM3E", "production", "2024-02", "asserted"),
    ("Mass production of the B200 will begin in 2025.", "B200", "production", "2025", "planned"),
    ("Intel's Sapphire Rapids has been delayed again.", "Sapphire Rapids", "delayed", None, "asserted"),
    ("Intel delays Sapphire Rapids.", "Sapphire Rapids", "delayed", None, "asserted"),
    ("Intel has scrapped Rialto Bridge.", "Rialto Bridge", "cancelled", None, "asserted"),
    ("Falcon Shores was cancelled in January 2024.", "Falcon Shores", "cancelled", "2024-01", "asserted"),
    ("Nvidia presented the H200. Shipments will begin in July 2024.", "H200", "available", "2024-07", "planned"),
    ("AMD showed the MI325X. Volume production starts in August.", "MI325X", "production", "2024-08", "planned"),
    ("Fab 42 was completed in 2020.", "Fab 42", "completed", "2020", "asserted"),
]

NOT_FOUND = [
    "Every RTX 5090 ships with a power adapter.",
    "Google bought servers based on the MI300X and will be open to talks.",
    "Meta cancelled orders for the H100.",
    "The H100 has 80 GB of memory available bandwidth aside.",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_pipeline()


def statuses(nlp: Language, text: str) -> list[tuple[set[str], str | None, str | None, str | None]]:
    doc = nlp.make_doc(text)
    doc._.published = PUBLISHED
    for _, component in nlp.pipeline:
        doc = component(doc)
    entities = doc._.entities
    return [
        ({name.text for name in entities[d.subject].names}, d.status, d.date, d.modality)
        for d in doc._.statements
        if d.predicate == "has_status"
    ]


@pytest.mark.parametrize(("text", "subject", "status", "when", "modality"), FOUND)
def test_status(nlp: Language, text: str, subject: str, status: str, when: str | None, modality: str) -> None:
    found = statuses(nlp, text)
    named = [(*rest,) for names, *rest in found if any(subject in name for name in names)]
    assert (status, when, modality) in named, found


@pytest.mark.parametrize("text", NOT_FOUND)
def test_no_status(nlp: Language, text: str) -> None:
    assert statuses(nlp, text) == []


def test_one_status_for_each_subject(nlp: Language) -> None:
    text = "Nvidia's H200 is available. The H200 has been available since May 2024."
    assert [(status, when) for _, status, when, _ in statuses(nlp, text)] == [("available", "2024-05")]
