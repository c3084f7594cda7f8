"""Pairs of sentences and how the first stands to the second; each pair is held against its mirror image."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.facts import Fact
from extractor.query.agreement import Verdict
from tests.query.news import Said, compares, relation, spec, status

V = Verdict
A, B = "a.example", "b.example"
RACK, FAB = "system:s", "facility:f"


def cores(number: int, quote: str, day: str = "2024-03-01", source: str = A, **more: Any) -> Said:
    return Said(source, day, quote, spec("core_count", number, "", str(number), **more))


def rate(amount: float, quote: str, text: str, source: str = A, **more: Any) -> Said:
    return Said(source, "2024-03-01", quote, spec("compute", amount, "PFLOPS", text, **more))


VALUES = [
    (cores(96, "It has 96 cores."), cores(64, "It has 64 cores.", source=B), V.CONTRADICTS),
    (cores(96, "It has 96 cores."), cores(96, "96 Neoverse V2 cores.", source=B), V.CORROBORATES),
    (cores(96, "It has 96 cores."), cores(64, "It has 64 cores.", "2025-03-01", B), V.CONTRADICTS),
    (cores(96, "It has 96 cores."), cores(64, "64 compute units.", source=B), V.INCOMPARABLE),
    (cores(96, "It has 96 cores."), cores(64, "A version with 64 cores.", source=B), V.INCOMPARABLE),
    (cores(96, "It has 96 cores."), cores(96, "It may have 96 cores.", source=B, modality="reported"), V.CORROBORATES),
    (cores(96, "It has 96 cores."), cores(96, "It has not 96 cores.", source=B, modality="denied"), V.CONTRADICTS),
    (cores(96, "It has 96 cores."), cores(64, "It has not 64 cores.", source=B, modality="denied"), V.INCOMPARABLE),
    (cores(96, "It has 96 cores.", "2024-05-01"), cores(64, "64 cores are planned.", source=B, modality="planned"), V.FOLLOWS),
    (cores(96, "96 cores.", subject=RACK), cores(64, "64 cores.", source=B, subject=RACK), V.INCOMPARABLE),
    (cores(96, "It has 96 cores."), cores(96, "It has 96 cores.", subject="chip:x2"), V.INCOMPARABLE),
    (rate(20, "20 PFLOPS at FP8.", "20 PFLOPS"), rate(10, "10 PFLOPS at FP16.", "10 PFLOPS", B), V.INCOMPARABLE),
    (rate(20, "20 PFLOPS at FP8.", "20 PFLOPS"), rate(10, "10 PFLOPS at FP8.", "10 PFLOPS", B), V.CONTRADICTS),
    (rate(20, "20 PFLOPS at FP8.", "20 PFLOPS"), rate(10, "It does 10 PFLOPS.", "10 PFLOPS", B), V.INCOMPARABLE),
    (rate(20, "20 PFLOPS at FP8.", "20 PFLOPS"), rate(20, "It does 20 PFLOPS.", "20 PFLOPS", B), V.CORROBORATES),
    (rate(20, "20 PFLOPS at FP8.", "20 PFLOPS"), rate(20, "20 PFLOPS at FP4.", "20 PFLOPS", B), V.INCOMPARABLE),
    (rate(20, "20 PFLOPS.", "20 PFLOPS"), rate(10, "Its server has 10 PFLOPS.", "10 PFLOPS", B), V.INCOMPARABLE),
    (
        Said(A, "2020-06-22", "It has 415 PFLOPS.", spec("compute", 415, "PFLOPS", "415 PFLOPS", subject=RACK)),
        Said(B, "2022-05-30", "It has 442 PFLOPS.", spec("compute", 442, "PFLOPS", "442 PFLOPS", subject=RACK)),
        V.PRECEDES,
    ),
    (rate(20, "20 PFLOPS per GPU.", "20 PFLOPS"), rate(160, "160 PFLOPS per node.", "160 PFLOPS", B), V.INCOMPARABLE),
    (
        Said(A, "2024-03-01", "Over 100,000 chips.", spec("unit_count", 1e5, "", "100,000", bound="over", subject=RACK)),
        Said(B, "2024-03-01", "It links 100,352 chips.", spec("unit_count", 100_352, "", "100,352", subject=RACK)),
        V.REFINED_BY,
    ),
    (
        Said(A, "2024-03-01", "about 80 billion transistors", spec("transistor_count", 80e9, "", "80 billion", bound="about")),
        Said(B, "2024-03-01", "79.6 billion transistors", spec("transistor_count", 79.6e9, "", "79.6 billion")),
        V.REFINED_BY,
    ),
    (
        Said(A, "2023-03-01", "It costs $1,600.", spec("price", 1600, "USD", "$1,600")),
        Said(B, "2025-03-01", "It costs $900.", spec("price", 900, "USD", "$900")),
        V.INCOMPARABLE,
    ),
    (
        Said(A, "2024-03-01", "80 GB in 2023.", spec("memory_capacity", 80, "GB", "80 GB", qualifiers=(("date", "2023"),))),
        Said(B, "2024-03-01", "96 GB in 2025.", spec("memory_capacity", 96, "GB", "96 GB", qualifiers=(("date", "2025"),))),
        V.INCOMPARABLE,
    ),
    (
        Said(A, "2020-05-15", "It costs $12 billion.", spec("cost", 12e9, "USD", "$12 billion", subject=FAB)),
        Said(B, "2024-04-08", "It costs $65 billion.", spec("cost", 65e9, "USD", "$65 billion", subject=FAB)),
        V.PRECEDES,
    ),
    (
        Said(A, "2024-04-07", "It costs $12 billion.", spec("cost", 12e9, "USD", "$12 billion", subject=FAB)),
        Said(B, "2024-04-08", "It costs $65 billion.", spec("cost", 65e9, "USD", "$65 billion", subject=FAB)),
        V.CONTRADICTS,
    ),
    (
        Said(A, None, "It costs $12 billion.", spec("cost", 12e9, "USD", "$12 billion", subject=FAB)),
        Said(B, "2024-04-08", "It costs $65 billion.", spec("cost", 65e9, "USD", "$65 billion", subject=FAB)),
        V.INCOMPARABLE,
    ),
    (
        Said(A, "2024-03-01", "It is worth 3 parsecs.", spec("memory_capacity", 3, "parsecs", "3 parsecs")),
        Said(B, "2024-03-01", "It has 3 GB.", spec("memory_capacity", 3, "GB", "3 GB")),
        V.INCOMPARABLE,
    ),
]  # fmt: skip


def more_memory(amount: float, text: str, base: str | None, source: str = A) -> Said:
    return Said(
        source, "2024-03-01", f"It has {text} the memory.", compares("memory_capacity", amount, "x", text, object=base)
    )


COMPARISONS = [
    (more_memory(3, "3x", "chip:old"), more_memory(2, "2x", "chip:old", B), V.CONTRADICTS),
    (more_memory(3, "3x", "chip:old"), more_memory(3, "3.0x", "chip:old", B), V.CORROBORATES),
    (more_memory(3, "3x", "chip:old"), more_memory(2, "2x", "chip:other", B), V.INCOMPARABLE),
    (more_memory(3, "3x", "chip:old"), more_memory(2, "2x", None, B), V.INCOMPARABLE),
    (more_memory(3, "3x", "chip:old"), more_memory(3, "3x", None, B), V.CORROBORATES),
    (more_memory(3, "3x", None), more_memory(2, "2x", None, B), V.CONTRADICTS),
    (
        Said(A, "2024-03-01", "75% more memory", compares("memory_capacity", 75, "%", "75%")),
        Said(B, "2024-03-01", "1.75x the memory", compares("memory_capacity", 1.75, "x", "1.75x")),
        V.CORROBORATES,
    ),
    (
        Said(A, "2024-03-01", "4x faster training", compares("performance", 4, "x", "4x")),
        Said(B, "2024-03-01", "30x faster inference", compares("performance", 30, "x", "30x")),
        V.INCOMPARABLE,
    ),
    (
        Said(A, "2024-03-01", "4x faster", compares("performance", 4, "x", "4x")),
        Said(B, "2024-03-01", "3x faster", compares("performance", 3, "x", "3x")),
        V.INCOMPARABLE,
    ),
]


def news(name: str, date: str | None, day: str | None, source: str = A, modality: str = "asserted") -> Said:
    return Said(source, day, f"It is {name}, {date}.", status(name, date, modality=modality))


def plan(date: str, day: str, source: str = A) -> Said:
    return news("available", date, day, source, "planned")


STATUSES = [
    (news("delayed", "2021-Q1", "2023-11-24"), news("delayed", "2024-Q1", "2023-11-25", B), V.CONTRADICTS),
    (news("delayed", "2021-Q1", "2023-11-24"), news("delayed", None, "2023-11-25", B), V.CONTRADICTS),
    (news("delayed", "2024-Q1", "2023-11-24"), news("delayed", None, "2023-11-25", B), V.REFINES),
    (news("delayed", "2024-Q1", "2023-11-24"), news("delayed", "2024", "2023-11-25", B), V.REFINES),
    (news("delayed", "2024-Q1", "2023-11-24"), news("delayed", "2024-Q3", "2024-02-25", B), V.PRECEDES),
    (news("delayed", "2024-Q1", None), news("delayed", "2024-Q3", "2024-02-25", B), V.INCOMPARABLE),
    (plan("2024-Q1", "2023-11-24"), news("delayed", "2024-Q2", "2024-02-01", B), V.PRECEDES),
    (plan("2024-Q1", "2023-11-24"), news("delayed", "2024-Q2", "2023-11-24"), V.PRECEDES),
    (plan("2024-Q1", "2023-11-24"), plan("2024-Q2", "2023-11-25", B), V.CONTRADICTS),
    (plan("2024-Q1", "2023-11-24"), news("available", "2024-02", "2024-02-20", B), V.PRECEDES),
    (news("available", "2023-11-28", "2023-11-28"), news("available", "2023-11-30", "2023-11-30", B), V.CORROBORATES),
    (news("available", "2023-11-28", "2023-11-28"), news("available", "2023-06", "2023-11-30", B), V.CONTRADICTS),
    (news("available", "2023-11-28", "2023-11-28"), news("available", "2024-03", "2024-03-10", B), V.PRECEDES),
    (news("available", "2023-11", "2023-11-28"), news("available", None, "2023-11-28", B), V.REFINES),
    (news("rumoured", "2023-01", "2023-11-28"), news("rumoured", "2023-06", "2023-11-28", B), V.INCOMPARABLE),
    (news("preview", None, "2023-11-28"), news("available", None, "2024-05-01", B), V.PRECEDES),
    (news("cancelled", None, "2023-11-28"), news("cancelled", None, "2023-11-29", B, "denied"), V.CONTRADICTS),
    (news("cancelled", None, "2023-11-28"), news("cancelled", None, "2024-11-29", B, "denied"), V.PRECEDES),
    (news("cancelled", None, "2023-11-28", A, "denied"), news("cancelled", None, "2023-11-29", B, "denied"), V.CORROBORATES),
]  # fmt: skip


def tie(
    predicate: str,
    subject: str,
    object_: str,
    day: str | None = "2024-03-01",
    modality: str = "asserted",
    source: str = A,
    date: str | None = None,
) -> Said:
    said = (("date", date),) if date else ()
    fact = Fact(subject, predicate, object_, modality=modality, qualifiers=said)
    return Said(source, day, f"{subject} {predicate} {object_}", fact)


N, S, ARM, CHIP = "org:nvidia", "org:softbank", "org:arm", "chip:x1"
RELATIONS = [
    (tie("makes", N, CHIP), tie("makes", N, CHIP, "2020-01-01", source=B), V.CORROBORATES),
    (tie("makes", N, CHIP), tie("makes", N, CHIP, "2020-01-01", "denied", B), V.CONTRADICTS),
    (tie("makes", N, CHIP), tie("makes", S, CHIP, source=B), V.INCOMPARABLE),
    (tie("acquires", N, ARM), tie("acquires", N, ARM, "2024-03-03", "denied", B), V.CONTRADICTS),
    (tie("acquires", N, ARM), tie("acquires", N, ARM, "2025-03-03", "denied", B), V.PRECEDES),
    (tie("acquires", N, ARM), tie("acquires", N, ARM, None, "denied", B), V.INCOMPARABLE),
    (tie("restricts", N, ARM, date="2022-10"), tie("restricts", N, ARM, modality="denied", source=B), V.INCOMPARABLE),
    (tie("restricts", N, ARM, date="2024-Q1"), tie("restricts", N, ARM, modality="denied", source=B), V.CONTRADICTS),
    (tie("acquires", N, ARM), tie("acquires", S, ARM, "2024-03-03", source=B), V.CONTRADICTS),
    (tie("acquires", N, ARM), tie("acquires", S, ARM, "2016-03-03", source=B), V.FOLLOWS),
    (tie("acquires", N, ARM, modality="planned"), tie("acquires", S, ARM, source=B), V.INCOMPARABLE),
    (tie("acquires", N, ARM, modality="planned"), tie("acquires", N, ARM, "2024-09-01", source=B), V.PRECEDES),
    (tie("partners_with", N, ARM, modality="planned"), tie("partners_with", N, ARM, source=B), V.CORROBORATES),
    (tie("acquires", N, ARM), tie("makes", N, CHIP), V.INCOMPARABLE),
]


@pytest.mark.parametrize(("one", "other", "verdict"), [*VALUES, *COMPARISONS, *STATUSES, *RELATIONS])
def test_how_one_claim_stands_to_another(one: Said, other: Said, verdict: Verdict) -> None:
    found = relation(one, other)
    assert found.verdict is verdict, found.reason
    assert found.reason


@pytest.mark.parametrize("said", [pair[0] for pair in [*VALUES, *COMPARISONS, *STATUSES, *RELATIONS]])
def test_every_claim_corroborates_itself(said: Said) -> None:
    known = said.fact.value is None or said.fact.value.unit != "parsecs"
    assert relation(said, said).verdict is (V.CORROBORATES if known else V.INCOMPARABLE)


def test_a_predicate_that_the_ontology_lacks() -> None:
    said = tie("likes", N, CHIP)
    assert relation(said, said).reason == "the ontology has no predicate likes"
