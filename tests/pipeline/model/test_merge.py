"""Names of the model beside those of the rules: which of both stands."""

from __future__ import annotations

import re

import numpy as np
import pytest

from extractor.catalogue import Catalogue, Known
from extractor.pipeline.annotations import Name
from extractor.pipeline.model.merge import Limits, Merger, Tagged
from extractor.pipeline.model.names import one_type

CATALOGUE = Catalogue(
    {known.id: known for known in (Known("org:volt", "ORG", "Volt", "x"), Known("chip:q7", "CHIP", "Q7", "x"))},
    forms={"volt": ("org:volt",), "q7": ("chip:q7",)},
)
LIMITS = Limits(add=0.5, retype=0.5, drop=0.5, respan=0.7)


def name(text: str, form: str, type_: str = "CHIP", known: str | None = None) -> Name:
    start = text.index(form)
    return Name(start, start + len(form), form, type_, known, 1.0, "rule", None)


def tagged(text: str, form: str, type_: str = "CHIP", chance: float = 0.9) -> Tagged:
    start = text.index(form)
    return Tagged(start, start + len(form), type_, chance, np.array([chance]))


def merged(text: str, names: list[Name], tags: list[Tagged], limits: Limits = LIMITS) -> list[tuple[str, str]]:
    matched = [one for one in names if one.known]
    return [(n.text, n.type) for n in Merger(text, CATALOGUE, matched, lambda *_: 0.0, limits).merged(names, tags)]


@pytest.mark.parametrize(
    ("rule", "model", "chance", "wanted"),
    [
        ("Kestrix", "Kestrix Robotics Kit", 0.9, "Kestrix Robotics Kit"),
        ("Kestrix", "Kestrix Robotics Kit", 0.6, "Kestrix"),
        ("Kestrix Robotics Kit came", "Kestrix Robotics Kit", 0.9, "Kestrix Robotics Kit"),
        ("Kestrix Robotics Kit", "Kestrix Robotics Kit", 0.9, "Kestrix Robotics Kit"),
    ],
)
def test_a_sure_model_bounds_a_name_anew(rule: str, model: str, chance: float, wanted: str) -> None:
    text = "The Kestrix Robotics Kit came."
    assert merged(text, [name(text, rule)], [tagged(text, model, chance=chance)]) == [(wanted, "CHIP")]


def test_the_maker_in_front_stays_a_name_of_its_own() -> None:
    text = "The Volt Link came."
    maker = name(text, "Volt", "ORG", "org:volt")
    both = merged(text, [maker], [tagged(text, "Volt Link", "SOFTWARE")])
    assert both == [("Volt Link", "SOFTWARE"), ("Volt", "ORG")]


def test_a_branded_name_is_known_by_what_follows_the_brand() -> None:
    text = "The Volt Q7 Edge came."
    maker, product = name(text, "Volt", "ORG", "org:volt"), name(text, "Volt Q7 Edge")
    found = Merger(text, CATALOGUE, [maker], lambda *_: 0.0, LIMITS).merged([maker, product], [tagged(text, "Volt Q7")])
    assert [(one.text, one.known) for one in found] == [("Volt Q7", "chip:q7"), ("Volt", "org:volt")]


def test_a_company_of_a_longer_name_is_one_name() -> None:
    text = "The Primary Volt Partners came."
    assert merged(text, [name(text, "Volt Partners", "ORG")], [tagged(text, "Primary Volt Partners", "ORG")]) == [
        ("Primary Volt Partners", "ORG")
    ]


def test_a_firm_is_known_with_its_legal_form() -> None:
    text = "The Volt Inc. came."
    merger = Merger(text, CATALOGUE, [], lambda *_: 0.0, LIMITS, legal=re.compile(r",? Inc\.?$"))
    assert [one.known for one in merger.merged([], [tagged(text, "Volt Inc.", "ORG")])] == ["org:volt"]


def test_a_part_does_not_take_the_place_of_a_known_organisation() -> None:
    text = "The Volt Times wrote so."
    whole = name(text, "The Volt Times", "ORG", "org:volt")
    assert merged(text, [whole], [tagged(text, "Volt", "ORG")]) == [("The Volt Times", "ORG")]


def test_a_part_does_not_take_the_place_of_a_known_policy() -> None:
    text = "The US export controls came."
    whole = name(text, "US export controls", "POLICY", "policy:us")
    assert merged(text, [whole], [tagged(text, "US", "PLACE")]) == [("US export controls", "POLICY")]


@pytest.mark.parametrize(
    ("form", "type_", "chance", "kept"),
    [
        ("BIOS", "SOFTWARE", 0.99, False),
        ("The", "ORG", 0.6, False),
        ("BIOS", "ORG", 0.95, False),  # an abbreviation of a class, however sure the model is
        ("US", "CHIP", 0.6, True),
        ("Sun", "ORG", 0.95, True),
        ("Sun", "ORG", 0.8, False),
    ],
)
def test_class_words_and_function_words_are_no_products(form: str, type_: str, chance: float, kept: bool) -> None:
    text = f"{form} here."
    merger = Merger(text, CATALOGUE, [], lambda *_: 0.0, LIMITS, never=frozenset({"BIOS", "Sun"}))
    assert [one.text for one in merger.merged([], [tagged(text, form, type_, chance)])] == [form] * kept


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        ([[0.99, 0.0], [0.3, 0.6]], ["ORG", "ORG"]),  # the forms vote
        ([[0.99, 0.0], [0.05, 0.95]], ["ORG", "TECHNOLOGY"]),  # but a sure one keeps its type
    ],
    ids=["vote", "sure"],
)
def test_one_type_for_one_form_but_where_the_model_is_sure(chances: list[list[float]], expected: list[str]) -> None:
    types = ["ORG", "TECHNOLOGY"]
    mentions = [
        Tagged(4 * n, 4 * n + 3, types[row.index(max(row))], max(row), np.array(row)) for n, row in enumerate(chances)
    ]
    assert [one.type for one in one_type("ARM ARM", mentions, types)] == expected
