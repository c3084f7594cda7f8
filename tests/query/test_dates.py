from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from extractor.errors import UsageError
from extractor.query.dates import boundary, overlaps, period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-q4", "2026-10-01", "2026-12-31"),
        ("2026-H1", "2026-01-01", "2026-06-30"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-03-14", "2026-03-14", "2026-03-14"),
        ("2026-03-14T12:00:00Z", "2026-03-14", "2026-03-14"),
    ],
)
def test_periods(text: str, first: str, last: str) -> None:
    assert period(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", "soon", "26", "2026-13", "2026-02-30", "2026-Q5", "0000", "2026-3-1"])
def test_no_periods(text: str) -> None:
    assert period(text) is None
    with pytest.raises(UsageError, match="is no date"):
        boundary(text, end=False)


def test_boundaries_take_dates_as_they_are() -> None:
    assert boundary(date(2026, 1, 2), end=True) == date(2026, 1, 2)
    assert boundary(datetime(2026, 1, 2, 3, tzinfo=UTC), end=True) == date(2026, 1, 2)
    assert boundary("2026-02", end=True) == date(2026, 2, 28)
    assert boundary("2026-02", end=False) == date(2026, 2, 1)
    assert boundary(None, end=False) is None


def test_overlaps() -> None:
    year = period("2026")
    assert overlaps(year, date(2026, 12, 31), None)
    assert overlaps(year, None, date(2026, 1, 1))
    assert not overlaps(year, date(2027, 1, 1), None)
    assert not overlaps(None, date(2026, 1, 1), None)
