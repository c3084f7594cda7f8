"""The spec component, on invented sentences through the whole pipeline."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractor.pipeline.build import build_pipeline


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_pipeline()


def specs(nlp: Language, text: str) -> set[tuple[str, str, float, str]]:
    doc = nlp(text)
    return {
        (
            doc._.entities[d.subject].names[0].text.removeprefix("Nvidia ").removeprefix("AMD "),
            d.attribute,
            float(d.value.amount),
            d.value.unit,
        )
        for d in doc._.statements
        if d.predicate == "has_spec"
    }


POSITIVE = [
    ("The Nvidia H200 has 141GB of HBM3e memory.", ("H200", "memory_capacity", 141, "GB")),
    ("The Nvidia H200 offers 4.8 TB/s of memory bandwidth.", ("H200", "memory_bandwidth", 4.8, "TB/s")),
    ("Graviton4 has 96 cores and draws 240 watts.", ("Graviton4", "core_count", 96, "")),
    ("Graviton4 has 96 cores and draws 240 watts.", ("Graviton4", "power", 240, "W")),
    ("The Nvidia H100 packs 80 billion transistors.", ("H100", "transistor_count", 80e9, "")),
    ("The Frontier supercomputer delivers 1.2 exaflops.", ("Frontier", "compute", 1.2, "EFLOPS")),
    ("The GeForce RTX 4090 is priced at $1,599.", ("GeForce RTX 4090", "price", 1599, "USD")),
    ("The Core i9-14900K boosts to 6 GHz.", ("Core i9-14900K", "clock_frequency", 6, "GHz")),
    ("Raspberry Pi 5 (8GB of RAM) is on sale for $80.", ("Raspberry Pi 5", "memory_capacity", 8, "GB")),
    ("The 192-core AmpereOne is here.", ("AmpereOne", "core_count", 192, "")),
]


@pytest.mark.parametrize(("text", "spec"), POSITIVE)
def test_a_property_of_a_product_is_a_spec(nlp: Language, text: str, spec: tuple[str, str, float, str]) -> None:
    assert spec in specs(nlp, text)


NEGATIVE = [
    "Nvidia acquired Mellanox for $6.9 billion.",
    "Arm is valued at $54 billion after its listing.",
    "TSMC holds 60 percent of the foundry market.",
    "Intel employs 120,000 people in 2024.",
    "The Nvidia H200 is 40 percent faster than the H100.",
]


@pytest.mark.parametrize("text", NEGATIVE)
def test_deals_shares_and_years_are_none(nlp: Language, text: str) -> None:
    assert not specs(nlp, text)


def test_things_named_together_share_a_value(nlp: Language) -> None:
    text = "The Instinct MI350X and the Instinct MI355X both carry 288GB of HBM3E memory."
    subjects = {name for name, attribute, _, _ in specs(nlp, text) if attribute == "memory_capacity"}
    assert subjects == {"Instinct MI350X", "Instinct MI355X"}


def test_the_bound_goes_along(nlp: Language) -> None:
    doc = nlp("Graviton4 has up to 96 cores.")
    assert [d.value.bound for d in doc._.statements if d.predicate == "has_spec"] == ["up to"]
