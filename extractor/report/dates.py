"""Dates as people write them."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date

_PART = re.compile(r"(\d{4})-([QH])(\d)")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
ORDINALS = ("", "first", "second", "third", "fourth")
PARTS = {"Q": ("quarter", 4), "H": ("half", 2)}


def readable(when: str | None) -> str:
    """A date of a graph, as precise as it is; what is no date stays as it is, no date is the empty text.

    >>> [readable(when) for when in ("2024-03-18T20:00:00Z", "2026-Q1", "2026-H2", "2026-03", "2026", "soon", None)]
    ['18 March 2024', 'first quarter of 2026', 'second half of 2026', 'March 2026', '2026', 'soon', '']
    """
    if not when:
        return ""
    if (part := _PART.fullmatch(when)) and 1 <= int(part[3]) <= PARTS[part[2]][1]:
        return f"{ORDINALS[int(part[3])]} {PARTS[part[2]][0]} of {part[1]}"
    if (month := _MONTH.fullmatch(when)) and 1 <= int(month[2]) <= 12:
        return f"{month_name[int(month[2])]} {month[1]}"
    try:
        return written(date.fromisoformat(when[:10]))
    except ValueError:
        return when


def written(day: date) -> str:
    """A day.

    >>> written(date(2024, 3, 8))
    '8 March 2024'
    """
    return f"{day.day} {month_name[day.month]} {day.year}"


def window(since: str | None, until: str | None) -> str:
    """A time that is asked for, in words; empty where none is.

    >>> window("2024", None), window(None, "2025-Q1"), window("2024", "2025")
    ('from 2024 on', 'up to the first quarter of 2025', 'from 2024 to 2025')
    """
    first, last = (f"the {day}" if day.startswith(ORDINALS[1:]) else day for day in (readable(since), readable(until)))
    if first and last:
        return f"from {first} to {last}"
    if first:
        return f"from {first} on"
    return f"up to {last}" if last else ""


def spanned(days: list[date]) -> str:
    """From the first of these days to the last.

    >>> [spanned([date(2024, 3, 18), day]) for day in (date(2024, 3, 1), date(2024, 5, 1), date(2022, 5, 1))]
    ['from 1 to 18 March 2024', 'from 18 March to 1 May 2024', 'from 1 May 2022 to 18 March 2024']
    >>> spanned([date(2024, 3, 18)])
    'on 18 March 2024'
    """
    first, last = min(days), max(days)
    if first == last:
        return f"on {written(first)}"
    start = written(first)
    if first.year == last.year:
        start = f"{first.day}" if first.month == last.month else f"{first.day} {month_name[first.month]}"
    return f"from {start} to {written(last)}"
