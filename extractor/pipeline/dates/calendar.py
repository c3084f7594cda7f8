"""Stretches of the calendar that a text can name: days, months, quarters, halves, years and parts of them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch from ``first`` to ``last``, both included; ``value`` is what the text names ("2025-H2")."""

    value: str
    first: date
    last: date


def months(year: int, first: int, last: int, value: str) -> Stretch | None:
    """Return the stretch from month ``first`` to ``last`` of ``year``; months past 12 lie in the next year."""
    years = (year + (first - 1) // 12, year + (last - 1) // 12)
    if years[0] < 1 or years[1] > 9998:
        return None
    low, high = (first - 1) % 12 + 1, (last - 1) % 12 + 1
    return Stretch(value, date(years[0], low, 1), date(years[1], high, monthrange(years[1], high)[1]))


def year(number: int) -> Stretch | None:
    """Return a whole year: value "2026"."""
    return months(number, 1, 12, f"{number:04d}")


def half(number: int, which: int) -> Stretch | None:
    """Return half ``which`` (1 or 2) of a year: value "2025-H2"."""
    return months(number, 6 * which - 5, 6 * which, f"{number:04d}-H{which}")


def quarter(number: int, which: int) -> Stretch | None:
    """Return quarter ``which`` (1 to 4) of a year: value "2024-Q1"."""
    return months(number, 3 * which - 2, 3 * which, f"{number:04d}-Q{which}")


def month(number: int, which: int) -> Stretch | None:
    """Return one month: value "2026-03"; ``which`` may run past 1 to 12 into other years."""
    number, which = number + (which - 1) // 12, (which - 1) % 12 + 1
    return months(number, which, which, f"{number:04d}-{which:02d}")


def day(number: int, which: int, of_month: int) -> Stretch | None:
    """Return one day: value "2026-03-14"; None if there is no such day."""
    try:
        found = date(number, which, of_month)
    except ValueError:
        return None
    return Stretch(found.isoformat(), found, found)


def shifted(published: date, days: int) -> Stretch | None:
    """Return the day that lies ``days`` after ``published``."""
    try:
        found = published + timedelta(days)
    except OverflowError:
        return None
    return Stretch(found.isoformat(), found, found)


def part(whole: Stretch | None, low: int, high: int) -> Stretch | None:
    """Narrow a stretch to its twelfths ``low`` to ``high``; the value stays, since a part has no value of its own."""
    if whole is None:
        return None
    length = (whole.last - whole.first).days + 1
    if length > 300:
        narrowed = months(whole.first.year, whole.first.month + low, whole.first.month + high - 1, whole.value)
        return narrowed or whole
    first = whole.first + timedelta(length * low // 12)
    return replace(whole, first=first, last=max(first, whole.first + timedelta(length * high // 12 - 1)))


def nearest(published: date, choices: list[Stretch | None], ahead: int = 0) -> Stretch | None:
    """Return the choice whose middle lies nearest to ``ahead`` days after the publication date."""
    real = [choice for choice in choices if choice is not None]
    offset = timedelta(2 * ahead)
    return min(real, key=lambda one: abs((one.first - published) + (one.last - published) - offset), default=None)
