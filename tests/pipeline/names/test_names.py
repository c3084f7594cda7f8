"""Names: known ones in their spellings, known ones made longer, and unseen ones with their type."""

from __future__ import annotations

import pytest

from tests.pipeline.conftest import Parse
from tests.pipeline.helpers import entity, names, typed

KNOWN = [
    ("company", "Last week Nvidia said so.", "Nvidia", "org:nvidia"),
    ("company in capitals", "Last week NVIDIA said so.", "NVIDIA", "org:nvidia"),
    ("possessive", "We saw Nvidia's offer.", "Nvidia", "org:nvidia"),
    ("chip with a blank", "We saw the Graviton 4 there.", "Graviton 4", "chip:graviton4"),
    ("chip without a blank", "We saw the Graviton4 there.", "Graviton4", "chip:graviton4"),
    ("chip with a hyphen, lower case", "We saw the graviton-4 there.", "graviton-4", "chip:graviton4"),
    ("chip before -based", "We saw H100-based machines.", "H100", "chip:h100"),
    ("plural class noun behind", "We saw H100 GPUs there.", "H100", "chip:h100"),
    ("process in words", "It is made on a 7-nanometer line.", "7-nanometer", "technology:7nm"),
    ("process in short", "It is made on a 7nm line.", "7nm", "technology:7nm"),
    ("process with a blank", "It is made on a 7 nm line.", "7 nm", "technology:7nm"),
    ("in brackets", "We saw the chip (H100) there.", "H100", "chip:h100"),
    ("at the end", "We saw the H100.", "H100", "chip:h100"),
    ("across a slash", "We saw AMD/Nvidia there.", "Nvidia", "org:nvidia"),
    ("behind a dash", "We saw it—Nvidia was there.", "Nvidia", "org:nvidia"),
    ("former name", "We went to Facebook.", "Facebook", "org:meta"),
]


@pytest.mark.parametrize(("text", "name", "known"), [c[1:] for c in KNOWN], ids=[c[0] for c in KNOWN])
def test_known_names(parse: Parse, text: str, name: str, known: str) -> None:
    assert entity(parse(text), name).known == known


NO_NAMES = [
    ("fruit", "An apple fell on the windows of the shed."),
    ("ordinary words", "We meet at the summit; a meta question, with grace and an arrow."),
    ("a word of a title", "He saw the aurora over the frontier."),
    ("sentence openers", "However, nobody came. Yesterday it rained. Although late, they left."),
    ("abbreviations of features", "It has FP8, INT8, DMA and an FPU."),
    ("numbers and units", "It has 96 cores, 192 GB and 350 W for $99."),
    ("fields of work", "They sell Deep Learning, Machine Learning and Chatbots to Data Centers."),
    ("market studies", "The Global Edge AI Hardware Market is a report of growth."),
    ("nothing", "   \n\n  "),
]


@pytest.mark.parametrize("text", [c[1] for c in NO_NAMES], ids=[c[0] for c in NO_NAMES])
def test_what_is_no_name(parse: Parse, text: str) -> None:
    assert typed(parse(text)) == {}


def test_a_plain_word_in_the_place_of_a_capital_ends_no_program(parse: Parse) -> None:
    assert typed(parse("The speed of the AMD link is low.")) == {"AMD": "ORG"}
    assert typed(parse("They used AMD Link.")) == {"AMD Link": "SOFTWARE"}


def test_a_brand_in_front_is_part_of_the_name_and_a_company_of_its_own(parse: Parse) -> None:
    doc = parse("We saw the Nvidia H100 there.")
    assert entity(doc, "Nvidia H100").known == "chip:h100"
    assert entity(doc, "H100").known == "chip:h100"
    assert entity(doc, "Nvidia").known == "org:nvidia"


def test_a_listed_name_with_its_maker_in_front_shows_the_maker(parse: Parse) -> None:
    doc = parse("It is faster than the Apple M1 and the Raspberry Pi 5.")
    assert entity(doc, "Apple").known == "org:apple"
    assert "Raspberry Pi" not in names(doc)


def test_a_former_name_is_the_same_thing(parse: Parse) -> None:
    doc = parse(
        "They sell the Zorb QX900 chip, formerly known as Clearwater Forest. Nobody remembers Clearwater Forest."
    )
    assert [name.text for name in entity(doc, "Zorb QX900").names] == ["Zorb QX900", *["Clearwater Forest"] * 2]


def test_another_company_in_front_is_no_brand(parse: Parse) -> None:
    doc = parse("We saw the Lenovo H100 offer.")
    assert "Lenovo H100" not in typed(doc)
    assert entity(doc, "H100").known == "chip:h100"


EXTENDED = [
    ("a code behind a series", "AMD showed the Ryzen 9 9999X7D there.", "Ryzen 9 9999X7D", "CHIP"),
    ("a code and a variant", "Nvidia showed the GeForce RTX 9990 Ti there.", "GeForce RTX 9990 Ti", "CHIP"),
    ("a variant word", "We saw the H100 Ultra there.", "H100 Ultra", "CHIP"),
]


@pytest.mark.parametrize(("text", "name", "type_"), [c[1:] for c in EXTENDED], ids=[c[0] for c in EXTENDED])
def test_a_known_series_with_an_unseen_code_is_another_product(parse: Parse, text: str, name: str, type_: str) -> None:
    found = entity(parse(text), name)
    assert found.type == type_
    assert found.known is None


def test_counts_behind_a_name_are_no_part_of_it(parse: Parse) -> None:
    assert "Ryzen 16" not in typed(parse("It pairs a Ryzen 16-core part with memory."))


UNSEEN = [
    ("company by its last word", "The deal with Quillmark Semiconductor was signed.", "Quillmark Semiconductor", "ORG"),
    ("company by its legal form", "The deal with Zorblax Inc. was signed.", "Zorblax Inc.", "ORG"),
    ("company by what it does", "On Monday Quillmark announced a plan.", "Quillmark", "ORG"),
    ("company by the word before", "It was bought by the startup Quillmark last year.", "Quillmark", "ORG"),
    ("university", "A team at the University of Vellmora built it.", "University of Vellmora", "ORG"),
    ("chip by the noun behind", "They built the Kestrix VX2 accelerator in a year.", "Kestrix VX2", "CHIP"),
    ("chip by its apposition", "They built the Kestrix VX2, a small accelerator for phones.", "Kestrix VX2", "CHIP"),
    ("system by the noun behind", "They built the Kestrix supercomputer in a year.", "Kestrix", "SYSTEM"),
    ("software by the noun behind", "They wrote the Kestrix compiler in a year.", "Kestrix", "SOFTWARE"),
    ("person by the title before", "So said chief executive Rolanda Vesk on Monday.", "Rolanda Vesk", "PERSON"),
    ("person by the title behind", "So said Rolanda Vesk, president of the group.", "Rolanda Vesk", "PERSON"),
    ("person by the first name", "They met Andrew Quillby on Monday.", "Andrew Quillby", "PERSON"),
    (
        "act of parliament",
        "They debated what the proposed Silicon Fairness Act would do to small firms.",
        "Silicon Fairness Act",
        "POLICY",
    ),
]


@pytest.mark.parametrize(("text", "name", "type_"), [c[1:] for c in UNSEEN], ids=[c[0] for c in UNSEEN])
def test_unseen_names_and_their_types(parse: Parse, text: str, name: str, type_: str) -> None:
    found = entity(parse(text), name)
    assert (found.type, found.known) == (type_, None)


def test_a_sentence_with_a_full_stop_is_no_headline(parse: Parse) -> None:
    assert "Silicon Fairness Act" in typed(parse("They debated the Silicon Fairness Act on Monday."))


def test_one_type_for_one_name_of_an_article(parse: Parse) -> None:
    doc = parse("They built the Kestrix VX2 accelerator. Nobody saw Kestrix VX2 coming. Kestrix VX2 said nothing.")
    assert {n.type for n in names(doc) if n.text == "Kestrix VX2"} == {"CHIP"}
    assert len(names(doc)) == 3


def test_names_do_not_cross_sentences(parse: Parse) -> None:
    doc = parse("They chose Quillmark Semiconductor. Zorblax Systems was angry.")
    assert set(typed(doc)) == {"Quillmark Semiconductor", "Zorblax Systems"}


def test_names_do_not_cross_lines(parse: Parse) -> None:
    found = typed(parse("They like Nvidia\nH100 is the chip."))
    assert "Nvidia\nH100" not in found
    assert {"Nvidia", "H100"} <= set(found)


def test_a_headline_in_capitals_is_not_one_long_name(parse: Parse) -> None:
    found = typed(parse("Nvidia Shows The Biggest Chip Anyone Has Ever Seen\n\nIt is the H100."))
    assert set(found) == {"Nvidia", "H100"}


def test_names_are_exact(parse: Parse) -> None:
    text = "So said Rolanda Vesk, president of Quillmark Semiconductor, about the Nvidia H100 and graviton-4."
    doc = parse(text)
    assert names(doc)
    for name in names(doc):
        assert text[name.start : name.end] == name.text


def test_entities_of_the_doc_do_not_overlap(parse: Parse) -> None:
    doc = parse("We saw the Nvidia H100 and the AWS Graviton4 there.")
    assert [(e.text, e.label_) for e in doc.ents] == [("Nvidia H100", "CHIP"), ("AWS Graviton4", "CHIP")]
