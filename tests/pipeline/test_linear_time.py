"""The time that a text takes grows with its length only, whatever it is full of."""

from __future__ import annotations

import pytest

from tests.growth import growth

from .conftest import Parse


def names(count: int) -> str:
    """Companies, persons and series, each with products of its own and words that stand for it."""
    return " ".join(
        f"Zorb{n:04} Technologies unveiled the Kestrel{n:04} chip of its Kestrel{n:04} series, which Adam Quill{n:04} praised. "
        f"Zorb{n:04} Technologies also showed the Nvidia KX{n:04}. The chip ships in {2030 + n % 60}."
        for n in range(count)
    )


def statuses(count: int) -> str:
    """Statuses without a subject behind many products, and the same few names again and again."""
    return " ".join(
        f"Nvidia makes the H100 and the Tern{n:04} chip. Volume production starts in May 2027. The company sells the H200."
        for n in range(count)
    )


@pytest.mark.parametrize("text", [names, statuses], ids=lambda text: str(text.__name__))
def test_twice_the_text_takes_less_than_three_times_as_long(parse: Parse, text: object) -> None:
    assert callable(text)
    parse(text(10))
    assert growth(parse, text(400), text(800)) < 3
