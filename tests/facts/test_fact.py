"""Facts: what counts for the id of a fact and what does not."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest

from extractor.facts import Evidence, Fact
from extractor.ontology import Quantity

RELATION = Fact("org:zorblax", "makes", "chip:kestrix-vx2")
SPEC = Fact("chip:kestrix-vx2", "has_spec", attribute="memory_capacity", value=Quantity(192, "GB", "192 GB"))
# Golden: graphs on disk and in other projects refer to these ids.
GOLDEN = [(RELATION, "f8f9c51ca7453a50"), (SPEC, "73a4944f7b0669d8")]


@pytest.mark.parametrize(("fact", "id_"), GOLDEN, ids=["relation", "spec"])
def test_ids_never_change(fact: Fact, id_: str) -> None:
    assert fact.id == id_, "the ids of all graphs written so far would change"


NOT_COUNTED: list[dict[str, Any]] = [
    {"confidence": 0.3},
    {"evidence": (Evidence("a1", 0, 4, "text", "rule"),)},
    {"attributed_to": "org:quillmark"},
    {"qualifiers": (("date", "2026"),)},
    {"value": Quantity(192.0, "GB", "192 gigabytes")},
]
COUNTED: list[dict[str, Any]] = [
    {"subject": "chip:kestrix-vx1"},
    {"predicate": "compares_to"},
    {"object": "chip:kestrix-vx1"},
    {"attribute": "bandwidth"},
    {"status": "available"},
    {"date": "2026"},
    {"modality": "denied"},
    {"value": Quantity(193, "GB", "192 GB")},
    {"value": Quantity(192, "TB", "192 GB")},
    {"value": Quantity(192, "GB", "192 GB", bound="up to")},
    {"value": None},
]


@pytest.mark.parametrize("change", NOT_COUNTED, ids=repr)
def test_how_well_and_where_it_was_said_does_not_count(change: dict[str, Any]) -> None:
    assert replace(SPEC, **change).id == SPEC.id


@pytest.mark.parametrize("change", COUNTED, ids=repr)
def test_what_is_said_counts(change: dict[str, Any]) -> None:
    assert replace(SPEC, **change).id != SPEC.id


def test_an_id_is_16_hexadecimal_digits() -> None:
    assert len(RELATION.id) == 16
    assert int(RELATION.id, 16)


def test_names_of_any_script_have_ids() -> None:
    assert Fact("org:华为", "makes", "chip:é").id != Fact("org:华为", "makes", "chip:e\u0301").id


def test_qualifiers_as_a_dictionary() -> None:
    fact = replace(SPEC, qualifiers=(("bound", "up to"), ("conditions", ("FP8", "dense"))))
    assert fact.said == {"bound": "up to", "conditions": ("FP8", "dense")}
    assert RELATION.said == {}


def test_other_evidence_is_another_object_with_the_same_id() -> None:
    evidence = (Evidence("a1", 0, 4, "text", "rule"),)
    other = RELATION.with_evidence(evidence, 0.5)
    assert (other.evidence, other.confidence, other.id) == (evidence, 0.5, RELATION.id)
    assert RELATION.evidence == ()


def test_facts_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        RELATION.subject = "org:other"  # type: ignore[misc]


def test_evidence_is_sorted_by_place() -> None:
    one, two, three = Evidence("a1", 5, 9, "x", "r"), Evidence("a1", 2, 9, "x", "r"), Evidence("a0", 7, 9, "x", "r")
    assert sorted([one, two, three]) == [three, two, one]
