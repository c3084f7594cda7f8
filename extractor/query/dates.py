"""Dates as precise as a text gives them: 2026, 2026-Q1, 2026-H2, 2026-03, 2026-03-14."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime

from extractor.errors import UsageError

_PERIOD = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)(?:-(\d\d)(?:T.*)?)?))?", re.IGNORECASE)


def period(text: str) -> tuple[date, date] | None:
    """First and last day of what ``text`` names, or ``None`` where it names no date.

    >>> period("2026-Q1")
    (datetime.date(2026, 1, 1), datetime.date(2026, 3, 31))
    >>> period("soon") is None
    True
    """
    found = _PERIOD.fullmatch(text)
    if not found:
        return None
    year, quarter, half, month, day = (int(part) if part else 0 for part in found.groups())
    first = month or (quarter * 3 - 2 if quarter else half * 6 - 5 if half else 1)
    last = month or (quarter * 3 if quarter else half * 6 if half else 12)
    try:
        return date(year, first, day or 1), date(year, last, day or monthrange(year, last)[1])
    except ValueError:
        return None


def boundary(given: str | date | None, *, end: bool) -> date | None:
    """A limit as the user gives it; ``end`` takes the last day of a period. Raises :class:`UsageError`."""
    if given is None or isinstance(given, date):
        return given.date() if isinstance(given, datetime) else given
    found = period(given)
    if found is None:
        raise UsageError(f"{given!r} is no date; write 2026-03-14, 2026-03, 2026-Q1, 2026-H1 or 2026")
    return found[1] if end else found[0]


def overlaps(span: tuple[date, date] | None, since: date | None, until: date | None) -> bool:
    """Whether a period shares a day with the time from ``since`` to ``until``; an unknown one does not."""
    return span is not None and (since is None or span[1] >= since) and (until is None or span[0] <= until)
