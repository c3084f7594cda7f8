"""Nameless sources: for whom "the company", "she" and "the newspaper" speak, and how far a speech goes on."""

from __future__ import annotations

import pytest

from extractor.pipeline.manner.continuation import within_quote
from tests.pipeline.manner.scenes import source

NAMELESS = [
    ("The H200 trails the MI325X, the firm said.", 0, "Intel"),
    ("Lisa Su held a speech. She said that the H200 trails the MI325X.", 1, "Lisa Su"),
    ("Lisa Su spoke first. Rajiv Roy spoke last. The H200 trails the MI325X, he added.", 2, "Rajiv Roy"),
    ("Reuters reported a leak. The H200 trails the MI325X, the newspaper wrote.", 1, "Reuters"),
    ("H200 trails MI325X, report says\nReuters wrote on Monday that all is lost.", 0, "Reuters"),
    ("H200 trails MI325X, he says\nLisa Su said so.", 0, "Lisa Su"),
    ("The H200 trails the MI325X, the newspaper wrote.", 0, None),
    ("The H200 trails the MI325X, a spokesman said.", 0, "Intel"),
]


@pytest.mark.parametrize(("text", "number", "speaker"), NAMELESS)
def test_nameless_sources(text: str, number: int, speaker: str | None) -> None:
    assert source(text, number=number, maker="Intel") == speaker


def test_the_company_is_the_maker_of_the_subject() -> None:
    text = "Google buys chips. The H200 trails the MI325X, the company said."
    refers = {"the company": "Google"}
    assert source(text, number=1, refers=refers, maker="Intel") == "Intel"
    assert source(text, number=1, refers=refers) == "Google"


def test_a_claim_goes_on_behind_a_semicolon() -> None:
    text = "Intel said the card is late; the H200 trails the MI325X."
    assert source(text) == "Intel"
    assert source(text, "competes_with") is None


def test_a_speech_goes_on_within_a_quotation() -> None:
    text = '"We tried," said Lisa Su. "It was late," she added, "and hard. It was worse. The H200 trails the MI325X."'
    assert source(text, number=3) == "Lisa Su"
    assert source(text.replace("hard. It", 'hard." It').replace('X."', "X."), number=3) is None
    assert source('"The H200 trails the MI325X. We tried," said Lisa Su.', number=0) == "Lisa Su"


def test_open_quotations() -> None:
    text = 'He said "yes. No" and “left. Soon”'
    assert within_quote(text, text.index("No"))
    assert within_quote(text, text.index("Soon"))
    assert not within_quote(text, 2)
    assert not within_quote(text, text.index("left") - 2)
