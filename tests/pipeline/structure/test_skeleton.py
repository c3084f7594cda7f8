"""Skeletons: lines of words and slots, and which slots are coordinated."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.pipeline.structure.skeleton import lowered
from tests.pipeline.conftest import Parse
from tests.pipeline.helpers import readable, skeleton

LINES = [
    ("words in lower case", "Acme Ships It", "acme ships it"),
    ("slots", "[ORG=Acme] ships the [CHIP=X1].", "<ORG:0> ships the <CHIP:1> ."),
    ("hyphens are dropped", "[ORG=AWS]-designed co-packaged parts", "<ORG:0> designed co packaged parts"),
    ("possessive is a word", "[ORG=Acme]'s [CHIP=X1]", "<ORG:0> 's <CHIP:1>"),
    ("curly possessive too", "[ORG=Acme]’s [CHIP=X1]", "<ORG:0> 's <CHIP:1>"),
    ("its is a slot and a possessive", "[ORG=its] [CHIP=X1]", "<ORG:0> 's <CHIP:1>"),
    ("the company is a slot", "[ORG=the company] ships", "<ORG:0> ships"),
    ("signs are words", 'now, (then): "here" — there!', 'now , ( then ) : " here " — there !'),
    ("quantities and dates", "[quantity.value=96 GB] in [date=May]", "<quantity.value:0> in <date:1>"),
    ("codes stay whole", "a 3.5 and at&t or i/o", "a 3.5 and at&t or i/o"),
    ("line breaks are blanks", "now\n\nthen", "now then"),
    ("nothing", "", ""),
]


@pytest.mark.parametrize(("text", "line"), [c[1:] for c in LINES], ids=[c[0] for c in LINES])
def test_lines(text: str, line: str) -> None:
    assert readable(skeleton(text).line) == line


def test_every_sign_is_followed_by_one_blank() -> None:
    line = skeleton("[ORG=Acme] ships,  [CHIP=X1] .").line
    assert line.endswith(" ")
    assert "  " not in line


GROUPS = [
    ("list", "[CHIP=A1], [CHIP=B1] and [CHIP=C1]", [(0, 1, 2)]),
    ("serial comma", "[CHIP=A1], [CHIP=B1], and [CHIP=C1]", [(0, 1, 2)]),
    ("and", "[ORG=A] and [ORG=B] agree", [(0, 1)]),
    ("or", "[ORG=A] or [ORG=B]", [(0, 1)]),
    ("article between", "the [CHIP=A1] and the [CHIP=B1]", [(0, 1)]),
    ("as well as", "[CHIP=A1] as well as [CHIP=B1]", [(0,), (1,)]),
    ("other kinds apart", "[ORG=A] and [CHIP=B1]", [(0,), (1,)]),
    ("verb between", "[ORG=A] buys [ORG=B]", [(0,), (1,)]),
    ("words between", "[ORG=A] came and then later went to see [ORG=B]", [(0,), (1,)]),
    ("two groups", "[ORG=A] and [ORG=B] ship [CHIP=C1] and [CHIP=D1]", [(0, 1), (2, 3)]),
    ("side by side", "[CHIP=A1] [CHIP=B1]", [(0,), (1,)]),
]


@pytest.mark.parametrize(("text", "groups"), [c[1:] for c in GROUPS], ids=[c[0] for c in GROUPS])
def test_coordination(text: str, groups: list[tuple[int, ...]]) -> None:
    assert sorted(set(skeleton(text).together.values())) == groups


def test_words_and_kinds_are_what_the_line_holds() -> None:
    sentence = skeleton("[ORG=Acme] Ships the [CHIP=X1] in [date=May]")
    assert {"ships", "the", "in"} <= sentence.words
    assert sentence.kinds == {"ORG", "CHIP", "date"}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_a_line_of_words(text: str) -> None:
    sentence = skeleton(text.replace("[", "("))
    assert sentence.line == "".join(f"{word} " for word in sentence.line.split())
    assert sentence.slots == []


def test_the_component_lays_slots_over_the_text(parse: Parse) -> None:
    text = "Nvidia announced the H100 in May 2026. Its chip has 80 GB of memory."
    doc = parse(text, "skeletons")
    first, second = doc._.sentences
    assert readable(first.line) == "<ORG:0> announced the <CHIP:1> in <date:2> ."
    assert readable(second.line).startswith("<ORG:0> 's chip has <quantity.")
    for sentence in (first, second):
        assert text[sentence.start : sentence.end].endswith(".")
        for slot in sentence.slots:
            assert sentence.start <= slot.start < slot.end <= sentence.end


def test_a_brand_inside_a_product_is_no_slot_of_its_own(parse: Parse) -> None:
    (sentence,) = parse("We saw the Nvidia H100 there.", "skeletons")._.sentences
    assert readable(sentence.line) == "we saw the <CHIP:0> there ."


def test_lower_case_leaves_every_character_where_it_was() -> None:
    assert [c for c in map(chr, range(sys.maxunicode + 1)) if len(lowered(c)) != 1] == []
    assert lowered("İz’s ΟΔΟΣ") == "iz's οδος"
