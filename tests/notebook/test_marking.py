from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from extractor.notebook import Mark, marked
from extractor.page.safe import sentence
from tests.export.hostile import TEXTS
from tests.graph.hostile import words

LABELS = st.sampled_from(["CHIP", "ORG", "subject"]) | words
MARKS = st.lists(st.builds(Mark, st.integers(-3, 40), st.integers(-3, 40), LABELS, words), max_size=12)
LONGER = st.one_of(words, st.lists(words, max_size=6).map("".join), st.text("ab<&>\"' \n", max_size=40))


def parsed(text: str, marks: list[Mark]) -> html.HtmlElement:
    return html.fromstring(f"<div>{marked(text, marks)}</div>", parser=html.HTMLParser(encoding="utf-8"))


def lies(text: str, marks: list[Mark]) -> list[tuple[int, int, str]]:
    """The places that the elements mark, pieces of a part put together again."""
    found: list[tuple[int, int, str]] = []
    at = 0

    def walk(element: html.HtmlElement) -> None:
        nonlocal at
        start = at
        at += len(element.text or "")
        for child in element:
            walk(child)
            at += len(child.tail or "")
        if element.tag == "mark":
            found.append((start, at, element.get("data-label") or ""))

    walk(parsed(text, marks))
    return found


@settings(deadline=None)
@given(LONGER, MARKS)
def test_any_parts_of_any_text_are_well_formed_and_keep_it(text: str, marks: list[Mark]) -> None:
    written = marked(text, marks)
    element = html.fromstring(f"<div>{written}</div>")
    assert "".join(element.itertext()) == sentence(text)
    assert {child.tag for child in element.iter()} <= {"div", "mark"}
    strict = ElementTree.fromstring(f"<div>{written}</div>")
    assert "".join(strict.itertext()) == sentence(text)


@settings(deadline=None)
@given(LONGER.filter(bool), MARKS)
def test_every_part_survives(text: str, marks: list[Mark]) -> None:
    covered: dict[int, list[str]] = {}
    for start, end, label in lies(text, marks):
        for place in range(start, end):
            covered.setdefault(place, []).append(label)
    distinct = {(max(m.start, 0), min(m.end, len(text)), m.label, m.hint) for m in marks}
    for place in range(len(text)):
        over = [label for start, end, label, _ in distinct if start <= place < end]
        assert len(covered.get(place, [])) == len(over)
    lasts = parsed(text, marks).xpath("count(//mark[@data-last])")
    assert lasts == sum(start < end for start, end, *_ in distinct)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_hostile_texts(text: str) -> None:
    element = html.fromstring(f"<div>{marked(text, [Mark(0, 3, text, text), Mark(1, 9, 'CHIP')])}</div>")
    assert "".join(element.itertext()) == sentence(text)
    assert {child.tag for child in element.iter()} <= {"div", "mark"}
    assert {name for child in element.iter("mark") for name in child.attrib} <= {
        "data-label",
        "data-last",
        "title",
        "style",
    }


def test_overlapping_parts_are_opened_again() -> None:
    found = lies("Nvidia H100 GPU", [Mark(0, 11, "CHIP"), Mark(7, 15, "OTHER"), Mark(0, 6, "ORG")])
    assert sorted(found) == [(0, 6, "ORG"), (0, 11, "CHIP"), (7, 11, "OTHER"), (11, 15, "OTHER")]


def test_the_outer_line_lies_below_the_inner_one() -> None:
    written = marked("Nvidia H100", [Mark(0, 11, "CHIP"), Mark(0, 6, "ORG")])
    elements = html.fromstring(written).xpath("//mark")
    assert [(one.get("data-label"), one.get("style")) for one in elements] == [
        ("CHIP", "--under:1"),
        ("ORG", "--under:0"),
    ]
