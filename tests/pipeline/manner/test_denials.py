"""Denials: negated verbs and denied statements, through the whole pipeline without the trained reader."""

from __future__ import annotations

import pytest

from extractor.pipeline.draft import Draft
from extractor.pipeline.manner.modality import ModalityTagger
from tests.pipeline.conftest import Parse

RELATIONS = [
    ("SK hynix no longer supplies Nvidia.", "supplies", "denied"),
    ("SK hynix has supplied Nvidia since 2019.", "supplies", "asserted"),
    ("TSMC no longer manufactures the MI350X.", "manufactures", "denied"),
    ("TSMC has stopped manufacturing the MI350X.", "manufactures", "denied"),
    ("SK Telecom has denied that Intel manufactures the Gaudi 3.", "manufactures", "denied"),
    ("Meta denied a report that it uses the H100.", "uses", "denied"),
    ("Samsung's HBM3E failed Nvidia's tests.", "supplies", "denied"),
    ("HBM3E from Samsung has not passed Nvidia's tests.", "supplies", "denied"),
    ("Intel has called off its takeover of Tower Semiconductor.", "acquires", "denied"),
    ("The planned acquisition of Arm by Nvidia, worth $66 billion, has failed.", "acquires", "denied"),
]
STATUSES = [
    ("An AMD spokesperson denied that the MI350X is delayed.", "delayed", None, "denied"),
    ("AMD rejected a report that the MI350X has been postponed.", "delayed", None, "denied"),
    ("The MI350X will not ship in 2027.", "available", "2027", "denied"),
    ("The MI350X will not be available before 2027.", "available", "2027", "planned"),
    ("The MI350X will not be delayed, AMD said.", "delayed", None, "denied"),
    ("The MI350X has not been cancelled.", "cancelled", None, "denied"),
    ("Nvidia has stopped making the H20.", "cancelled", None, "asserted"),
    ("The launch of the H20 was first delayed from May 2026 to 2027.", "delayed", "2027", "asserted"),
]


def found(parse: Parse, text: str, predicate: str) -> list[Draft]:
    return [d for d in parse(f"Chip news\n\n{text}")._.statements if d.predicate == predicate]


@pytest.mark.parametrize(("text", "predicate", "modality"), RELATIONS)
def test_relations(parse: Parse, text: str, predicate: str, modality: str) -> None:
    assert {draft.modality for draft in found(parse, text, predicate)} == {modality}


@pytest.mark.parametrize(("text", "status", "date", "modality"), STATUSES)
def test_statuses(parse: Parse, text: str, status: str, date: str | None, modality: str) -> None:
    drafts = found(parse, text, "has_status")
    assert [(d.status, d.date, d.modality) for d in drafts] == [(status, date, modality)]


def test_a_denied_failure_leaves_the_rest_open(parse: Parse) -> None:
    assert found(parse, "Huang has denied that Samsung's HBM3E failed Nvidia's tests.", "supplies") == []


def test_a_denial_wins_over_a_rumour_and_over_what_the_model_said(parse: Parse) -> None:
    doc = parse("MI350X is said to be late\n\nAn AMD spokesperson denied that the MI350X is delayed.", "statuses")
    for said in (None, "planned", "reported"):
        (draft,) = [d for d in doc._.statements if d.status == "delayed"]
        draft.modality = said
        ModalityTagger(None, "modality", None)(doc)  # type: ignore[arg-type]
        assert draft.modality == "denied", said
