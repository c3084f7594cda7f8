from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.page.safe import address, embedded, name, sentence

texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.recursive(texts, lambda some: st.lists(some) | st.dictionaries(texts, some)))
def test_embedded_data_is_the_same_and_no_markup(data: object) -> None:
    text = embedded(data)
    assert json.loads(text) == data
    assert not {*"<>&\u2028\u2029"} & {*text}


@given(texts)
def test_sentences_keep_their_length(text: str) -> None:
    assert len(sentence(text)) == len(text)
    assert not {*"\x00\x1b\u202e\u2066\r"} & {*sentence(text)}
    assert not {*"\x00\x1b\u202e\u2066\r\n"} & {*name(text)}


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " https://a.example", "data:text/html,x", "//a.example", "https:", "http://", "file:///etc", "ftp://a",
     "https://a.example/\u202ex", "https://a.example/a b", "https://[", "JaVaScRiPt:alert(1)//https://a", "https:\\\\a", ""],
)  # fmt: skip
def test_no_link(url: str) -> None:
    assert address(url) == ""


def test_links() -> None:
    assert address("HTTPS://a.example/?q=\"'<>") == "HTTPS://a.example/?q=\"'<>"
