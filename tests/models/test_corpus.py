"""The corpus is what its sources say, and every annotation keeps the ontology's rules."""

from __future__ import annotations

from collections import Counter

import pytest

from extractor.ontology import load_ontology
from models.corpus.build import merged, read
from models.corpus.notation import NotationError, blocks, passage

PASSAGE = """id: x1
date: 2024-03-18
title: Nvidia unveils Blackwell
text: Nvidia says its B200 is up to 4 times faster than the H100.
c ORG Nvidia
b CHIP B200
h CHIP H100
c announces b
b compares_to h performance 4 x ~ planned; by=c; bound=up to
b has_spec memory_capacity 192 GB
b has_status available 2024-Q4"""


def test_the_file_is_what_the_sources_say() -> None:
    assert read() == merged()


def test_every_mention_is_in_its_text_and_every_fact_allowed() -> None:
    ontology = load_ontology()
    for one in read():
        text = one["title"] + "\n\n" + one["text"]
        types = {entity["id"]: entity["type"] for entity in one["entities"]}
        assert all(mention in text for entity in one["entities"] for mention in entity["mentions"]), one["id"]
        for fact in one["facts"]:
            allowed = ontology.predicates[fact["p"]].allows(types[fact["s"]], types.get(fact.get("o") or ""))
            assert allowed, (one["id"], fact)


def test_every_predicate_is_there_often_enough() -> None:
    counts = Counter(fact["p"] for one in read() for fact in one["facts"])
    assert {name: counts[name] for name in load_ontology().predicates if counts[name] < 400} == {}


def test_a_passage_is_compiled() -> None:
    ((first, lines),) = blocks(PASSAGE)
    record = passage(lines, first, "x.txt", load_ontology())
    assert [entity["type"] for entity in record["entities"]] == ["ORG", "CHIP", "CHIP"]
    assert record["facts"][1] == {
        "s": "b", "p": "compares_to", "o": "h", "metric": "performance", "value": 4, "unit": "x",
        "modality": "planned", "attributed_to": "c", "bound": "up to",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("b CHIP B200", "b CHIP B300", "not in the text"),
        ("c announces b", "c announces z", "unknown key"),
        ("c announces b", "b announces c", "not allowed"),
        ("c announces b", "c praises b", "unknown type or predicate"),
        ("memory_capacity 192", "smell 192", "unknown attribute"),
        ("available 2024-Q4", "available Q4", "is not like"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(old: str, new: str, reason: str) -> None:
    ((first, lines),) = blocks(PASSAGE.replace(old, new))
    with pytest.raises(NotationError, match=rf"x\.txt:\d+: .*{reason}"):
        passage(lines, first, "x.txt", load_ontology())
