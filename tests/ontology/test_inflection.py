"""Verb forms of the lexicon."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.ontology.inflection import expand, inflect

FORMS = [
    ("announce", "announces announced announcing"),
    ("ship", "ships shipped shipping"),
    ("plan", "plans planned planning"),
    ("tap", "taps tapped tapping"),
    ("supply", "supplies supplied supplying"),
    ("deploy", "deploys deployed deploying"),
    ("buy", "buys buyed buying"),
    ("launch", "launches launched launching"),
    ("pass", "passes passed passing"),
    ("fix", "fixes fixed fixing"),
    ("agree", "agrees agreed agreeing"),
    ("use", "uses used using"),
    ("unveil", "unveils unveiled unveiling"),
    ("show", "shows showed showing"),
    ("contain", "contains contained containing"),
    ("offer", "offers offered offering"),
]


@pytest.mark.parametrize(("verb", "forms"), FORMS, ids=[verb for verb, _ in FORMS])
def test_regular_forms(verb: str, forms: str) -> None:
    assert inflect(verb) == [verb, *forms.split()]


def test_of_a_phrase_the_first_word_is_inflected() -> None:
    assert inflect("Rely on") == ["rely on", "relies on", "relied on", "relying on"]


def test_a_plain_word_stands_for_itself_in_lower_case() -> None:
    assert expand(["Sold", "delivers to"]) == ("delivers to", "sold")


def test_forms_come_longest_first_and_once() -> None:
    forms = expand(["~ship", "ships", "ship"])
    assert forms == ("shipping", "shipped", "ships", "ship")


def test_a_verb_of_one_letter_is_no_crash() -> None:
    assert inflect("y")[0] == "y"


@settings(max_examples=60, deadline=None)
@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9))
def test_any_verb_has_four_forms_that_begin_alike(verb: str) -> None:
    forms = inflect(verb)
    assert len(forms) == 4
    assert forms[0] == verb
    assert all(form.startswith(verb[:-1]) for form in forms), forms
    assert forms[1].endswith("s")
    assert forms[2].endswith("ed")
    assert forms[3].endswith("ing")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.from_regex(r"~?[a-z]{2,6}( [a-z]{2,4})?", fullmatch=True), max_size=6))
def test_expansion_does_not_depend_on_order(words: list[str]) -> None:
    assert expand(words) == expand(reversed(words))
    lengths = [len(form) for form in expand(words)]
    assert lengths == sorted(lengths, reverse=True), "a longer form must be tried before its own beginning"
