"""Hard-wrapped text: what goes on in the next line, and what is a line of its own."""

from __future__ import annotations

import pytest

from extractor.articles.wrapping import unwrapped
from tests.growth import growth

WRAPPED = """The accelerator is made for
Yax by Zed in a new process, and
delivers 20 petaflops. It will be
shown by its maker on Monday in
Berlin."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WRAPPED, WRAPPED.replace("\n", " ")),
        (
            "By the count of Ann Bell,\nthe Zed 9 has 288\nGB of memory.",
            "By the count of Ann Bell, the Zed 9 has 288 GB of memory.",
        ),
        (f"{WRAPPED}\nKey facts\nMemory 64 GB", WRAPPED.replace("\n", " ") + "\nKey facts\nMemory 64 GB"),
        ("Zed 9 arrives\nZed has shown the Zed 9, a chip.", "Zed 9 arrives\nZed has shown the Zed 9, a chip."),
        ("Zed 9 64 GB\nZed 8 32 GB", "Zed 9 64 GB\nZed 8 32 GB"),
        ("Price: $5\nPower: 5 W", "Price: $5\nPower: 5 W"),
        ("- it has\n- these", "- it has\n- these"),
        ("one is\n\ntwo", "one is\n\ntwo"),
        ("Zed 9 | 64 GB\nzed 8 | 32 GB", "Zed 9 | 64 GB\nzed 8 | 32 GB"),
        ("Apple showed phones\niPhone 30", "Apple showed phones\niPhone 30"),
    ],
)
def test_lines(text: str, expected: str) -> None:
    assert unwrapped(text) == expected


def test_a_text_with_long_paragraphs_on_a_line_each_is_not_wrapped() -> None:
    text = "It is here. " * 20 + "\nZed said so\nThe Zed 9 costs $5."
    assert unwrapped(text) == text


@pytest.mark.parametrize("piece", ["a\n", "is\n", "](", "<", "  a", "[", "1.\n", "a:\n"])
def test_hostile_lines_are_read_in_linear_time(piece: str) -> None:
    text = (piece * 200_000)[:200_000]
    assert growth(lambda text: unwrapped(text, prose=True), text[:50_000], text) < 10, "4 times the text"
