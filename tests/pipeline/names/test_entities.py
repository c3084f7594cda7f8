"""Entities of an article: which names call one thing."""

from __future__ import annotations

import pytest

from extractor.pipeline.annotations import Name
from extractor.pipeline.names.aliases import SERIES
from extractor.pipeline.names.catalogue_matcher import catalogue_of
from extractor.pipeline.names.entities import cluster
from extractor.pipeline.names.repetition import legal_ending
from tests.pipeline.conftest import Parse
from tests.pipeline.helpers import entity, together, typed

SAME = [
    (
        "spellings of a known chip",
        "The Graviton 4 is here. We like Graviton4. Some write graviton-4.",
        ("Graviton 4", "Graviton4", "graviton-4"),
    ),
    ("alias and name", "Amazon Web Services is big. AWS is bigger.", ("Amazon Web Services", "AWS")),
    ("with and without brand", "We saw the Nvidia H100. The H100 is fast.", ("Nvidia H100", "H100")),
    (
        "abbreviation of a known company",
        "The deal with Taiwan Semiconductor Manufacturing (TSMC) holds.",
        ("Taiwan Semiconductor Manufacturing", "TSMC"),
    ),
    ("surname again", "So said Rolanda Vesk, president of the group. Later Vesk left.", ("Rolanda Vesk", "Vesk")),
    ("without the legal form", "We met Zorblax Inc. at the fair. We like Zorblax a lot.", ("Zorblax Inc.", "Zorblax")),
    (
        "first word of a company",
        "We met Quillmark Semiconductor. On Monday Quillmark announced a plan.",
        ("Quillmark Semiconductor", "Quillmark"),
    ),
    (
        "spellings of an unseen chip",
        "They built the Kestrix7 accelerator. Then the Kestrix 7 accelerator sold.",
        ("Kestrix7", "Kestrix 7"),
    ),
]


@pytest.mark.parametrize(("text", "forms"), [c[1:] for c in SAME], ids=[c[0] for c in SAME])
def test_one_thing(parse: Parse, text: str, forms: tuple[str, ...]) -> None:
    assert together(parse(text), *forms)


def test_abbreviation_of_an_unseen_company(parse: Parse) -> None:
    doc = parse("The deal with Vellmora Harbor Computing (VHC) holds. On Monday VHC announced a plan.")
    assert together(doc, "Vellmora Harbor Computing", "VHC")


def test_company_of_two_words_with_and_without_legal_form(parse: Parse) -> None:
    doc = parse("We met Quillmark Semiconductor Inc. at the fair. We like Quillmark Semiconductor a lot.")
    assert together(doc, "Quillmark Semiconductor Inc.", "Quillmark Semiconductor")


OTHER = [
    ("two chips of a series", "We saw the H100 and the H200 there.", ("H100", "H200")),
    (
        "two unseen chips",
        "They built the Kestrix VX1 accelerator and the Kestrix VX2 accelerator.",
        ("Kestrix VX1", "Kestrix VX2"),
    ),
    ("product and company", "We saw the Nvidia H100 there.", ("Nvidia", "H100")),
    (
        "two people",
        "So said Rolanda Vesk, president of the group. So said Andrew Toll, its founder.",
        ("Rolanda Vesk", "Andrew Toll"),
    ),
    (
        "two companies that begin alike",
        "We met Quillmark Semiconductor and Quillmark Foods Inc. there.",
        ("Quillmark Semiconductor", "Quillmark Foods Inc."),
    ),
]


@pytest.mark.parametrize(("text", "forms"), [c[1:] for c in OTHER], ids=[c[0] for c in OTHER])
def test_two_things(parse: Parse, text: str, forms: tuple[str, str]) -> None:
    assert not together(parse(text), *forms)


def test_entities_come_in_the_order_of_the_text(parse: Parse) -> None:
    doc = parse("We saw the Nvidia H100, then AMD, then the Graviton4.")
    assert [e.index for e in doc._.entities] == list(range(len(doc._.entities)))
    firsts = [e.names[0].start for e in doc._.entities]
    assert firsts == sorted(firsts)


def test_the_maker_of_a_known_product_is_known(parse: Parse) -> None:
    assert entity(parse("We saw the H100 there."), "H100").maker == "org:nvidia"


def test_the_brand_of_an_unseen_product_is_its_maker(parse: Parse) -> None:
    found = entity(parse("We saw the Nvidia KX7700 accelerator there."), "Nvidia KX7700")
    assert (found.known, found.maker) == (None, "org:nvidia")


def test_the_fullest_name_is_the_longest(parse: Parse) -> None:
    doc = parse("So said Rolanda Vesk, president of the group. Later Vesk left.")
    assert entity(doc, "Vesk").fullest == "Rolanda Vesk"


def test_an_abbreviation_must_abbreviate(parse: Parse) -> None:
    doc = parse("The deal with Quillmark Semiconductor (NDA) holds.")
    assert "NDA" not in typed(doc) or not together(doc, "Quillmark Semiconductor", "NDA")


def test_the_plural_of_a_products_name_is_the_product() -> None:
    catalogue = catalogue_of(None, None)
    names = [
        Name(0, 11, "Zelkova Pad", "SYSTEM", None, 1.0, "x"),
        Name(20, 32, "Zelkova Pads", "SYSTEM", None, 1.0, "x"),
    ]
    assert len(cluster(names, catalogue, legal_ending(("Inc",)))) == 1


def test_a_plural_joins_no_name_of_another_type() -> None:
    catalogue = catalogue_of(None, None)
    names = [Name(0, 4, "Pell", "CHIP", None, 1.0, "x"), Name(20, 25, "Pells", "SYSTEM", None, 1.0, "x")]
    assert len(cluster(names, catalogue, legal_ending(("Inc",)))) == 2


@pytest.mark.parametrize(
    ("long", "short", "count"), [("Vandor PX536", "PX536", 1), ("Merlin 3200", "3200", 2), ("PX536 Pro", "PX536", 2)]
)
def test_a_code_is_the_thing_also_with_words_in_front(long: str, short: str, count: int) -> None:
    names = [Name(0, len(long), long, "CHIP", None, 1.0, "x"), Name(30, 30 + len(short), short, "CHIP", None, 1.0, "x")]
    assert len(cluster(names, catalogue_of(None, None), legal_ending(("Inc",)))) == count


def test_a_series_is_the_thing_of_its_name() -> None:
    names = [
        Name(0, 10, "Zelkova QX", "SYSTEM", None, 1.0, "x"),
        Name(20, 37, "Zelkova QX series", "SYSTEM", None, 1.0, "x"),
    ]
    assert len(cluster(names, catalogue_of(None, None), legal_ending(("Inc",)), SERIES)) == 1
