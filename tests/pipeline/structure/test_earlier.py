"""Wordings for earlier generations, and which value is compared with one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.ontology import load_ontology
from extractor.pipeline.structure.earlier import Earlier, EarlierWords
from tests.growth import growth

WORDS = EarlierWords(load_ontology())


def kinds(text: str, *names: str) -> list[tuple[str, str]]:
    """What is found, with its kind; ``names`` are those of products."""
    places = [(start := text.index(name), start + len(name)) for name in names]
    return [(text[e.start : e.end], e.kind) for e in WORDS.find(text, 0, len(text), places)]


FOUND = [
    ("It is twice as fast as its predecessor.", "its predecessor", "predecessor"),
    ("It needs 20% less power than the previous generation.", "the previous generation", "predecessor"),
    ("It beats last year’s model by 30%.", "last year’s model", "predecessor"),
    ("It offers half again the speed of the prior-generation chip.", "the prior-generation chip", "predecessor"),
    ("It has 30% more memory than the last-gen base model.", "the last-gen base model", "predecessor"),
    ("It is 20% faster than its direct predecessor.", "its direct predecessor", "predecessor"),
    ("It doubles the bandwidth of the generation before.", "the generation before", "predecessor"),
    ("It runs for twice as long as the model it supersedes.", "the model it supersedes", "predecessor"),
    ("It trains four times faster than the first.", "the first", "generation 1"),
    ("It trains four times faster than the first generation.", "the first generation", "generation 1"),
    ("It trains four times faster than the 2nd-generation chip did.", "the 2nd-generation chip", "generation 2"),
    ("It is five times as fast as the original.", "the original", "generation 1"),
]


@pytest.mark.parametrize(("text", "wording", "kind"), FOUND)
def test_wordings(text: str, wording: str, kind: str) -> None:
    assert kinds(text) == [(wording, kind)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It is twice as fast as its predecessor, the Kestrix 6.", "Kestrix 6"),
        ("It is twice as fast as its predecessor Kestrix 6.", "Kestrix 6"),
        ("It is twice as fast as its predecessor, Zorblax's older Kestrix 6.", "Kestrix 6"),
        ("It is twice as fast as the previous Kestrix generation.", "Kestrix"),
        ("The predecessor was called Kestrix 6.", "Kestrix 6"),
        ("It is faster than the first-generation Kestrix.", "Kestrix"),
        ("It is faster than its predecessor, the 12-core Kestrix.", "Kestrix"),
    ],
)
def test_what_a_name_says_is_not_unnamed(text: str, name: str) -> None:
    assert kinds(text, name) == []


@pytest.mark.parametrize("link", ["and cheaper than the", "with", "using", "in a"])
def test_a_name_further_on_is_another_matter(link: str) -> None:
    text = f"It is twice as fast as its predecessor {link} Orrin."
    assert kinds(text, "Orrin") == [("its predecessor", "predecessor")]


@pytest.mark.parametrize(
    "text",
    [
        "It was presented in the first quarter.",
        "It is the first of three.",
        "The predecessor of this law dates from 1998.",
        "It ships in the second half, earlier than planned.",
        "Sales were higher than last year.",
        "It is 20% faster than before.",
        "It is twice as fast as its predecessor Mozu.",
    ],
)
def test_other_firsts_and_lasts(text: str) -> None:
    assert kinds(text) == []


def baseline(text: str, value: str) -> str | None:
    start = text.index(value)
    found = WORDS.baseline(text, (start, start + len(value)), WORDS.find(text, 0, len(text), []))
    return None if found is None else text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("It is 30% faster than its predecessor.", "30%", "its predecessor"),
        ("It is 30% faster and 4x as efficient as its predecessor.", "30%", "its predecessor"),
        ("Compared with its predecessor, it is 30% faster.", "30%", "its predecessor"),
        ("It is 30% faster than its predecessor while using 20% less power.", "20%", "its predecessor"),
        ("It is 30% faster than rival chips and 10% cheaper than its predecessor.", "30%", None),
        ("It is 30% faster than rival chips and 10% cheaper than its predecessor.", "10%", "its predecessor"),
        ("It reaches twice its predecessor's speed.", "twice", "its predecessor"),
        ("Its predecessor came in 2021. It is 30% faster.", "30%", None),
        ("It is 30% faster than AMD's previous generation.", "30%", None),
    ],
)
def test_which_value_is_compared(text: str, value: str, expected: str | None) -> None:
    assert baseline(text, value) == expected


@pytest.mark.parametrize(
    ("text", "type_", "suits"),
    [
        ("denser than the previous process", "CHIP", False),
        ("denser than the previous process", "TECHNOLOGY", True),
        ("faster than the previous chip", "CHIP", True),
        ("faster than the previous chip", "SYSTEM", False),
        ("faster than the previous model", "SYSTEM", True),
        ("faster than its predecessor", "SERVICE", True),
    ],
)
def test_a_noun_suits_a_type(text: str, type_: str, suits: bool) -> None:
    (earlier,) = WORDS.find(text, 0, len(text), [])
    assert earlier.suits(type_) is suits


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Its predecessor was made by Zorblax.", ["Its predecessor"]),
        ("It is made in 3nm, while the previous model used 5nm.", ["the previous model"]),
        ("The first version came in 2021.", ["The first version"]),
        ("It follows its predecessor was the idea.", []),
        ("The predecessor, sold since 2021, is gone.", []),
    ],
)
def test_subjects_of_clauses(text: str, found: list[str]) -> None:
    assert [text[e.start : e.end] for e in WORDS.subjects(text, 0, len(text), [])] == found


def test_a_stretch_of_text_is_all_that_is_read() -> None:
    text = "than its predecessor. It is faster than its predecessor. Than its predecessor"
    (earlier,) = WORDS.find(text, 22, 56, [])
    assert earlier == Earlier(40, 55, None, 35)


@pytest.mark.parametrize(
    ("text", "compares"),
    [
        ("It is 30% faster than hoped.", True),
        ("It offers twice the price-performance of comparable machines.", True),
        ("It is 30% faster.", False),
    ],
)
def test_whether_a_sentence_compares_at_all(text: str, compares: bool) -> None:
    assert WORDS.compares(text, 0, len(text)) is compares


PIECES = st.sampled_from(
    "than its the first previous generation predecessor , ' - before of a last year's 4th model".split()
)


@given(st.lists(PIECES, max_size=25))
def test_wordings_lie_in_the_text_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = WORDS.find(text, 0, len(text), [])
    assert all(0 <= e.start < e.end <= len(text) and text[e.start : e.end].strip() for e in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("piece", ["than its older ", "of the first generation ", "the ", "than its predecessor, X1 "])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def find(text: str) -> None:
        names = [(start, start + 2) for start in range(0, len(text), len(piece))]
        WORDS.find(text, 0, len(text), names)
        WORDS.subjects(text, 0, len(text), names)

    assert growth(find, piece * 2_000, piece * 8_000) < 12, "4 times the text"
