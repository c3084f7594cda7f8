"""Spellings, keys and slugs of names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.catalogue.names import key, slug, spellings

NAMES = st.from_regex(r"[A-Z][A-Za-z]{0,8}( [A-Z][a-z]{1,6})?[ -]?[0-9]{0,4}[A-Z]{0,2}", fullmatch=True)

SAME = [
    ("Graviton4", "graviton-4"),
    ("Graviton 4", "GRAVITON4"),
    ("DDR5", "DDR 5"),
    ("Snapdragon 8 Gen 3", "snapdragon 8 gen3"),
    ("7nm", "7-nanometer"),
    ("7 nm", "7 nanometres"),
    ("1.4nm", "1.4-nanometre"),
    ("3nm process", "3-nanometer process"),
    ("O’Zorb", "O'Zorb"),
    ("Zorblax  Works", "zorblax works"),
]
OTHER = [
    ("H100", "H200"),
    ("RTX 4090", "RTX 4080"),
    ("MI300X", "MI300A"),
    ("7nm", "7n"),
    ("Graviton4", "Graviton 40"),
    ("Zorblax Pro", "ZorblaxPro"),
    ("Gen 12", "Gen 1 2"),
]
SLUGS = [
    ("GeForce RTX 4070 Ti", "geforce-rtx-4070-ti"),
    ("C++", "c-plus-plus"),
    ("Ångström-Era", "angstrom-era"),
    ("  -- A --  ", "a"),
    ("µLED", "uled"),
    ("AT&T", "at-t"),
    ("re:Invent", "re-invent"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(("name", "readable"), SLUGS)
def test_slugs(name: str, readable: str) -> None:
    assert slug(name) == readable


@settings(max_examples=150, deadline=None)
@given(NAMES)
def test_the_key_of_every_spelling_is_the_same(name: str) -> None:
    forms = spellings(name)
    assert forms[0] == name or name in forms
    assert len(forms) == len(set(forms))
    assert {key(form) for form in forms} == {key(name)}


@settings(max_examples=60, deadline=None)
@given(st.decimals(1, 99, places=1), st.sampled_from(["", " process", " FinFET"]))
def test_process_nodes_too(size: object, rest: str) -> None:
    name = f"{size}nm{rest}"
    assert {key(form) for form in spellings(name)} == {key(name)}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30))
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_slugs_are_plain_and_never_empty(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))


def test_scripts_without_latin_letters_have_slugs_of_their_own() -> None:
    assert len({slug("华为"), slug("小米"), slug("🚀"), slug("\ud800")}) == 4
