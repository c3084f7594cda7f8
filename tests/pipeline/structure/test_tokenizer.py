"""Tokens of hardware news: codes, units, hyphens, slashes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

TOKENS = [
    ("codes stay whole", "the i9-13900K and DDR5-5600", "the|i9-13900K|and|DDR5-5600"),
    ("codes with letters behind", "a Ryzen 9 7950X3D chip", "a|Ryzen|9|7950X3D|chip"),
    ("a unit behind a number", "runs at 4.8TB/s today", "runs|at|4.8|TB/s|today"),
    ("code and full stop", "ships the H100.", "ships|the|H100|."),
    ("nanometres", "on 7nm lines", "on|7|nm|lines"),
    ("based on a code", "GH200-based servers", "GH200|-|based|servers"),
    ("cores", "a 96-core part", "a|96|-|core|part"),
    ("two companies", "the AWS/Nvidia deal", "the|AWS|/|Nvidia|deal"),
    ("dash without blanks", "chips—AWS said", "chips|—|AWS|said"),
    ("possessive", "Nvidia's chip", "Nvidia|'s|chip"),
    ("curly possessive", "Nvidia’s chip", "Nvidia|’s|chip"),
    ("company form", "Zorblax Inc. said", "Zorblax|Inc.|said"),
    ("event", "at re:Invent now", "at|re:Invent|now"),
    ("wireless", "a Wi-Fi chip", "a|Wi-Fi|chip"),
    ("brackets", "Zorblax (ZBX) said", "Zorblax|(|ZBX|)|said"),
    ("missing blank", "It ships.Nobody knew", "It|ships|.|Nobody|knew"),
]


@pytest.mark.parametrize(("text", "tokens"), [c[1:] for c in TOKENS], ids=[c[0] for c in TOKENS])
def test_tokens(nlp: Language, text: str, tokens: str) -> None:
    assert [token.text for token in nlp.make_doc(text)] == tokens.split("|")


@pytest.mark.xfail(reason="the full stop stays with the s (reported)", strict=True)
def test_a_rate_at_the_end_of_a_sentence(nlp: Language) -> None:
    assert [token.text for token in nlp.make_doc("reaches 4.8 TB/s.")][-2:] == ["TB/s", "."]


@pytest.mark.parametrize(
    "code", ["H100", "MI300X", "A17", "RTX5090", "GB200", "7950X3D", "i9-13900K", "DDR5-5600", "QX7400-12"]
)
@pytest.mark.parametrize("frame", ["{}", "the {}.", "({})", "{}, and", '"{}"', "{}'s"], ids=lambda frame: repr(frame))
def test_codes_stay_whole_in_any_place(nlp: Language, code: str, frame: str) -> None:
    assert code in [token.text for token in nlp.make_doc(frame.format(code))]


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=80))
def test_nothing_is_lost(nlp: Language, text: str) -> None:
    doc = nlp.make_doc(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
