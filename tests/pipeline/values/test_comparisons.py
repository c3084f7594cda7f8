"""The comparison component, on invented sentences through the whole pipeline."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractor.pipeline.build import build_pipeline

Comparison = tuple[str, str | None, str, float, str]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_pipeline()


def comparisons(nlp: Language, text: str) -> set[Comparison]:
    doc = nlp(text)
    names = [entity.names[0].text.removeprefix("Nvidia ").removeprefix("AMD ") for entity in doc._.entities]
    return {
        (
            names[d.subject],
            None if d.object is None else names[d.object],
            d.attribute,
            float(d.value.amount),
            d.value.unit,
        )
        for d in doc._.statements
        if d.predicate == "compares_to"
    }


POSITIVE: list[tuple[str, Comparison]] = [
    ("The Nvidia H200 is 1.9 times faster than the H100.", ("H200", "H100", "performance", 1.9, "x")),
    (
        "Graviton4 offers 30 percent better performance than Graviton3.",
        ("Graviton4", "Graviton3", "performance", 30, "%"),
    ),
    ("Graviton4 uses 25 percent less power than Graviton3.", ("Graviton4", "Graviton3", "power", -25, "%")),
    ("Trainium2 has twice the memory of Trainium.", ("Trainium2", "Trainium", "memory_capacity", 2, "x")),
    ("The MI300X delivers 1.6x the memory bandwidth of the H100.", ("MI300X", "H100", "memory_bandwidth", 1.6, "x")),
    ("Graviton4 is twice as power efficient as Graviton2.", ("Graviton4", "Graviton2", "energy_efficiency", 2, "x")),
    (
        "The Snapdragon 8 Elite is 45 percent faster than its predecessor.",
        ("Snapdragon 8 Elite", None, "performance", 45, "%"),
    ),
    (
        "Compared with the H100, the Nvidia H200 has 76 percent more memory.",
        ("H200", "H100", "memory_capacity", 76, "%"),
    ),
]


@pytest.mark.parametrize(("text", "comparison"), POSITIVE)
def test_a_multiple_or_change_compares(nlp: Language, text: str, comparison: Comparison) -> None:
    assert comparison in comparisons(nlp, text)


NEGATIVE = [
    "Nvidia shares rose 5 percent on Monday.",
    "SoftBank owns about 90 percent of Arm.",
    "TSMC holds 60 percent of the foundry market.",
    "The Nvidia H200 has 141GB of memory.",
]


@pytest.mark.parametrize("text", NEGATIVE)
def test_shares_and_plain_values_do_not(nlp: Language, text: str) -> None:
    assert not comparisons(nlp, text)
