"""The axis of time: where a day stands, and which days are marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # months between marks
MARKS = 9  # at most


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale from the day ``first`` at ``left`` to the day ``last`` at ``right``."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day stands."""
        days = max((self.last - self.first).days, 1)
        return self.left + (self.right - self.left) * (day - self.first).days / days

    def marks(self) -> list[tuple[float, str]]:
        """The beginnings of years or months to mark, with their names, few enough to be read.

        >>> [name for _, name in Scale(date(2023, 5, 2), date(2024, 8, 1), 0, 700).marks()]
        ['Jul 2023', 'Oct 2023', 'Jan 2024', 'Apr 2024', 'Jul 2024']
        """
        for step in STEPS:
            found = list(takewhile(lambda day: day <= self.last, _months(self.first, step)))
            if len(found) <= MARKS:
                return [(self.at(day), _name(day, step)) for day in found]
        return []


def _months(first: date, step: int) -> Iterator[date]:
    """The first days of months, ``step`` apart, none before ``first``."""
    month = first.year * 12 + first.month - 1
    month += -month % step
    if month == first.year * 12 + first.month - 1 and first.day > 1:
        month += step
    while month // 12 <= date.max.year:
        yield date(month // 12, month % 12 + 1, 1)
        month += step


def _name(day: date, step: int) -> str:
    names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    return f"{day.year}" if step >= 12 else f"{names[day.month - 1]} {day.year}"
