"""Names of several meanings: accepted with a reason, dropped without, one meaning for an article."""

from __future__ import annotations

import re

import pytest

from tests.pipeline.conftest import Parse
from tests.pipeline.helpers import at, typed

ACCEPTED = [
    ("its maker is there", "Nvidia pairs Grace with H100.", "Grace", "chip:grace"),
    ("class noun behind", "They started the Summit supercomputer.", "Summit", "system:summit"),
    ("class noun before", "They started the supercomputer Summit.", "Summit", "system:summit"),
    ("architecture", "They moved to the Arm architecture.", "Arm", "technology:arm-architecture"),
    ("-based", "They bought Arm-based servers.", "Arm", "technology:arm-architecture"),
    ("company acts", "On Monday Arm announced a plan.", "Arm", "org:arm"),
]


@pytest.mark.parametrize(("text", "name", "known"), [c[1:] for c in ACCEPTED], ids=[c[0] for c in ACCEPTED])
def test_a_reason_makes_it_a_name(parse: Parse, text: str, name: str, known: str) -> None:
    assert at(parse(text), text.index(name)).known == known


DROPPED = [
    ("mountain", "They met at the Summit in the rain.", "Summit"),
    ("virtue", "They did it with Grace and patience.", "Grace"),
    ("opens a sentence", "Summit after summit passed without result.", "Summit"),
    ("light", "They watched the Aurora from the hut.", "Aurora"),
]


@pytest.mark.parametrize(("text", "name"), [c[1:] for c in DROPPED], ids=[c[0] for c in DROPPED])
def test_without_a_reason_it_is_no_known_thing(parse: Parse, text: str, name: str) -> None:
    doc = parse(text)
    assert [e.known for e in doc._.entities if e.known and any(n.text == name for n in e.names)] == []


def test_all_mentions_of_an_article_speak_together(parse: Parse) -> None:
    doc = parse("They started the Summit supercomputer. Nobody knew what Summit cost.")
    first, second = (at(doc, found.start()) for found in re.finditer("Summit", doc.text))
    assert first.known == second.known == "system:summit"


def test_a_form_has_one_meaning_in_an_article(parse: Parse) -> None:
    doc = parse("They bought Arm-based servers. Arm server chips are cheap.")
    assert {e.known for e in doc._.entities if any(n.text.startswith("Arm") for n in e.names)} == {
        "technology:arm-architecture"
    }


def test_mentions_that_leave_no_doubt_keep_their_meaning(parse: Parse) -> None:
    doc = parse("The losers are AMD and Arm. The rival bought Arm-based servers.")
    assert [at(doc, found.start()).known for found in re.finditer("Arm", doc.text)] == [
        "org:arm",
        "technology:arm-architecture",
    ]


def test_a_declared_homonym_needs_no_reason(parse: Parse) -> None:
    assert typed(parse("They moved to Haswell last year."))["Haswell"] in ("CHIP", "TECHNOLOGY")


def test_the_words_beside_choose_between_homonyms(parse: Parse) -> None:
    doc = parse("They moved to the Haswell architecture last year.")
    assert at(doc, 18).known == "technology:haswell"
