"""The rules for products and what they are built of, on sentences of our own."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractor.pipeline.build import build_pipeline

Fact = tuple[str, str, str]
PREDICATES = frozenset(
    {"announces", "makes", "contains", "uses_technology", "runs", "succeeds", "in_family", "shown_at"}
)

CASES: list[tuple[str, set[Fact]]] = [
    ("Nvidia unveiled the H200 on Monday.", {("Nvidia", "announces", "H200"), ("Nvidia", "makes", "H200")}),
    ("AMD takes the wraps off the MI325X.", {("AMD", "announces", "MI325X")}),
    ("Intel today lifted the lid on its new Gaudi 3.", {("Intel", "announces", "Gaudi 3")}),
    ("The Telum II, which IBM announced last week, has eight cores.", {("IBM", "announces", "Telum II")}),
    ("The Graviton4 was introduced last year by Amazon.", {("Amazon", "announces", "Graviton4")}),
    ("Microsoft used Ignite to unveil the Maia 100.", {("Microsoft", "announces", "Maia 100")}),
    ("Nvidia's H100 is sold out.", {("Nvidia", "makes", "H100")}),
    ("Qualcomm's new flagship Snapdragon 8 Elite is fast.", {("Qualcomm", "makes", "Snapdragon 8 Elite")}),
    ("Critics liked the Kirin 9000S, a mobile chip from Huawei.", {("Huawei", "makes", "Kirin 9000S")}),
    ("TSMC's N3E is ready.", {("TSMC", "makes", "N3E")}),
    ("The MI300X is the successor to the MI250X.", {("MI300X", "succeeds", "MI250X")}),
    ("Nvidia has the B300, a GPU that follows the B200.", {("B300", "succeeds", "B200")}),
    ("The H200 replaces the H100.", {("H200", "succeeds", "H100")}),
    ("The H200 is twice as fast as its predecessor, the H100.", {("H200", "succeeds", "H100")}),
    ("The A100 gave way to the H100.", {("H100", "succeeds", "A100")}),
    (
        "The EPYC 7742 is the flagship of the EPYC 7002 series.",
        {("EPYC 7742", "in_family", "EPYC 7002 series")},
    ),
    ("The MI355X is part of the MI350 series.", {("MI355X", "in_family", "MI350 series")}),
    ("The RTX 5090 belongs to the GeForce RTX 50 series.", {("RTX 5090", "in_family", "GeForce RTX 50 series")}),
    ("The MI300X was unveiled at CES 2025.", {("MI300X", "shown_at", "CES 2025")}),
    ("At Computex, AMD unveiled the MI325X.", {("MI325X", "shown_at", "Computex")}),
    ("Intel showed the Gaudi 3 during Computex.", {("Gaudi 3", "shown_at", "Computex")}),
    ("The MacBook Air is powered by the M4.", {("MacBook Air", "contains", "M4")}),
    ("The DGX H100 packs eight H100 accelerators.", {("DGX H100", "contains", "H100")}),
    ("The M4 drives the iPad Pro.", {("iPad Pro", "contains", "M4")}),
    ("The H100 has 80GB of HBM3.", {("H100", "uses_technology", "HBM3")}),
    ("The Graviton4 uses Neoverse V2 cores.", {("Graviton4", "uses_technology", "Neoverse V2")}),
    ("The MI300X supports PCIe 5.0.", {("MI300X", "uses_technology", "PCIe 5.0")}),
    ("The Surface Laptop 7 runs Windows 11.", {("Surface Laptop 7", "runs", "Windows 11")}),
    ("The MI300X supports PyTorch.", {("MI300X", "runs", "PyTorch")}),
    ("The DGX H100 comes with Ubuntu.", {("DGX H100", "runs", "Ubuntu")}),
]

NOT: list[tuple[str, str]] = [
    ("Intel announced a server with the H100.", "announces"),
    ("Dell's rivals wait for the H100.", "makes"),
    ("The H200 is faster than the H100.", "succeeds"),
    ("The H200 and the H100 are sold out.", "in_family"),
    ("Analysts met at Computex.", "shown_at"),
    ("The MacBook Air is newer than the M1.", "contains"),
    ("The H100 is faster than anything with HBM2.", "uses_technology"),
    ("The H100 arrived before Windows 11.", "runs"),
]


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return build_pipeline()


def facts(pipeline: Language, text: str) -> set[Fact]:
    doc = pipeline(text)
    names = [{name.text for name in entity.names} for entity in doc._.entities]
    return {
        (subject, draft.predicate, object_)
        for draft in doc._.statements
        if draft.predicate in PREDICATES and draft.object is not None
        for subject in names[draft.subject]
        for object_ in names[draft.object]
    }


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_finds(pipeline: Language, text: str, expected: set[Fact]) -> None:
    assert expected <= facts(pipeline, text)


@pytest.mark.parametrize(("text", "predicate"), NOT, ids=[text for text, _ in NOT])
def test_does_not_invent(pipeline: Language, text: str, predicate: str) -> None:
    assert not {fact for fact in facts(pipeline, text) if fact[1] == predicate}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The H200 is twice as fast as its predecessor, the H100.", ("H100", "succeeds", "H200")),
        ("The A100 gave way to the H100.", ("A100", "succeeds", "H100")),
        ("The A100 was replaced by the H100.", ("A100", "succeeds", "H100")),
    ],
)
def test_does_not_turn_a_succession_around(pipeline: Language, text: str, fact: Fact) -> None:
    assert fact not in facts(pipeline, text)
