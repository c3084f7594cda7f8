"""Clustering of hand-made names."""

from __future__ import annotations

from extractor.catalogue import Catalogue
from extractor.pipeline.annotations import Name
from extractor.pipeline.names.entities import cluster
from extractor.pipeline.names.repetition import brands, legal_ending, makers_in_front

HEADS = frozenset({"som", "chip", "series"})
LEGAL = legal_ending(["Inc"])
VARIANTS = frozenset({"Pro", "Max"})


def clusters(*forms: str, type_: str = "SYSTEM") -> list[list[str]]:
    names = [Name(9 * n, 9 * n + len(form), form, type_, None, 1.0, "rule", None) for n, form in enumerate(forms)]
    return [
        [name.text for name in entity.names]
        for entity in cluster(names, Catalogue({}), LEGAL, HEADS, variants=VARIANTS)
    ]


def test_a_noun_behind_a_product_makes_no_other_thing() -> None:
    assert clusters("QX536 SoM", "QX536", "QX537") == [["QX536 SoM", "QX536"], ["QX537"]]
    assert clusters("Kestrix chips", "Kestrix") == [["Kestrix chips", "Kestrix"]]


def test_it_needs_the_shorter_name_in_the_text() -> None:
    assert clusters("QX536 SoM", "QX537 SoM") == [["QX536 SoM"], ["QX537 SoM"]]


def test_a_code_alone_is_the_only_longer_name_that_ends_in_it() -> None:
    assert clusters("Zorb CPX", "CPX") == [["Zorb CPX", "CPX"]]
    assert clusters("Zorb CPX", "Quill CPX", "CPX") == [["Zorb CPX"], ["Quill CPX"], ["CPX"]]
    assert clusters("Zorb Link", "Link") == [["Zorb Link"], ["Link"]]


def test_words_behind_a_code_describe_it() -> None:
    assert clusters("QX536 Edge Gateway", "QX536") == [["QX536 Edge Gateway", "QX536"]]
    assert clusters("QX536 Ultra", "QX536") == [["QX536 Ultra"], ["QX536"]]
    assert clusters("QX536 Pro Max", "QX536") == [["QX536 Pro Max"], ["QX536"]]


def test_a_maker_inside_a_name_is_no_part_of_its_key() -> None:
    brand = Name(8, 12, "Zorb", "ORG", None, 1.0, "rule")
    whole = Name(0, 17, "6th Gen Zorb Quill", "CHIP", None, 1.0, "rule", brand)
    bare = Name(40, 53, "6th Gen Quill", "CHIP", None, 1.0, "rule")
    assert [one.text for one in brands([whole])] == ["Zorb"]
    assert [len(entity.names) for entity in cluster([whole, bare], Catalogue({}), LEGAL, HEADS)] == [2]


def test_a_series_may_be_called_without_its_brand() -> None:
    assert clusters("Zorb 7000", "7000 chips", "7000 series") == [["Zorb 7000", "7000 chips", "7000 series"]]


def test_organisations_keep_their_nouns() -> None:
    assert clusters("Kestrix Chip", "Kestrix Labs", type_="ORG") == [["Kestrix Chip"], ["Kestrix Labs"]]


def test_an_organisation_of_the_article_in_front_of_a_product_is_its_brand() -> None:
    forms = [("Zorb", "ORG"), ("Zorb Lake", "CHIP"), ("Zorb 5", "CHIP"), ("Zorb Valley", "PLACE")]
    names = [Name(20 * n, 20 * n + len(form), form, type_, None, 1.0, "rule") for n, (form, type_) in enumerate(forms)]
    branded = makers_in_front(names, {"CHIP"})
    assert [name.brand and (name.brand.start, name.brand.text) for name in branded] == [None, (20, "Zorb"), None, None]
