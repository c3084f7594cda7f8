from __future__ import annotations

import pytest

from extractor.ontology import load_ontology
from extractor.query.agreement.conditions import ConditionReader

READER = ConditionReader(load_ontology())

CASES = [
    ("20 PFLOPS at FP4 with sparsity, 10 PFLOPS at FP8.", "10 PFLOPS", "compute", {"number_format": "fp8"}),
    ("20 PFLOPS at FP4 without sparsity.", "20 PFLOPS", "compute", {"number_format": "fp4", "sparsity": "dense"}),
    ("In FP16, the chip reaches 2 PFLOPS.", "2 PFLOPS", "compute", {"number_format": "fp16"}),
    ("In FP8 and FP4, the chip reaches 2 PFLOPS.", "2 PFLOPS", "compute", {}),
    ("The half-precision rate is 2 PFLOPS.", "2 PFLOPS", "compute", {"number_format": "fp16"}),
    ("It lists 1,440 GB, which is 180 GB per GPU.", "180 GB", "memory_capacity", {"scope": "chip"}),
    ("It lists 1,440 GB, which is 180 GB per GPU.", "1,440 GB", "memory_capacity", {}),
    ("96 GB of HBM3 and 480 GB of LPDDR5X.", "480 GB", "memory_capacity", {"memory_kind": "lpddr"}),
    ("2 MB of L2 cache per core.", "2 MB", "cache_size", {"cache_level": "l2", "scope": "core"}),
    ("It has 24 Zen 4 cores, 228 CDNA 3 compute units.", "24", "core_count", {"counted": "core"}),
    ("It has 24 Zen 4 cores, 228 CDNA 3 compute units.", "228", "other", {"counted": "compute unit"}),
    ("eight accelerator dies sit on four I/O dies", "eight", "unit_count", {"counted": "die"}),
    ("36 of them form a rack with 72 GPUs", "36", "unit_count", {}),
    ("36 of them form a rack with 72 GPUs", "72", "unit_count", {"counted": "gpu"}),
    ("208 billion transistors", "208 billion transistors", "transistor_count", {}),
    ("The NPU adds 50 TOPS", "50 TOPS", "compute", {"part": "npu"}),
    ("It boosts to 5.1 GHz; the base clock is 3.0 GHz.", "3.0 GHz", "clock_frequency", {"clock": "base"}),
    ("The price is $35 at FP4.", "$35", "price", {}),
]


@pytest.mark.parametrize(("quote", "value", "attribute", "expected"), CASES)
def test_the_words_near_a_value_tell_its_conditions(
    quote: str, value: str, attribute: str, expected: dict[str, str]
) -> None:
    start = quote.index(value)
    clause = READER.clause(quote, start, start + len(value))
    assert dict(READER.read(clause, attribute, "CHIP")) == expected


def test_some_conditions_matter_for_some_types_only() -> None:
    quote = "A single rack reaches 362 PFLOPS."
    clause = READER.clause(quote, 22, 32)
    assert dict(READER.read(clause, "compute", "CHIP")) == {"holder": "system"}
    assert READER.read(clause, "compute", "SYSTEM") == ()


@pytest.mark.parametrize(
    ("quote", "is_open"),
    [
        ("The chip has 96 cores.", False),
        ("It comes in a version with 96 cores.", True),
        ("Depending on the model it has 96 cores.", True),
        ("Other versions exist; the chip has 96 cores.", True),
        ("It has 64 or 96 cores.", True),
        ("It has 96 cores or 64.", True),
        ("It has two big and 96 cores further.", True),
        ("It combines 96 cores with a GPU.", True),
        ("It combines much; the chip has 96 cores.", False),
    ],
)
def test_a_clause_that_speaks_of_several_is_open(quote: str, is_open: bool) -> None:
    start = quote.index("96 cores")
    assert READER.is_open(READER.clause(quote, start, start + 8)) is is_open


@pytest.mark.parametrize(
    ("quote", "is_foreign"),
    [
        ("That is more than the 96 cores of its rival.", True),
        ("Unlike the old chip with 96 cores it is cheap.", True),
        ("It has more than 96 cores.", False),
        ("It has 96 cores rather than 64.", False),
    ],
)
def test_words_before_a_value_tell_that_it_is_anothers(quote: str, is_foreign: bool) -> None:
    start = quote.index("96 cores")
    assert READER.is_foreign(READER.clause(quote, start, start + 8)) is is_foreign


@pytest.mark.parametrize("quote", ["", "1,000.5", ", , ;", "x" * 5000])
def test_odd_quotes_are_read_all_the_same(quote: str) -> None:
    assert READER.read(READER.clause(quote, 0, len(quote)), "compute", "CHIP") == ()
