"""Comparisons with an earlier generation that is not named beside them."""

from __future__ import annotations

import pytest

from extractor.articles.article import Article
from extractor.pipeline import Statement, read
from tests.pipeline.conftest import Parse

Case = tuple[str, tuple[str, str | None, str | None]]


def compared(parse: Parse, text: str) -> set[tuple[str, str | None, str | None]]:
    """Subject, object and kind of baseline of all comparisons."""
    doc = parse(text)
    names = [entity.names[0].text for entity in doc._.entities]
    return {
        (names[d.subject], None if d.object is None else names[d.object], d.baseline)
        for d in doc._.statements
        if d.predicate == "compares_to"
    }


CASES: list[Case] = [
    ("The H200 is 1.9 times as fast as its predecessor. The H100 came in 2022.", ("H200", "H100", "predecessor")),
    ("Trainium2 is four times faster than the first generation. Trainium is old.", ("Trainium2", "Trainium", "generation 1")),
    ("The H200 is 1.9 times as fast as its predecessor.", ("H200", None, "predecessor")),
    ("Graviton4 is 30 percent faster than the previous generation. Graviton2 is old.", ("Graviton4", None, "predecessor")),
    ("The H200 is 1.9 times faster than the H100.", ("H200", "H100", None)),
    ("The H200 is 1.9 times faster than its predecessor, the H100.", ("H200", "H100", None)),
    ("Graviton4 is 30 percent faster than comparable x86 chips.", ("Graviton4", None, "other")),
    ("Graviton4 is 30 percent faster.", ("Graviton4", None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_baselines(parse: Parse, text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert compared(parse, text) == {expected}


def test_a_successor_that_nobody_lists_has_its_predecessor_from_the_text(parse: Parse) -> None:
    text = "The Zorblax Q9 chip is the successor to the Zorblax Q8 chip. The Zorblax Q9 is twice as fast as its predecessor."
    (one,) = compared(parse, text)
    assert ("Q9" in one[0], "Q8" in (one[1] or ""), one[2]) == (True, True, "predecessor")


def statements(text: str) -> list[Statement]:
    return [s for s in read(Article("", text, "a.md")).statements if s.predicate == "compares_to"]


def test_the_statement_keeps_how_the_text_speaks_of_it_and_where() -> None:
    text = "The H200 is up to 1.9 times as fast as its predecessor."
    (statement,) = statements(text)
    assert dict(statement.qualifiers) == {"baseline": "predecessor", "bound": "up to"}
    assert [text[start:end] for start, end, role in statement.spans if role == "cue"] == ["its predecessor"]


def test_a_baseline_that_was_found_is_marked_as_object() -> None:
    text = "The H200 is 1.9 times as fast as its predecessor. The H100 came in 2022."
    (statement,) = statements(text)
    assert [text[start:end] for start, end, role in statement.spans if role == "object"] == ["its predecessor"]
