"""Where the words of a line stand in the text."""

from __future__ import annotations

import pytest

from extractor.pipeline.statuses.places import Places
from tests.pipeline.conftest import Parse
from tests.pipeline.helpers import skeleton

TEXTS = ["Mass production begins near İz soon.", "İİ’s part ships in İz — now", "İ", "plain words only"]


@pytest.mark.parametrize("text", TEXTS)
def test_every_word_of_the_line_has_its_place(text: str) -> None:
    places = Places(text, skeleton(text))
    assert len(places.chars) == len(places.tokens)
    words = [text[start:end].replace("İ", "I").lower().replace("’", "'") for start, end in places.chars]
    assert words == places.tokens


def test_a_letter_that_grows_in_lower_case_breaks_nothing(parse: Parse) -> None:
    text = TEXTS[0]
    sentence = skeleton(text)
    assert Places(text, sentence).span(0, len(sentence.line)) == (0, len(text))
    parse(text)
