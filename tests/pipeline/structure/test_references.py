"""References: which entity "the company", "its" and "it" stand for."""

from __future__ import annotations

import pytest

from tests.pipeline.conftest import Parse

# text, wording, name of the entity it stands for (None: for nothing)
CASES = [
    ("company", "Nvidia met AMD. The company left.", "The company", "Nvidia"),
    ("nearest sentence", "Nvidia came. AMD came too. The company left.", "The company", "AMD"),
    ("its of a company", "Nvidia left its building.", "its", "Nvidia"),
    ("it of a chip", "The H100 came. Nobody bought it.", "it", "H100"),
    ("chip passes over companies", "The H100 came. AMD slept. The chip was fast.", "The chip", "H100"),
    ("chip of one sentence before another", "The H100 beat the A100. The chip was fast.", "The chip", "H100"),
    ("supercomputer", "They started the Kestrix supercomputer. The machine was slow.", "The machine", "Kestrix"),
    ("called so", "The QX536 SoM and the EZ9 board came. EZ9 is big. The module was fast.", "The module", "QX536"),
    (
        "called so or not",
        "The QX536 system and the EZ9 board came. EZ9 is big. The module was fast.",
        "The module",
        "EZ9",
    ),
    ("in capitals", "NVIDIA came. THE COMPANY left.", "THE COMPANY", "NVIDIA"),
    ("far back", "Nvidia came. It rained. It snowed. It was cold. The company left.", "The company", "Nvidia"),
    ("nothing before", "The company left. Nvidia stayed.", "The company", None),
    ("nothing of that type", "Nvidia came. The chip was fast.", "The chip", None),
    ("a pronoun does not reach far", "Nvidia came. Rain fell. Snow fell. Nobody saw it.", "it", None),
    ("not over the end of a sentence", "Nvidia came along for the ride. The company left.", "The company", "Nvidia"),
    ("with a short country", "Nvidia came. The U.S. company left.", "The U.S. company", "Nvidia"),
    ("part of a word", "Nvidia came. Nobody saw the company-wide mail.", "the company", None),
]


@pytest.mark.parametrize(("text", "wording", "name"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_antecedents(parse: Parse, text: str, wording: str, name: str | None) -> None:
    doc = parse(text, "references")
    found = [r for r in doc._.references if text[r.start : r.end] == wording]
    if name is None:
        assert found == []
    else:
        assert [doc._.entities[r.entity].fullest for r in found] == [name]


def test_its_is_possessive_and_it_is_not(parse: Parse) -> None:
    text = "Nvidia came. Its chief left it."
    flags = {text[r.start : r.end]: r.possessive for r in parse(text, "references")._.references}
    assert flags == {"Its": True, "it": False}


def test_a_text_without_names_has_no_references(parse: Parse) -> None:
    assert parse("The company sold its chip. It was cheap.", "references")._.references == []


def test_references_are_in_order_and_apart_from_names(parse: Parse) -> None:
    doc = parse("Nvidia sold its H100. The chip was fast; the company was glad. It grew.", "references")
    references = doc._.references
    assert [r.start for r in references] == sorted(r.start for r in references)
    names = [(n.start, n.end) for e in doc._.entities for n in e.names]
    assert not [r for r in references for start, end in names if r.start < end and start < r.end]
