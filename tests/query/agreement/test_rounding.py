from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.ontology import load_ontology
from extractor.query.agreement.rounding import about_width, half_width

RULES = load_ontology().claims.rounding


@pytest.mark.parametrize(
    ("amount", "text", "unit", "half"),
    [
        (4, "4 TB/s", "TB/s", 0.5),
        (4, "4.0 TB/s", "TB/s", 0.05),
        (3.35, "3.35 TB/s", "TB/s", 0.005),
        (1, "1 GB", "GB", 0.125),  # capped: half a unit would be 50 %
        (1440, "1,440 GB", "GB", 5),
        (1440, "1 440 GB", "GB", 5),
        (1.4, "1,4 GHz", "GHz", 0.05),
        (96, "96 cores", "", 0),
        (80, "80 cores", "", 0),
        (4, "four", "", 0),
        (16384, "16,384", "", 0.5),
        (100_000, "100,000", "", 2500),
        (79.6e9, "79.6 billion", "", 0.05e9),
        (80e9, "80 billion transistors", "", 2e9),
        (2, "twice", "x", 0.25),
        (0.5, "halves", "x", 0.05),
        (0, "0 W", "W", 0),
    ],
)
def test_the_last_digit_decides(amount: float, text: str, unit: str, half: float) -> None:
    assert half_width(amount, text, unit, RULES) == pytest.approx(half)


def test_the_lower_end_of_a_range_has_its_own_digits() -> None:
    assert half_width(0.9, "900 MHz to 1.2 GHz", "GHz", RULES, first=True) == pytest.approx(0.0225)
    assert half_width(1.2, "900 MHz to 1.2 GHz", "GHz", RULES) == pytest.approx(0.05)


@pytest.mark.parametrize(
    ("amount", "text", "width"), [(80e9, "80 billion", 5e9), (100, "100", 10), (14.3, "14.3", 0.3575)]
)
def test_about_is_wider(amount: float, text: str, width: float) -> None:
    assert about_width(amount, text, 0, RULES) == pytest.approx(width)


@settings(deadline=None)
@given(st.integers(1, 10**12), st.integers(0, 3))
def test_a_width_is_never_negative_nor_wider_than_its_caps(whole: int, decimals: int) -> None:
    amount = whole / 10**decimals
    half = half_width(amount, f"{amount:.{decimals}f} GB", "GB", RULES)
    assert 0 <= half <= max(RULES.digit, RULES.zeros) * amount * (1 + 1e-9)


@settings(deadline=None)
@given(st.decimals(1, 10**6, places=2))
def test_another_decimal_makes_it_more_exact(amount: object) -> None:
    number = float(str(amount))
    widths = [half_width(number, f"{number:.{places}f} W", "W", RULES) for places in (2, 3, 4)]
    assert widths == sorted(widths, reverse=True)


@settings(deadline=None)
@given(st.text(max_size=30), st.floats(-1e15, 1e15))
def test_no_wording_breaks_it(text: str, amount: float) -> None:
    assert half_width(amount, text, "W", RULES) >= 0
