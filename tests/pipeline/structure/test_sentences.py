"""Sentence boundaries."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from extractor.ontology import load_ontology
from extractor.pipeline.structure import sentences
from tests.growth import growth
from tests.pipeline.conftest import Parse


def sentence_starts(text: str) -> list[int]:
    """Where sentences begin by the built-in abbreviations."""
    return sentences.sentence_starts(text, load_ontology().names.abbreviations)


# A bar stands where a sentence must begin.
MARKED = [
    ("two sentences", "It ships. |Nobody knew."),
    ("question and exclamation", "Does it ship? |Yes! |Today."),
    ("a unit at the end", "The link carries 4.8 TB/s. |The other carries less."),
    ("a number at the end", "It costs $99. |Nobody asked."),
    ("a decimal number", "It costs 3.5 cents and weighs 2.1 grams."),
    ("company form inside", "Zorblax Inc. said so. |Quibble Corp. agreed."),
    ("company form before a name", "The deal with Zorblax Inc. Quibble never saw."),
    ("company form at the end", "It was sold to Zorblax Inc. |The price was low."),
    ("title before a name", "Said Dr. Vesk and Mr. Toll today."),
    ("initial", "So said J. Vesk. |Others agreed."),
    ("country", "The U.S. market is big. |It grows."),
    ("initials", "TSMC chief C.C. Wei said no. |He left."),
    ("month", "It starts on Jan. 5 and ends in Feb. 2027."),
    ("number", "Chip No. 5 ships."),
    ("lower case behind", "It runs e.g. games. and so on"),
    ("quotation", '"It ships." |"When?"'),
    ("quotation inside", 'He said: "It ships." |Nobody clapped.'),
    ("brackets", "(It ships.) |Nobody knew."),
    ("ellipsis", "It ships… |Nobody knew."),
    ("headline", "Zorblax ships chip\n\n|It ships today."),
    ("bullet lines", "Features:\n|- 96 cores\n|- 12 channels"),
    ("bullets with signs", "Ports\n|• two HDMI\n|• one USB"),
    ("product in lower case", "It ships. |iPhone sales grow."),
    ("number opens", "It ships. |96 cores are plenty."),
    ("money opens", "It ships. |$99 is the price."),
    ("umlaut opens", "It ships. |Österreich buys."),
    ("versus", "Zorblax vs. Quibble was long."),
]


@pytest.mark.parametrize("marked", [c[1] for c in MARKED], ids=[c[0] for c in MARKED])
def test_boundaries(marked: str) -> None:
    text, starts = "", [0]
    for part in marked.split("|"):
        starts.append(len(text)) if text else None
        text += part
    found = sentence_starts(text)
    assert found == starts, [text[a:b] for a, b in zip(found, [*found[1:], len(text)], strict=True)]


def test_a_text_of_nothing_has_no_sentence() -> None:
    assert sentence_starts("") == []


@pytest.mark.parametrize("text", ["\n", "\n\n\n", " ", ".", "...", "\r\n", "a\n", "\na"], ids=repr)
def test_blank_texts_begin_at_0(text: str) -> None:
    starts = sentence_starts(text)
    assert starts[0] == 0
    assert all(start < len(text) for start in starts[1:])


@pytest.mark.parametrize(
    "text", ["It ships.\n\nNobody knew.", "Headline\n \nIt ships.", "It ships. \r\nNobody"], ids=repr
)
def test_blank_lines_are_no_sentences(text: str) -> None:
    starts = sentence_starts(text)
    assert all(text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)), starts


def test_the_time_grows_with_the_length_only() -> None:
    assert growth(sentence_starts, "It ships. " * 8_000, "It ships. " * 160_000) < 40, "20 times the text"


HOSTILE = st.text(st.sampled_from("aZ9 .!?…\n\r\t\"'”)(]-$\u00a0\0🚀é\u0301İ"), max_size=60)


@settings(max_examples=200, deadline=None)
@given(HOSTILE)
def test_starts_increase_and_lie_within_the_text(text: str) -> None:
    starts = sentence_starts(text)
    assert starts == sorted(set(starts))
    assert all(0 <= start <= len(text) for start in starts)
    assert bool(starts) == bool(text)


@settings(max_examples=60, deadline=None)
@given(text=HOSTILE)
def test_sentences_cover_the_text(parse: Parse, text: str) -> None:
    doc = parse(text, "sentence_boundaries")
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text


def test_the_component_starts_sentences_where_the_function_says(nlp: Language, parse: Parse) -> None:
    text = "Zorblax ships chip\n\nIt ships. Nobody knew.\n- 96 cores"
    doc = parse(text, "sentence_boundaries")
    assert [s.text.strip() for s in doc.sents if s.text.strip()] == [
        "Zorblax ships chip",
        "It ships.",
        "Nobody knew.",
        "- 96 cores",
    ]
